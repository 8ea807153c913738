import { describe, expect, it } from 'vitest';
import { readHostMessage } from './host-messages.js';

describe('readHostMessage', () => {
  it.each([
    { type: 'synchro-host', takes: ['post'] },
    { type: 'synchro-document-opened', path: 'C:\\Compta.cre', documentId: 'd1' },
    { type: 'synchro-document-closed' },
    { type: 'synchro-locale', locale: 'de-CH' },
    { type: 'synchro-theme', theme: 'dark' },
    { type: 'synchro-command-answer', requestId: 'r1', taken: false },
  ])('reads $type, as a value and as text', (message) => {
    expect(readHostMessage(message)).toEqual(message);
    expect(readHostMessage(JSON.stringify(message))).toEqual(message);
  });

  it('takes a document without an id', () => {
    const read = { type: 'synchro-document-opened', path: 'a.cre', documentId: null };
    expect(readHostMessage({ type: 'synchro-document-opened', path: 'a.cre' })).toEqual(read);
  });

  it('leaves out the commands that it does not know, as a newer host may name them', () => {
    const message = { type: 'synchro-host', takes: ['migrate', 'post', 7] };
    expect(readHostMessage(message)).toEqual({ type: 'synchro-host', takes: ['post'] });
  });

  it.each([
    [undefined],
    [null],
    [7],
    [''],
    ['{"type":"synchro-locale"'],
    ['"synchro-document-closed"'],
    [[]],
    [{}],
    [{ type: 'webpackOk' }],
    [{ type: ['synchro-document-closed'] }],
    [{ type: 'synchro-host', takes: 'post' }],
    [{ type: 'synchro-document-opened' }],
    [{ type: 'synchro-document-opened', path: '' }],
    [{ type: 'synchro-document-opened', path: { toString: 'a.cre' } }],
    [{ type: 'synchro-document-opened', path: 'a.cre', documentId: 7 }],
    [{ type: 'synchro-locale', locale: 7 }],
    [{ type: 'synchro-theme', theme: 'sepia' }],
    [{ type: 'synchro-command-answer', requestId: 'r1' }],
    [{ type: 'synchro-command-answer', requestId: 'r1', taken: 'yes' }],
  ])('ignores %j', (data) => expect(readHostMessage(data)).toBeNull());
});
