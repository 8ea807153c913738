import type { AccessProblem } from './model.js';

/**
 * Whether a user can resolve why it is unknown which agent owns a mandate by taking over: the claim can be replaced, but
 * says nothing that can be relied on [O3].
 */
export const isReplaceableClaim = (reason: AccessProblem): boolean =>
  reason === 'damaged' || reason === 'too-large' || reason === 'removed' || reason === 'other-copy';
