/** How many documents are known again in each case: 1,000 documents of ten programs' templates, see the trial. */
import { runRecognitionTrial } from '../src/testing/recognition-trial.js';

const DOCUMENTS = 1_000;

const outcomes = runRecognitionTrial(DOCUMENTS);
const columns = ['right', 'wrong', 'undecided', 'offered'] as const;
console.log(`${DOCUMENTS} documents`.padEnd(32), ...columns.map((column) => column.padStart(10)));
for (const [name, outcome] of outcomes)
  console.log(name.padEnd(32), ...columns.map((column) => String(outcome[column]).padStart(10)));
if ([...outcomes.values()].some(({ wrong }) => wrong > 0)) {
  console.error('A document was taken for another.');
  process.exitCode = 1;
}
