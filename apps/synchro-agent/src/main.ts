/**
 * The agent's first instruction. What it is made of is loaded here, by files that the system may refuse to open: then the
 * agent says so in a sentence, as for every other reason not to start [G14].
 */
try {
  await import('./run-agent.js');
} catch (error) {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code !== 'EMFILE' && code !== 'ENFILE') throw error;
  process.stderr.write(
    `The system lets this process open too few files (${code}). Raise the limit, for example by "ulimit -n 1024", and start the agent again.\n`,
  );
  process.exit(1);
}
