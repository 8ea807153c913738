import type { AttachFile, MandateFileMessage } from '../contract-types.js';
import { kindOfFile } from './kind-of-file.js';
import type { FileKind, ProgramName } from './kind-of-file.js';
import { proposeEntryFile } from './propose-entry-file.js';

/** What a person has given; `null`: left as it is proposed. */
export interface AttachChoice {
  readonly path: string;
  readonly product: ProgramName | null;
  readonly entryFile: string | null;
}

export interface AttachProposal {
  readonly kind: FileKind;
  readonly product: ProgramName | null;
  /** The entry file that the names propose, of documents. */
  readonly proposed: MandateFileMessage | null;
  readonly entryFile: string | null;
}

/** What would be attached as what: what the person has said, and what the names tell for the rest. */
export function attachProposal(choice: AttachChoice, files: readonly MandateFileMessage[]): AttachProposal {
  const kind = kindOfFile(choice.path);
  if (kind.role === 'accounting') return { kind, product: null, proposed: null, entryFile: null };
  const product = choice.product ?? kind.product;
  if (kind.role === 'entries') return { kind, product, proposed: null, entryFile: null };
  const proposed = proposeEntryFile(choice.path, files);
  return { kind, product, proposed, entryFile: choice.entryFile ?? proposed?.id ?? null };
}

/** The same for the service; `null` while it is not known whose document it is. */
export function attachRequest(path: string, proposal: AttachProposal): AttachFile | null {
  const { kind, product, entryFile } = proposal;
  if (kind.role === 'accounting') return { path, product: 'compta' };
  if (product === null) return null;
  return { path, product, ...(entryFile === null ? {} : { entryFile }) };
}
