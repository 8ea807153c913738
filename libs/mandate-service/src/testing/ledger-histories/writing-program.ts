import type { EntryLine } from '@synchro/cresus-files';
import { entryFile, line } from '../test-files.js';
import type { WrittenFile } from '../test-files.js';
import type { Random } from './random.js';

/** One entry as the program knows it. */
type Booking = readonly EntryLine[];

const ACCOUNTS = ['1020', '1100', '2200', '3200', '5000', '2152.1'];
/** In no chart until the end of a history. */
const RARE_ACCOUNT = '9999';
const LABELS = ['Facture', 'Écriture d’août – 50 %', ' Loyer ', 'Loyer', 'Avoir', 'Salaire net'];

/** A program that writes an entry file: invoicing, payroll, … It rewrites the whole file each time. */
export class WritingProgram {
  #bookings: Booking[] = [];
  /** What it had before, in other numbers or not at all by now. */
  readonly #former: Booking[] = [];
  #numbers = 0;
  #lot = 0;
  /** Few different entries: many are identical, in one source and across sources. */
  hasFew = false;
  /** Written before, with their lots. */
  readonly older: Uint8Array[] = [];

  readonly type: NonNullable<WrittenFile['type']>;
  readonly uid: number;
  readonly #years: () => readonly number[];

  /** @param years from which it has entries; two programs may well have the same ones */
  constructor(type: NonNullable<WrittenFile['type']>, uid: number, years: () => readonly number[]) {
    this.type = type;
    this.uid = uid;
    this.#years = years;
  }

  get size(): number {
    return this.#bookings.length;
  }

  /** The file as the program would write it now: under a new lot. */
  write(writtenAt: string): Uint8Array {
    this.#lot += 1;
    // Compounds bear consecutive numbers of their own; neighbours never share one.
    let compounds = 0;
    const lines = this.#bookings.flatMap((booking) => {
      const compoundNumber = booking.length > 1 ? (compounds += 1) : 0;
      return booking.map((one) => ({ ...one, compoundNumber }));
    });
    const bytes = entryFile(lines, { type: this.type, uid: this.uid, lot: this.#lot, writtenAt });
    this.older.push(bytes);
    return bytes;
  }

  /** Some changes of any kind. */
  edit(random: Random): void {
    for (let edits = 1 + random.whole(4); edits > 0; edits -= 1) this.#editOnce(random);
  }

  /** Nearly everything is deleted at once. */
  deleteMost(random: Random): void {
    this.#bookings = random.shuffle(this.#bookings).slice(0, random.whole(3));
  }

  /** New entries at the end. */
  add(random: Random, count: number): void {
    for (let added = 0; added < count; added += 1) this.#bookings.push(this.#newBooking(random));
  }

  /** Every line gets another number, as the vendor's own exporter does. */
  renumber(random: Random): void {
    this.#numbers = random.whole(3) * 500;
    this.#bookings = this.#bookings.map((booking) => this.#again(booking));
  }

  #editOnce(random: Random): void {
    const at = random.whole(this.#bookings.length);
    const booking = this.#bookings[at];
    const former = random.pick(this.#former);
    const kind = random.whole(20);
    if (booking === undefined || kind < 5) this.#insert(random, this.#newBooking(random));
    else if (kind < 9) this.#former.push(...this.#bookings.splice(at, 1));
    else if (kind < 13) {
      this.#former.push(booking);
      this.#bookings[at] = this.#changed(random, booking);
    } else if (kind < 14) this.#insert(random, this.#again(booking));
    else if (kind < 16 && former !== undefined) this.#insert(random, this.#again(former));
    // As it was before, or what another one was, under its numbers.
    else if (kind < 17 && former !== undefined)
      this.#bookings[at] = former.map((one, i) => ({ ...one, idno: booking[i]?.idno ?? this.#newNumber() }));
    else if (kind < 18) this.#bookings = random.shuffle(this.#bookings);
    else if (kind < 19) this.renumber(random);
    else this.#bookings[at] = random.shuffle(booking);
  }

  /** The same entry under new numbers. */
  #again(booking: Booking): Booking {
    return booking.map((one) => ({ ...one, idno: this.#newNumber() }));
  }

  #insert(random: Random, booking: Booking): void {
    this.#bookings.splice(
      random.chance(0.7) ? this.#bookings.length : random.whole(this.#bookings.length),
      0,
      booking,
    );
  }

  #newBooking(random: Random): Booking {
    const date = this.#date(random);
    if (this.hasFew) return [line({ date, voucher: `F-${random.whole(2)}`, idno: this.#newNumber() })];
    const voucher = random.chance(0.2) ? '' : `F-${random.whole(12)}`;
    const label = `${random.pick(LABELS) ?? ''}${random.chance(0.5) ? ` ${random.whole(6)}` : ''}`;
    const amountInCentimes = (1 + random.whole(5)) * 5_000 * (random.chance(0.1) ? -1 : 1);
    const common = { date, voucher, label };
    if (random.chance(0.3)) return this.#compound(random, common, amountInCentimes);
    const isForeign = random.chance(0.1);
    return [
      line({
        ...common,
        debit: this.#account(random),
        credit: this.#account(random),
        amountInCentimes,
        foreignAmountInCentimes: isForeign ? amountInCentimes * 2 : 0,
        exchangeRate: isForeign ? '0.5' : '',
        idno: this.#newNumber(),
      }),
    ];
  }

  /** Total against net and VAT, or several parts; balances to the centime. */
  #compound(random: Random, common: Pick<EntryLine, 'date' | 'voucher' | 'label'>, total: number): Booking {
    const parts = 1 + random.whole(3);
    const share = Math.trunc(total / (parts + 1));
    const lines = [
      line({ ...common, debit: '1100', credit: '...', amountInCentimes: total, vatCode: 'TVA' }),
    ];
    for (let part = 0; part <= parts; part += 1)
      lines.push(
        line({
          ...common,
          debit: '...',
          credit: part === 0 ? '2200' : this.#account(random),
          label: `${common.label} ${part}`,
          vatCode: 'TVA',
          amountInCentimes: part === 0 ? total - share * parts : share,
        }),
      );
    return lines.map((one) => ({ ...one, idno: this.#newNumber() }));
  }

  #changed(random: Random, booking: Booking): Booking {
    const change: Partial<EntryLine> =
      random.pick([
        { label: `${booking[0]?.label ?? ''} bis` },
        { date: this.#date(random) },
        { voucher: `F-${random.whole(12)}` },
        { costCentre: random.chance(0.5) ? 'ATELIER' : '' },
      ]) ?? {};
    if (random.chance(0.5)) return booking.map((one) => ({ ...one, ...change }));
    // Doubled, so that a compound still balances.
    return booking.map((one) => ({ ...one, amountInCentimes: (one.amountInCentimes ?? 0) * 2 }));
  }

  #date(random: Random): string {
    const year = random.pick(this.#years()) ?? 2026;
    return this.hasFew ? `${year}-06-05` : `${year}-0${1 + random.whole(6)}-1${random.whole(4)}`;
  }

  #account(random: Random): string {
    return random.chance(0.03) ? RARE_ACCOUNT : (random.pick(ACCOUNTS) ?? '');
  }

  #newNumber(): number {
    return (this.#numbers += 1);
  }
}

/** What a chart of accounts has while nobody broke it. */
export const soundAccounts = (withRare: boolean): readonly string[] =>
  withRare ? [...ACCOUNTS, RARE_ACCOUNT] : ACCOUNTS;
