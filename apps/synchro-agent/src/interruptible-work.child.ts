import { interruptibleWork } from './interruptible-work.js';

/** A process of its own for `interruptible-work.test.ts`: says how it ends, and that it has begun what never ends. */
const say = (line: string) => process.stdout.write(`${line}\n`);
const [when = ''] = process.argv.slice(2);
const { run, onEnd } = interruptibleWork();
const forEver = () => {
  say('at work');
  for (;;);
};

onEnd((signal) => {
  say(`handled ${signal}`);
  if (when === 'when told to end') run(forEver);
});
if (when === 'at once') setImmediate(() => run(forEver));
else {
  run(() => undefined);
  say('idle');
}
// Stays as long as the test that started it.
process.on('disconnect', () => process.exit());
