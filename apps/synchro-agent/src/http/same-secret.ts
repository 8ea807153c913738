import { createHmac, timingSafeEqual } from 'node:crypto';

/** In constant time; the digests also hide a difference in length. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
