import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';

const libs = new URL('../../../', import.meta.url);
const spec = readFileSync(new URL('sync-core/SPEC.md', libs), 'utf8');

/** The rules that SPEC.md numbers: `- **C4a** …`. */
const rules = [...spec.matchAll(/^- \*\*([A-Z]\d+[a-z]?)\*\*/gm)].map(([, id = '']) => id);

/** The rules that test titles in a folder name: `it('C1, C4a: …')`. */
function titled(folder: string): Set<string> {
  const root = new URL(folder, libs);
  if (!existsSync(root)) return new Set();
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter((name) => /\.(?:test|contract)\.tsx?$/.test(name))
    .map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), root), 'utf8'));
  const titles = sources.flatMap((text) => [
    ...text.matchAll(/\(\s*['"`]((?:[A-Z]\d+[a-z]?, )*[A-Z]\d+[a-z]?): /g),
  ]);
  return new Set(titles.flatMap(([, ids = '']) => ids.split(', ')));
}

describe('SPEC.md', () => {
  const [domain, elsewhere, service, files] = [
    titled('sync-core/src/domain/'),
    titled('sync-core/src/'),
    titled('mandate-service/src/'),
    titled('cresus-files/src/'),
  ];

  it('numbers each rule once', () => {
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter((id, i) => rules.indexOf(id) !== i)).toEqual([]);
  });

  it('has no rule without a test', () => {
    const tested = new Set([...elsewhere, ...service, ...files]);
    expect(rules.filter((id) => !tested.has(id))).toEqual([]);
  });

  it('knows every rule that a test of the domain, the service or the readers names', () => {
    expect([...domain, ...service, ...files].filter((id) => !rules.includes(id)).sort()).toEqual([]);
  });

  it('names files that exist', () => {
    const named = [...spec.matchAll(/`([a-z-]+\.ts)`/g)].map(([, name = '']) => name);
    const folders = ['sync-core/src/domain/', 'mandate-service/src/', 'cresus-files/src/'];
    const files = folders.flatMap((folder) =>
      readdirSync(new URL(folder, libs), { recursive: true, encoding: 'utf8' }).map((path) => basename(path)),
    );
    expect(named.filter((name) => !files.includes(name))).toEqual([]);
  });
});
