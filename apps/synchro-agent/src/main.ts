import { parseArguments, USAGE } from './arguments.js';
import { createLogger } from './logger.js';
import { startAgent, StartError } from './start-agent.js';

/** The agent as a process: arguments in, one JSON line when ready, a clean end on SIGINT and SIGTERM. */
const parsed = parseArguments(process.argv.slice(2));
if (!parsed.ok) {
  process.stderr.write(`${parsed.message}\n${USAGE}\n`);
  process.exit(2);
}

const logger = createLogger(parsed.value.logLevel);
try {
  const agent = await startAgent({ ...parsed.value, logger });
  process.stdout.write(JSON.stringify({ url: agent.url, tokenFile: agent.tokenFile }) + '\n');
  const stop = (signal: NodeJS.Signals) => {
    logger.info({ signal }, 'stopping');
    agent.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  if (error instanceof StartError) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  throw error;
}
