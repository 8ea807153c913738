import { describe, expect, it, vi } from 'vitest';
import type { AgentProcess } from './agent-process.js';
import { agentSwitch } from './agent-switch.js';
import { createDemonstration } from './demonstration.js';
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
const facts = { file: 'x.ecf', lot: 1, bytes: 10, booking: null, entries: 1 };

function demonstration() {
  const first = agentProcess();
  const startAgent = vi.fn(() => Promise.resolve(agentProcess().process));
  const unpostAll = vi.fn(() => Promise.resolve());
  const onTrouble = vi.fn();
  const perform = vi.fn<Workshop['perform']>().mockResolvedValue(facts);
  const workshop: Workshop = {
    perform,
    files: () => Promise.resolve([]),
    condition: () => ({ isHalfWritten: false, isAway: false, hasTwin: false, nextSalaries: null }),
  };
  const now = () => new Date('2026-06-02T10:00:00Z');
  const made = createDemonstration({
    workshop,
    service: agentSwitch(first.process, startAgent),
    documents: () => documents,
    simulated: null,
    unpostAll,
    now,
    onTrouble,
  });
  return { made, first, startAgent, unpostAll, perform, onTrouble };
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
    expect(await made.state()).toMatchObject({ documents, simulation: null });
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

  it('starts all over: service, files, journal and log', async () => {
    const { made, unpostAll } = demonstration();
    await made.perform('write-invoice');
    await made.perform('stop-service');
    await made.perform('reset');
    expect(unpostAll).toHaveBeenCalledOnce();
    const { acts, isServiceRunning } = await made.state();
    expect(acts.map(({ act }) => act)).toEqual(['write-invoice', 'write-invoice', 'reset']);
    expect(isServiceRunning).toBe(true);
  });
});
