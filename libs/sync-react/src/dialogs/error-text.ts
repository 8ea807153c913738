import { CallError, NotConnectedError } from '@synchro/sync-core/client';
import { claimProblemText } from '../banner/describe-item.js';
import type { ErrorCode, NotificationOf } from '../contract-types.js';
import type { TranslateBanner } from '../messages/banner-messages.js';
import type { DialogKey } from '../messages/dialog-messages.js';
import type { TranslateDialog } from './dialog-texts.js';

/** Every row of the error table has its words; a new one does not compile until it has. */
type KnownErrorKey = `error.${ErrorCode}` extends DialogKey ? `error.${ErrorCode}` : never;

/** What has failed, and what to do next, in the user's words. */
export function errorText(error: unknown, t: TranslateDialog, tb: TranslateBanner): string {
  if (error instanceof NotConnectedError) return tb(`not-connected.${error.reason}`);
  if (!(error instanceof CallError)) return t('error.unexpected');
  if (error.code === null) return t('error.unknown');
  const key: KnownErrorKey = `error.${error.code}`;
  const { machine, types, path, reason } = error.details;
  return t(key, {
    machine: typeof machine === 'string' ? machine : '',
    types: Array.isArray(types) ? types.join(', ') : '',
    path: typeof path === 'string' ? path : '',
    reason: isClaimProblem(reason) ? claimProblemText(reason, tb) : tb('check.failed'),
  });
}

type ClaimProblem = NotificationOf<'claim-unverified'>['reason'];

const isClaimProblem = (reason: unknown): reason is ClaimProblem =>
  typeof reason === 'string' && Object.hasOwn(claimProblems, reason);

/** Every one has its words in the banner's texts; `details` of an error are not checked by a schema. */
const claimProblems: Readonly<Record<ClaimProblem, true>> = {
  'no-access': true,
  busy: true,
  'io-error': true,
  'not-responding': true,
  'out-of-handles': true,
  'disk-full': true,
  'too-large': true,
  unstable: true,
  damaged: true,
  'not-a-file': true,
  missing: true,
  removed: true,
  'other-copy': true,
  'storage-failed': true,
  failed: true,
};
