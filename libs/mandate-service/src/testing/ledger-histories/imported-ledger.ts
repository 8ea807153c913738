import { readImportText } from '@synchro/cresus-files';
import type { ImportLine } from '@synchro/cresus-files';
import { importedEntry } from './booked-content.js';
import type { ImportedEntry } from './booked-content.js';
import { Multiset } from './multiset.js';

/** The accounting of one fiscal period: it knows nothing but the texts that it imports. */
export class ImportedLedger {
  /** Entries as booked, reversals netted. */
  readonly entries = new Multiset();
  /** Debit less credit of each account, in centimes: does not depend on how a reversal is recognised. */
  readonly balances = new Multiset();

  /** In which every line must be dated, unless it was booked by hand: then its reversal has that date too. */
  readonly year: number;
  readonly #byHand = new Set<string>();

  constructor(year: number) {
    this.year = year;
  }

  /** Imports a text as the accounting does: lines of one compound number belong together. */
  import(text: Uint8Array): readonly ImportedEntry[] {
    const read = readImportText(text);
    if (!read.ok) throw new Error(`The accounting cannot import the text: ${JSON.stringify(read.problems)}`);
    const imported = group(read.value).map((lines) => {
      for (const line of lines) this.#balance(line);
      return importedEntry(lines);
    });
    for (const { booked, isReversal, dates } of imported) {
      if (!this.#byHand.has(booked) && !dates.every((date) => date.startsWith(String(this.year))))
        throw new Error(`Booked in ${this.year}, but dated ${dates.join()}: ${booked}`);
      this.entries.add(booked, isReversal ? -1 : 1);
    }
    return imported;
  }

  /** Books by hand, or takes it back: what somebody marks as already posted. */
  bookByHand(booked: string, times: 1 | -1): void {
    this.#byHand.add(booked);
    this.entries.add(booked, times);
    for (const [account, amount] of amountsOf(booked)) this.balances.add(account, amount * times);
  }

  #balance({ debit, credit, amountInCentimes }: ImportLine): void {
    for (const [account, amount] of sides(debit, credit, amountInCentimes))
      this.balances.add(account, amount);
  }
}

/** What entries as booked add to each account. */
export function amountsOf(booked: string): [account: string, amountInCentimes: number][] {
  return (JSON.parse(booked) as string[][]).flatMap(([, debit = '', credit = '', , , amount]) =>
    sides(debit, credit, Number(amount)),
  );
}

const sides = (debit: string, credit: string, amount: number): [string, number][] =>
  (
    [
      [debit, amount],
      [credit, -amount],
    ] as [string, number][]
  ).filter(([account]) => account !== '...' && account !== '');

/** Lines of one compound follow each other, and no two compounds share a number. */
function group(lines: readonly ImportLine[]): ImportLine[][] {
  const groups: ImportLine[][] = [];
  let last = 0;
  const seen = new Set<number>();
  for (const line of lines) {
    if (line.compoundNumber !== 0 && line.compoundNumber === last) groups.at(-1)?.push(line);
    else {
      if (seen.has(line.compoundNumber)) throw new Error(`Two compounds merge under ${line.compoundNumber}.`);
      if (line.compoundNumber !== 0) seen.add(line.compoundNumber);
      groups.push([line]);
    }
    last = line.compoundNumber;
  }
  return groups;
}
