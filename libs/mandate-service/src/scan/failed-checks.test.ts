import { SynchroError } from '@synchro/sync-core/contract';
import { describe, expect, it } from 'vitest';
import { FileAccessError } from '../files/file-access-error.js';
import { createManualClock } from '../testing/manual-clock.js';
import { createFailedChecks } from './failed-checks.js';

const open = () => {
  const clock = createManualClock('2026-07-01T08:00:00.000Z');
  const changes: string[] = [];
  const checks = createFailedChecks({
    clock,
    onChange: () => changes.push(clock.now()),
    onError: () => undefined,
  });
  /** One scan that makes one check. */
  const scan = async (path: string, result: Error | null) => {
    const round = checks.begin('m1');
    const due = await round.attempt({ accountingFileId: null, path }, () =>
      result === null ? Promise.resolve(null) : Promise.reject(result),
    );
    round.end();
    return due;
  };
  const advance = (ms: number) => clock.advance(ms, () => Promise.resolve());
  return { checks, changes, scan, advance };
};
const refused = (code: string) => Object.assign(new Error(code), { code });

describe('failed checks', () => {
  it('W2: a check is repeated whenever its failure has lasted twice as long', async () => {
    const { scan, advance } = open();
    const due: (number | null)[] = [];
    for (let i = 0; i < 10; i += 1) {
      const ms = await scan('/a', refused('EBUSY'));
      due.push(ms);
      await advance(ms ?? 0);
    }
    expect(due).toEqual([250, 250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it('W2: a drive that does not answer is reported at once', async () => {
    const { checks, scan } = open();
    await scan('/a', new FileAccessError('/a', 'not-responding'));
    expect(checks.of('m1')).toMatchObject([{ path: '/a', reason: 'not-responding' }]);
  });

  it('W3: what is no longer checked is no longer reported', async () => {
    const { checks, changes, scan, advance } = open();
    await scan('/a', refused('EIO'));
    await advance(2_000);
    await scan('/a', refused('EIO'));
    expect(checks.of('m1')).toHaveLength(1);
    expect(changes).toHaveLength(1);
    await scan('/b', null);
    expect(checks.of('m1')).toEqual([]);
    expect(changes).toHaveLength(2);
  });

  it('W4: a database that cannot be written is one failure', async () => {
    const { checks, advance } = open();
    const full = new SynchroError('storage-failed', { reason: 'SQLITE_FULL' });
    for (let scans = 0; scans < 2; scans += 1) {
      const round = checks.begin('m1');
      for (const path of ['/a', '/b', '/c'])
        await round.attempt({ accountingFileId: path, path }, () => Promise.reject(full));
      round.end();
      await advance(2_000);
    }
    expect(checks.of('m1')).toMatchObject([{ accountingFileId: null, path: '/a', reason: 'disk-full' }]);
  });
});
