import { lockFolder } from './lock.js';

/** A process of its own for `lock.test.ts`: takes the folder, says so, and holds it until it is killed. */
const [folder = ''] = process.argv.slice(2);
lockFolder(folder);
process.stdout.write('locked\n');
// Stays as long as the test that started it.
process.on('disconnect', () => process.exit());
