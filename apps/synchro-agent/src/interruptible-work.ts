/** Long work of one turn of the event loop, during which the signals that end the process take effect at once. */
export interface InterruptibleWork {
  /** Does the work; ends the process instead where it has been told to end meanwhile. */
  readonly run: <T>(work: () => T) => T;
  /** From now on the signal runs this instead of ending the process as it is; once. */
  readonly onEnd: (stop: (signal: NodeJS.Signals) => void) => void;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Taking in a large file is one transaction of many seconds, and a handler in JavaScript would wait for its end. The
 * process may end at any instruction, so while such work runs nobody handles the signal, and the system ends the process.
 */
export function interruptibleWork(): InterruptibleWork {
  let isEnding = false;
  let isListening = false;
  let stop: ((signal: NodeJS.Signals) => void) | null = null;
  const end = (signal: NodeJS.Signals) => {
    isEnding = true;
    listen(false);
    stop?.(signal);
  };
  const listen = (shouldListen: boolean) => {
    if (shouldListen === isListening) return;
    isListening = shouldListen;
    for (const signal of SIGNALS)
      if (shouldListen) process.on(signal, end);
      else process.removeListener(signal, end);
  };
  return {
    run(work) {
      if (isEnding) process.exit(0);
      const listened = isListening;
      listen(false);
      try {
        return work();
      } finally {
        listen(listened);
      }
    },
    onEnd(run) {
      stop = run;
      listen(true);
    },
  };
}
