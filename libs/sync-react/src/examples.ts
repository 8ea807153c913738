export { bannerExamples } from './examples/banner-examples.js';
export type { BannerExample } from './examples/banner-examples.js';
export { anEntry, entryExamples, manyEntries } from './examples/example-entries.js';
export { aSnapshot, counts, EXAMPLE_NOW, notificationExamples } from './examples/example-parts.js';
