import { consoleExamples } from '@synchro/synchro-console/examples';
import {
  bannerExamples,
  fileEntriesExamples,
  chooserExamples,
  migrationDialogExamples,
  restoreLinkExamples,
  signInExamples,
} from '@synchro/sync-react/examples';
import { postingExamples } from './posting-examples.js';

const namesOf = (examples: object): readonly string[] => Object.keys(examples);
const hasDetails = (name: string): boolean =>
  (bannerExamples[name as keyof typeof bannerExamples].snapshot?.notifications ?? []).some(
    ({ action }) => action === 'details' || action === 'take-over',
  );

/** Every state that a person can see, by group and name: the page's list, and what the end-to-end tests go through. */
export const exampleGroups = {
  banner: namesOf(bannerExamples),
  details: namesOf(bannerExamples).filter(hasDetails),
  posting: namesOf(postingExamples),
  'sign-in': namesOf(signInExamples),
  chooser: namesOf(chooserExamples),
  'restore-link': namesOf(restoreLinkExamples),
  migration: namesOf(migrationDialogExamples),
  'file-entries': namesOf(fileEntriesExamples),
  console: namesOf(consoleExamples),
} as const satisfies Record<string, readonly string[]>;
