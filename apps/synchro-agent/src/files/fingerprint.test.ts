import type { BigIntStats } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.js';

const stats = (ino: bigint, mtimeNs = 0n) => ({ size: 3n, mtimeNs, ctimeNs: mtimeNs, ino }) as BigIntStats;

describe('fingerprintOf', () => {
  it('keeps an inode that a number can hold', () => {
    expect(fingerprintOf(stats(42n)).inode).toBe(42);
    expect(fingerprintOf(stats(2n ** 53n - 1n)).inode).toBe(2 ** 53 - 1);
  });

  it('folds a larger one into a safe number and tells neighbours apart', () => {
    const large = [
      2n ** 53n,
      2n ** 53n + 1n,
      2n ** 63n,
      2n ** 63n + 1n,
      2n ** 64n - 1n,
      2n ** 64n - 2n,
      2n ** 56n,
    ];
    const folded = large.map((ino) => fingerprintOf(stats(ino)).inode);
    expect(folded.every(Number.isSafeInteger)).toBe(true);
    expect(new Set(folded).size).toBe(large.length);
  });

  it('tells times apart to the microsecond', () => {
    const now = 1_780_650_000_123_456_789n;
    const time = (ns: bigint) => fingerprintOf(stats(1n, ns)).modifiedAtMs;
    expect(time(now)).toBeCloseTo(1_780_650_000_123.456, 3);
    expect(time(now)).not.toBe(time(now + 1000n));
  });
});
