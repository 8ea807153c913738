import { pino } from 'pino';
import type { Logger } from 'pino';

/** Structured lines on stderr; stdout is for the one line that says where the agent listens. */
export function createLogger(level: string): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  );
}
