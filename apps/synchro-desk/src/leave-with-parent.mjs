/**
 * Loaded into the agent before its own code (`node --import`): when the desk is gone, however it ended, the
 * channel between the two closes, and the agent stops as if it had been told to. Windows has no signals, so
 * this is also how the desk stops it on purpose.
 */
process.once('disconnect', () => {
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit();
});
// The channel alone must not keep the agent alive.
process.channel?.unref();
