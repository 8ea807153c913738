import { describe, expect, it } from 'vitest';
import { runRecognitionTrial } from './recognition-trial.js';

describe('recognition, over many documents', () => {
  it('L6, L8: is never wrong, and is right where there is a proof', () => {
    const outcomes = runRecognitionTrial(24);
    expect([...outcomes].filter(([, { wrong }]) => wrong > 0)).toEqual([]);
    for (const name of ['renamed', 'moved and saved', 'folder renamed', 'to another volume', 'copied'])
      expect([name, outcomes.get(name)]).toEqual([name, { right: 24, wrong: 0, undecided: 0, offered: 0 }]);
    for (const name of ['there, a tenth changed', 'there, inserted at the front', 'there, appended'])
      expect([name, outcomes.get(name)?.offered]).toEqual([name, 24]);
  });
});
