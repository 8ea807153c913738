import type { AgentProcess } from './agent-process.js';
import type { ServiceSwitch } from './service-switch.js';

/**
 * The agent as a service that can be stopped and started; it may also end by itself.
 * @param startAgent starts it again, on the same port
 */
export function agentSwitch(first: AgentProcess, startAgent: () => Promise<AgentProcess>): ServiceSwitch {
  let agent: AgentProcess | null = null;
  const runs = (started: AgentProcess) => {
    agent = started;
    void started.ended.then(() => {
      if (agent === started) agent = null;
    });
  };
  runs(first);
  return {
    get isRunning() {
      return agent !== null;
    },
    stop: async () => {
      await agent?.stop();
    },
    start: async () => {
      if (agent === null) runs(await startAgent());
    },
  };
}
