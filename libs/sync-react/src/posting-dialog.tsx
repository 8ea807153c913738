import type { StatusSnapshot } from './contract-types.js';
export function PostingDialog(_: { readonly snapshot: StatusSnapshot; readonly onClose: () => void }) {
  return null;
}
