import type { EntryLine } from '@synchro/cresus-files';
import type { PostingSummary } from '@synchro/sync-core/contract';
import type { WrittenFile } from '@synchro/sync-testing';

/** What the mocked page lets a test do to the world behind it; values must survive being sent into the page. */
export interface MockedControls {
  writeInvoices(lines: readonly EntryLine[], header?: WrittenFile): void;
  writeHalf(lines: readonly EntryLine[]): void;
  /** Bytes in base64. */
  writeFile(name: string, bytes: string): void;
  removeFile(name: string): void;
  setOnline(online: boolean): void;
  postings(): Promise<PostingSummary[]>;
  /** Posts all that can be posted; takes the last posting back. */
  post(): Promise<void>;
  unpost(): Promise<void>;
}
