/** The service as something that can be stopped and started. */
export interface ServiceSwitch {
  readonly isRunning: boolean;
  stop(): Promise<void>;
  /** Does nothing where it runs. @throws if it does not start */
  start(): Promise<void>;
}
