import type { Page } from '@playwright/test';
import type { PostingSummary } from '@synchro/sync-core/contract';
import type { EntryLine } from '@synchro/cresus-files';
import type { WrittenFile } from '@synchro/sync-testing';

export interface BannerOptions {
  readonly locale?: 'fr' | 'de' | 'it' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly height?: 'fixed' | 'auto';
}

export type DocumentProduct = 'facturation' | 'salaires';

/**
 * What a flow plays on: a host program's window with the banner in its slot, and a mandate whose files other programs
 * rewrite. Live it is an agent process and files on disk, mocked the world behind msw.
 */
export interface Stage {
  /** Opens the host's window with the accounting document. */
  open(page: Page, options?: BannerOptions): Promise<void>;
  /** Opens the window of invoicing or payroll instead, with a document that the mandate has and whose entries are `writeInvoices`'. */
  openDocument(page: Page, product: DocumentProduct, options?: BannerOptions): Promise<void>;
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
  /** The accountant, elsewhere, posts all that can be posted. */
  post(): Promise<void>;
  /** The accountant un-posts what was posted last. */
  unpost(): Promise<void>;
  close(): Promise<void>;
}

export const INVOICES_NAME = 'Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf';
/** Named after its entry file, by which it is known that its program writes that one. */
export const DOCUMENT_NAME = 'Atelier Rochat.fac';
export const CHART_NAME = 'Compta 2026.crp';
