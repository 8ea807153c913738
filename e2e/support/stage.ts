import type { Page } from '@playwright/test';
import type { PostingSummary } from '@synchro/sync-core/contract';
import type { EntryLine } from '@synchro/cresus-files';
import type { WrittenFile } from '@synchro/sync-testing';

export interface BannerOptions {
  readonly locale?: 'fr' | 'de' | 'it' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly height?: 'fixed' | 'auto';
}

/**
 * What a flow plays on: a host program's window with the banner in its slot, and a mandate whose files other programs
 * rewrite. Live it is an agent process and files on disk, mocked the world behind msw.
 */
export interface Stage {
  /** Opens the host's window with the accounting document. */
  open(page: Page, options?: BannerOptions): Promise<void>;
  /** The invoicing program rewrites its entry file in one go; lot and time stamp go up unless they are given. */
  writeInvoices(lines: readonly EntryLine[], header?: WrittenFile): Promise<void>;
  /** The same, but the program stops in the middle. */
  writeHalf(lines: readonly EntryLine[]): Promise<void>;
  /** Any file of the mandate's folder. */
  writeFile(name: string, bytes: Uint8Array | string): Promise<void>;
  removeFile(name: string): Promise<void>;
  /** Ends the service without warning, as a crash or `kill -9` would. */
  stopService(): Promise<void>;
  startService(): Promise<void>;
  postings(): Promise<readonly PostingSummary[]>;
  close(): Promise<void>;
}

export const INVOICES_NAME = 'Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf';
export const CHART_NAME = 'Compta 2026.crp';
