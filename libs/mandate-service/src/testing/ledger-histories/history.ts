import { encodeWindows1252, readEntryFile } from '@synchro/cresus-files';
import type { StatusSnapshot } from '@synchro/sync-core/contract';
import type { SourceTrouble } from '@synchro/sync-core/domain';
import { attachedFilesOf } from '../../use-cases/lookups.js';
import type { FileRecord, PendingRecord } from '../../store/records.js';
import type { ServiceHarness } from '../service-harness.js';
import type { MandateStore } from '../../store/store.js';
import { chartFile, FOLDER, index } from '../test-files.js';
import { contentOf } from './booked-content.js';
import { ImportedLedger } from './imported-ledger.js';
import { Multiset } from './multiset.js';
import { soundAccounts, WritingProgram } from './writing-program.js';

/** A fiscal period: its accounting file, index and chart, and the accounting that imports what is exported for it. */
export interface Period {
  readonly year: number;
  readonly base: string;
  readonly ledger: ImportedLedger;
  /** Its files are on disk. */
  isOpen: boolean;
  /** A user detached it. */
  isDetached: boolean;
  /** Accounts that its chart lacks. */
  lacking: readonly string[];
  /** Its chart has the rare account. */
  hasRare: boolean;
}

/** A version of an entry file, as the parser reads it. */
export interface Version {
  readonly bytes: Uint8Array;
  readonly lot: number;
  readonly uid: number;
  readonly contents: Multiset;
}

/** An entry file, whatever its name. */
export interface Source {
  readonly program: WritingProgram;
  name: string;
  /** The uid that the index of each period gives it; a period is absent where its index does not list the file. */
  readonly uids: Map<number, number>;
  /** The service's id; stays the same through renames, detachments and restarts. */
  id: string | null;
  /** The version that counts. */
  known: Version | null;
  trouble: 'missing' | 'unreadable' | 'suspect' | null;
  /** A user detached it. */
  isDetached: boolean;
  /** A uid that a user confirmed although no index gives it. */
  acceptedUid: number | null;
  /** The fingerprint of the version that a user confirmed; it may lie there no more. */
  confirmed: string | null;
}

export interface Posting {
  readonly id: string;
  readonly period: Period;
  readonly kind: 'posting' | 'already-posted';
  readonly items: readonly PostingItem[];
  /** The accounting has imported its text. */
  isImported: boolean;
  isArrived: boolean;
  isUndone: boolean;
}

export interface PostingItem {
  readonly source: Source;
  readonly before: string | null;
  readonly after: string | null;
}

/** One mandate through its history: what its files, users and accountings did, beside the service that is tested. */
export class History {
  folder = FOLDER;
  mandateId = '';
  isRemoved = false;
  readonly periods: readonly Period[] = [2026, 2027].map((year) => ({
    year,
    base: `Compta ${year}`,
    ledger: new ImportedLedger(year),
    isOpen: year === 2026,
    isDetached: false,
    lacking: [],
    hasRare: false,
  }));
  readonly sources: Source[];
  readonly postings: Posting[] = [];
  /** Reversals of imported postings that the accounting has not imported yet. */
  readonly reversalsDue: Posting[] = [];
  readonly trace: string[] = [];
  readonly harness: ServiceHarness;
  readonly store: MandateStore;
  #keys = 0;

  constructor(harness: ServiceHarness, store: MandateStore) {
    this.harness = harness;
    this.store = store;
    const years = () => this.openPeriods.map(({ year }) => year);
    const source = (type: 'ECF' | 'ECS', uid: number, name: string): Source => ({
      program: new WritingProgram(type, uid, years),
      name,
      uids: new Map([[2026, uid]]),
      id: null,
      known: null,
      trouble: null,
      isDetached: false,
      acceptedUid: null,
      confirmed: null,
    });
    this.sources = [
      source('ECF', 123, 'Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf'),
      source('ECF', 124, 'Café Genève.ecf'),
      source('ECS', 125, 'Salaires.ecs'),
    ];
  }

  note(what: string): void {
    this.trace.push(what);
  }

  get openPeriods(): readonly Period[] {
    return this.periods.filter(({ isOpen }) => isOpen);
  }

  /** The periods that belong to the mandate now. */
  get attachedPeriods(): readonly Period[] {
    return this.isRemoved ? [] : this.periods.filter(({ isOpen, isDetached }) => isOpen && !isDetached);
  }

  isAttached(source: Source): boolean {
    return !source.isDetached && this.attachedPeriods.some(({ year }) => source.uids.has(year));
  }

  get attachedSources(): readonly Source[] {
    return this.sources.filter((source) => this.isAttached(source));
  }

  at(name: string): string {
    return `${this.folder}/${name}`;
  }

  accountingPath({ base }: Period): string {
    return this.at(`${base}.cre`);
  }

  /** The period into which a date belongs, as the mandate is now: the latest one where none has it. */
  periodOf(date: string): Period | undefined {
    return (
      this.attachedPeriods.find(({ year }) => date.startsWith(String(year))) ?? this.attachedPeriods.at(-1)
    );
  }

  /** What is posted from a source, by the postings in force; `period`: only what was posted there. */
  posted(source: Source, isIn: (period: Period) => boolean = () => true): Multiset {
    const posted = new Multiset();
    for (const { items, isUndone, period } of this.postings) {
      if (isUndone || !isIn(period)) continue;
      for (const { source: from, before, after } of items) {
        if (from !== source) continue;
        if (before !== null) posted.add(before, -1);
        if (after !== null) posted.add(after);
      }
    }
    return posted;
  }

  writeIndex({ base, year }: Period): void {
    const lines = this.sources.flatMap(({ name, program, uids }) => {
      const uid = uids.get(year);
      if (uid === undefined) return [];
      return [`#${program.type}\t1; 10/06/2026 11:06:53; "${name.normalize('NFC')}"; ${uid}`];
    });
    this.harness.files.write(this.at(`${base}.ecc`), encodeWindows1252(index(...lines)));
  }

  writeIndexes(): void {
    for (const period of this.openPeriods) this.writeIndex(period);
  }

  writeChart({ base, year, lacking, hasRare }: Period): void {
    const accounts = soundAccounts(hasRare).filter((account) => !lacking.includes(account));
    this.harness.files.write(this.at(`${base}.crp`), chartFile(accounts, year));
  }

  statusOf(period: Period): StatusSnapshot {
    return this.harness.service.getStatus({ product: 'compta', path: this.accountingPath(period) });
  }

  /** The service's id of a period's accounting file. */
  accountingId(period: Period): string {
    return this.statusOf(period).file?.id ?? '';
  }

  attachedFiles(): readonly FileRecord[] {
    return this.store.read((tx) => attachedFilesOf(tx, this.mandateId));
  }

  /** What waits in a period. */
  pendingIn(period: Period): readonly PendingRecord[] {
    const accounting = this.accountingId(period);
    return this.store.read((tx) => [...tx.pending.ofAccounting(accounting)]);
  }

  /** The service's record of a source, by where its file is; a path may be spelled in NFC or NFD. */
  fileOf(source: Source): FileRecord | undefined {
    const path = this.at(source.name).normalize('NFC');
    return this.attachedFiles().find((file) => file.path.normalize('NFC') === path);
  }

  troubleOf({ id }: Source): SourceTrouble | null {
    return id === null ? null : (this.store.read((tx) => tx.sources.get(id))?.trouble ?? null);
  }

  /** The program's local time, which each new version bears. */
  writtenAt(): string {
    return this.harness.now().slice(0, 19);
  }

  newKey(): string {
    return `history-${(this.#keys += 1)}`;
  }
}

/** `null` for what is no entry file. */
export function readVersion(bytes: Uint8Array): Version | null {
  const read = readEntryFile(bytes);
  if (!read.ok) return null;
  const { lot, uid } = read.value;
  return { bytes, lot, uid, contents: new Multiset(read.value.entries.map(contentOf)) };
}
