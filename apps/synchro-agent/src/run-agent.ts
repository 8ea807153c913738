import { tmpdir } from 'node:os';
import { parseArguments, USAGE } from './arguments.js';
import { endProcess } from './end-process.js';
import { interruptibleWork } from './interruptible-work.js';
import { createLogger } from './logger.js';
import { startAgent, StartError } from './start-agent.js';
import { defaultTokenFile } from './token-file.js';

/** How long the parts may take to close; after that the process ends as it is, which it must be able to at any time. */
const CLOSE_WITHIN_MS = 1_000;

/** The agent as a process: arguments in, one JSON line when ready, a clean end on SIGINT and SIGTERM. */
const parsed = parseArguments(process.argv.slice(2));
if (!parsed.ok) {
  process.stderr.write(`${parsed.message}\n${USAGE}\n`);
  process.exit(2);
}

const { value: given } = parsed;
const logger = createLogger(given.logLevel);
const tokenFile =
  given.tokenFile ??
  defaultTokenFile(given.data, {
    runtimeFolder: process.env['XDG_RUNTIME_DIR'],
    temporaryFolder: tmpdir(),
    userId: process.getuid?.(),
  });
try {
  const { run: interruptibly, onEnd } = interruptibleWork();
  const agent = await startAgent({ ...given, tokenFile, logger, interruptibly });
  const stop = (signal: NodeJS.Signals) => {
    logger.info({ signal }, 'stopping');
    const giveUp = setTimeout(() => {
      logger.warn('something does not answer (a network drive?): ending without it');
      void endProcess(0, signal);
    }, CLOSE_WITHIN_MS);
    agent.close().then(
      () => {
        clearTimeout(giveUp);
        return endProcess(0, signal);
      },
      (error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        return endProcess(1, signal);
      },
    );
  };
  onEnd(stop);
  // Last: whoever reads it may end the process in the same moment.
  process.stdout.write(JSON.stringify({ url: agent.url, tokenFile: agent.tokenFile }) + '\n');
} catch (error) {
  if (error instanceof StartError) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  throw error;
}
