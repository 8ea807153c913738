/** What the page needs to find the agent and the open document. */
export interface DeskConfig {
  readonly agentUrl: string;
  readonly token: string;
  readonly documentPath: string;
}
