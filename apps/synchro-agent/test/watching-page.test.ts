import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const app = fileURLToPath(new URL('..', import.meta.url));
const page = readFileSync(new URL('../../../docs/watching.md', import.meta.url), 'utf8');

const files = ['src', 'test'].flatMap((folder) =>
  readdirSync(`${app}/${folder}`, { recursive: true, encoding: 'utf8' }).map(
    (path) => `${app}/${folder}/${path}`,
  ),
);
const titled = new Set(
  files
    .filter((path) => path.endsWith('.test.ts'))
    .flatMap((path) => [
      ...readFileSync(path, 'utf8').matchAll(/\(\s*['"`]((?:V\d+[a-z]?, )*V\d+[a-z]?): /gu),
    ])
    .flatMap(([, ids = '']) => ids.split(', ')),
);
const promises = [...page.matchAll(/^- \*\*(V\d+[a-z]?)\*\*/gmu)].map(([, id = '']) => id);

describe('docs/watching.md', () => {
  it('numbers each promise once, and each has a test', () => {
    expect(promises.length).toBeGreaterThan(0);
    expect(new Set(promises).size).toBe(promises.length);
    expect(promises.filter((id) => !titled.has(id))).toEqual([]);
  });

  it('has every promise that a test names', () => {
    expect([...titled].filter((id) => !promises.includes(id))).toEqual([]);
  });

  it('names files that exist', () => {
    const names = [...page.matchAll(/`([a-z-]+\.c?ts)`/gu)].map(([, name = '']) => name);
    expect(names.filter((name) => !files.some((path) => basename(path) === name))).toEqual([]);
  });
});
