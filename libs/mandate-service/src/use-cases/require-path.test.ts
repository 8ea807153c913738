import { expect, it } from 'vitest';
import { createMemoryFileSystem } from '../files/memory-file-system.js';
import { failureOf } from '../testing/failure-of.js';
import { requireFileAt } from './require-path.js';

it.each(['EACCES', 'EPERM'])(
  'D4a: a file that the system refuses with %s is answered as not found',
  async (code) => {
    const files = createMemoryFileSystem();
    files.write('/srv/x.fac', 'a document');
    const refusing = { ...files, stat: () => Promise.reject(Object.assign(new Error(code), { code })) };
    const answers = [
      await failureOf(requireFileAt({ files: refusing }, 'path', '/srv/x.fac')),
      await failureOf(requireFileAt({ files }, 'path', '/srv/y.fac')),
    ];
    expect(answers.map((answer) => [answer.code, Object.keys(answer.details)])).toEqual([
      ['path-not-found', ['field', 'path']],
      ['path-not-found', ['field', 'path']],
    ]);
  },
);

it('D4a: another error of the disk is none of these answers', async () => {
  const files = { ...createMemoryFileSystem(), stat: () => Promise.reject(new Error('EIO')) };
  await expect(requireFileAt({ files }, 'path', '/srv/x.fac')).rejects.toThrow('EIO');
});
