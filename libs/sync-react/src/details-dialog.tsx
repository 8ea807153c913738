import type { StatusSnapshot } from './contract-types.js';
export function DetailsDialog(_: {
  readonly snapshot: StatusSnapshot;
  readonly itemId: string;
  readonly onClose: () => void;
}) {
  return null;
}
