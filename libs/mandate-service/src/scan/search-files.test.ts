import { sampleBytes } from '@synchro/sync-core/sample-documents';
import { createContentSketcher } from '@synchro/sync-core/domain';
import { describe, expect, it } from 'vitest';
import { createMemoryFileSystem } from '../files/memory-file-system.js';
import { searchFiles } from './search-files.js';
import type { SearchLimits } from './search-files.js';

const SIZE = 20_000;

/** Which of four files of one size are looked into, in a folder and in one below it. */
async function lookedInto(limits: Partial<SearchLimits>): Promise<readonly string[]> {
  const files = createMemoryFileSystem();
  for (const [n, path] of ['/m/1.fac', '/m/2.fac', '/m/sub/3.fac', '/m/sub/4.fac'].entries())
    files.write(path, sampleBytes(SIZE, n));
  const sketcher = createContentSketcher();
  sketcher.add(sampleBytes(SIZE, 9));
  const looked: string[] = [];
  await searchFiles(files, {
    sought: {
      name: 'x.fac',
      documentId: null,
      carriedId: null,
      look: { size: SIZE, modifiedAtMs: 0, inode: 0 },
      origin: null,
      sketch: sketcher.finish(),
    },
    extension: '.fac',
    folders: [{ path: '/m', opens: 'all', opensBelow: 'same-size' }],
    common: new Set(),
    isTaken: () => false,
    lookInto: (path) => {
      looked.push(path);
      return Promise.resolve(null);
    },
    limits: { folders: 9, files: 9, opened: 9, openedBytes: 9 * SIZE, ...limits },
  });
  return looked;
}

describe('searchFiles', () => {
  it('L7d: looks into as many files, and as many bytes, as one search may', async () => {
    expect(await lookedInto({})).toHaveLength(4);
    expect(await lookedInto({ opened: 3 })).toEqual(['/m/1.fac', '/m/2.fac', '/m/sub/3.fac']);
    expect(await lookedInto({ openedBytes: 3 * SIZE })).toEqual(['/m/1.fac', '/m/2.fac', '/m/sub/3.fac']);
    expect(await lookedInto({ openedBytes: 3 * SIZE - 1 })).toEqual(['/m/1.fac', '/m/2.fac']);
  });
});
