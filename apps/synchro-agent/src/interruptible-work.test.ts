import { beforeAll, describe, expect, it } from 'vitest';
import { childRunner } from './store/run-child.js';

let startChild: Awaited<ReturnType<typeof childRunner>>;
beforeAll(async () => {
  startChild = await childRunner('../interruptible-work.child.ts');
});

describe.runIf(process.platform !== 'win32')('long work', () => {
  it('G17: does not keep a signal from ending the process', async () => {
    await using child = startChild('at once');
    await child.written(1);
    process.kill(child.pid, 'SIGTERM');
    expect(await child.ended).toEqual([null, 'SIGTERM']);
    expect(child.lines).toEqual(['at work']);
  });

  it('G17: is not begun any more once the process has been told to end', async () => {
    await using child = startChild('when told to end');
    await child.written(1);
    process.kill(child.pid, 'SIGTERM');
    expect(await child.ended).toEqual([0, null]);
    expect(child.lines).toEqual(['idle', 'handled SIGTERM']);
  });

  it('G17: leaves the signals to their handler once it is over', async () => {
    await using child = startChild('never');
    await child.written(1);
    process.kill(child.pid, 'SIGINT');
    await child.written(2);
    expect(child.lines).toEqual(['idle', 'handled SIGINT']);
  });
});
