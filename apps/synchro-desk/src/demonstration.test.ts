import { describe, expect, it, vi } from 'vitest';
import type { AgentProcess } from './agent-process.js';
import { agentSwitch } from './agent-switch.js';
import { createDemonstration } from './demonstration.js';
import type { Places } from './places.js';
import type { Workshop } from './workshop.js';

function agentProcess() {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const stop = vi.fn(() => {
    end();
    return Promise.resolve();
  });
  return { process: { url: '', token: '', ended, stop } satisfies AgentProcess, end: () => end() };
}

const documents = {
  accounting: { path: '/m/a.cre', id: null },
  invoicing: { path: '/m/a.fac', id: 'a' },
  payroll: { path: '/m/a.salx', id: 'b' },
};
const placesState = {
  isUnplugged: false,
  isRenamed: false,
  isFolderMoved: false,
  hasCopy: false,
  isCopyOpen: false,
  isOpenElsewhere: false,
};
const facts = { file: 'x.ecf', lot: 1, bytes: 10, booking: null, entries: 1 };

function demonstration() {
  const first = agentProcess();
  const startAgent = vi.fn(() => Promise.resolve(agentProcess().process));
  const resetService = vi.fn(() => Promise.resolve());
  const onTrouble = vi.fn();
  const perform = vi.fn<Workshop['perform']>().mockResolvedValue(facts);
  const workshop: Workshop = {
    perform,
    files: () => Promise.resolve([]),
    condition: () => ({ isHalfWritten: false, isAway: false, hasTwin: false, nextSalaries: null }),
  };
  const places = {
    documents,
    homeOf: () => null,
    pathOf: (name) => Promise.resolve(`/m/${name}`),
    state: vi.fn<Places['state']>().mockResolvedValue(placesState),
    perform: vi.fn<Places['perform']>().mockResolvedValue(facts),
    putBack: vi.fn<Places['putBack']>().mockResolvedValue(undefined),
  } satisfies Places;
  const now = () => new Date('2026-06-02T10:00:00Z');
  const made = createDemonstration({
    workshop,
    service: agentSwitch(first.process, startAgent),
    places,
    surroundings: null,
    resetService,
    now,
    onTrouble,
  });
  return { made, first, startAgent, resetService, places, perform, onTrouble };
}

describe('the demonstration', () => {
  it('keeps what was done, newest first', async () => {
    const { made } = demonstration();
    await made.perform('write-invoice');
    await made.perform('remove-file');
    const { acts } = await made.state();
    expect(acts.map(({ id, act }) => [id, act])).toEqual([
      [2, 'remove-file'],
      [1, 'write-invoice'],
    ]);
    expect(acts[0]).toMatchObject({ at: '2026-06-02T10:00:00.000Z', file: 'x.ecf' });
  });

  it('does not keep what was refused', async () => {
    const { made, perform } = demonstration();
    perform.mockResolvedValue({ refusal: 'year-is-through' });
    expect(await made.perform('run-salaries')).toEqual({ ok: false, refusal: 'year-is-through' });
    expect((await made.state()).acts).toEqual([]);
  });

  it('has no simulated acts over real files', async () => {
    const { made, perform } = demonstration();
    expect(await made.perform('internet-off')).toEqual({ ok: false, refusal: 'not-there' });
    expect(perform).not.toHaveBeenCalled();
    expect(await made.state()).toMatchObject({ documents, places: placesState, hub: null });
  });

  it('writes no file while the drive is unplugged', async () => {
    const { made, places, perform } = demonstration();
    places.state.mockResolvedValue({ ...placesState, isUnplugged: true });
    expect(await made.perform('write-invoice')).toEqual({ ok: false, refusal: 'drive-unplugged' });
    expect(perform).not.toHaveBeenCalled();
    expect((await made.perform('plug-drive')).ok).toBe(true);
  });

  it('says that the system did not let the files go, in the terminal why', async () => {
    const { made, places, onTrouble } = demonstration();
    const error = new Error('EBUSY');
    places.perform.mockRejectedValue(error);
    expect(await made.perform('move-folder')).toEqual({ ok: false, refusal: 'system-refused' });
    places.putBack.mockRejectedValue(error);
    expect(await made.perform('reset')).toEqual({ ok: false, refusal: 'system-refused' });
    expect(onTrouble.mock.calls).toEqual([[error], [error]]);
  });

  it('does one act after the other, also when asked for several at once', async () => {
    const { made, places, perform } = demonstration();
    const order: string[] = [];
    perform.mockImplementation(async () => {
      order.push('begins to write');
      await new Promise((resolve) => setImmediate(resolve));
      order.push('has written');
      return facts;
    });
    places.perform.mockImplementation(() => {
      order.push('moves');
      return Promise.resolve(facts);
    });
    const done = await Promise.all([made.perform('write-in-pieces'), made.perform('move-folder')]);
    expect(done.map((result) => result.ok && result.report.id)).toEqual([1, 2]);
    expect(order).toEqual(['begins to write', 'has written', 'moves']);
  });

  it('ends the service before it puts the files back', async () => {
    const { made, first, places } = demonstration();
    await made.close();
    expect(first.process.stop).toHaveBeenCalledBefore(places.putBack);
  });

  it('stops the service and starts it again', async () => {
    const { made, first, startAgent } = demonstration();
    await made.perform('stop-service');
    expect(first.process.stop).toHaveBeenCalledOnce();
    await vi.waitFor(async () => expect((await made.state()).isServiceRunning).toBe(false), {
      timeout: 15_000,
    });
    await made.perform('start-service');
    expect(startAgent).toHaveBeenCalledOnce();
    expect((await made.state()).isServiceRunning).toBe(true);
  });

  it('sees that the service has ended by itself, and says when it does not come back', async () => {
    const { made, first, startAgent, onTrouble } = demonstration();
    first.end();
    await vi.waitFor(async () => expect((await made.state()).isServiceRunning).toBe(false), {
      timeout: 15_000,
    });
    const error = new Error('port taken');
    startAgent.mockRejectedValue(error);
    expect(await made.perform('start-service')).toEqual({ ok: false, refusal: 'service-unavailable' });
    expect(onTrouble).toHaveBeenCalledWith(error);
  });

  it('starts all over: service, places, files, journal and log', async () => {
    const { made, resetService, places, perform } = demonstration();
    await made.perform('write-invoice');
    await made.perform('stop-service');
    perform.mockClear();
    await made.perform('reset');
    expect(places.putBack).toHaveBeenCalledBefore(perform);
    expect(perform).toHaveBeenCalledBefore(resetService);
    const { acts, isServiceRunning } = await made.state();
    expect(acts.map(({ act }) => act)).toEqual(['write-invoice', 'write-invoice', 'reset']);
    expect(isServiceRunning).toBe(true);
  });
});
