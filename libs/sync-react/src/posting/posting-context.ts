import type { StatusSnapshot } from '../contract-types.js';

/** The accounting file that is posted into, and what the service can do with it. */
export interface PostingContext {
  readonly mandateId: string;
  readonly accountingFile: string;
  readonly snapshot: StatusSnapshot;
}

export type PostingAs = 'posting' | 'already-posted';
