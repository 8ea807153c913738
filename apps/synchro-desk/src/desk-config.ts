/** What the page needs to find the agent. */
export interface DeskConfig {
  readonly agentUrl: string;
  readonly token: string;
}
