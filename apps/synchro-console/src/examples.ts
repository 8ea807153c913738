/** Entry point of whoever goes through the examples; data only, so that it can be read without a browser. */
export { answerConsole } from './examples/answer-console.js';
export { pressButtons } from './examples/press-buttons.js';
export { consoleExamples } from './examples/console-examples.js';
export type { ConsoleExample } from './examples/console-examples.js';
