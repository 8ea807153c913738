import type { LinkCandidate, LinkReason } from '@synchro/sync-core/domain';

/** What a reason is worth against all those below it. */
const WEIGHT: Record<LinkReason, number> = {
  'internal-id': 32,
  'file-number': 16,
  content: 8,
  'size-and-time': 4,
  'carried-id': 2,
  name: 1,
};

/** The most likely place first. */
export function compareCandidates(a: LinkCandidate, b: LinkCandidate): number {
  const worth = ({ certainty, reasons }: LinkCandidate) =>
    reasons.reduce((sum, reason) => sum + WEIGHT[reason], certainty === 'certain' ? 64 : 0);
  return worth(b) - worth(a) || (a.path < b.path ? -1 : 1);
}
