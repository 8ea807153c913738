/** What shows an example outside of the tests: a client that says what the example says, and an app that shows all. */
export { answerAs } from './testing/answer-as.js';
export { fakeClient } from './testing/fake-client.js';
export type { FakeClient } from './testing/fake-client.js';
export { testApp } from './testing/test-app.js';
export { loadBannerMessages } from './messages/banner-messages.js';
export { createTranslate } from './messages/create-translate.js';
