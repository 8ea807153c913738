/** For the tests of apps over this library. */
export { fakeClient } from './testing/fake-client.js';
export type { FakeClient, FakeInput } from './testing/fake-client.js';
export { stubLayout } from './testing/stub-layout.js';
