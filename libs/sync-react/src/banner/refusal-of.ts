import type { NotificationOf } from '../contract-types.js';

type Trouble = NotificationOf<'source-trouble'>['trouble'];
/** Of an entry file: the agent's own storage refuses no single one, and the others are a claim's. */
type Refusal = Exclude<
  NotificationOf<'check-failed'>['reason'],
  'storage-failed' | 'disk-full' | 'damaged' | 'not-a-file' | 'missing' | 'removed' | 'other-copy'
>;

/** Each has its words (`check.busy`); a newer service may know more. */
const refusals: Readonly<Record<Refusal, true>> = {
  'no-access': true,
  busy: true,
  'io-error': true,
  'not-responding': true,
  'out-of-handles': true,
  'too-large': true,
  unstable: true,
  failed: true,
};

/** Why the file system refuses an entry file; `null` where its content is what cannot be read. */
export function refusalOf(trouble: Trouble): Refusal | null {
  const [first] = trouble.kind === 'unreadable' ? trouble.problems : [];
  return first?.line === 0 && isRefusal(first.code) ? first.code : null;
}

export const isRefusal = (reason: unknown): reason is Refusal =>
  typeof reason === 'string' && Object.hasOwn(refusals, reason);
