import type { EntryLineMessage } from '../contract-types.js';

/** Decimal text of the contract → centimes; whole numbers, so that sums are exact. An empty amount counts nothing. */
export function centimesOf(amount: string | null): number {
  return amount === null ? 0 : Number(amount.replace('.', ''));
}

/** `125050` → `1250.50` */
export function decimalText(centimes: number): string {
  const digits = String(Math.abs(centimes)).padStart(3, '0');
  return `${centimes < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** What an entry is worth: its amount, or in a compound one the sum of its debit side, which equals the other. */
export function entryCentimes(lines: readonly EntryLineMessage[]): number {
  const counted = lines.length === 1 ? lines : lines.filter(({ debit }) => debit !== OPEN_SIDE);
  return counted.reduce((sum, { amount }) => sum + centimesOf(amount), 0);
}

/** How a compound's line names the side that its other lines fill. */
export const OPEN_SIDE = '...';
