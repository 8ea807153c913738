import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const page = readFileSync(new URL('docs/security.md', root), 'utf8');
const promises = [...page.matchAll(/^- \*\*(G\d+)\*\*/gm)].map(([, id = '']) => id);

/** Where promises of this page are tested. */
const TESTS = [
  'apps/synchro-agent/',
  'apps/synchro-console/src/',
  'apps/host-examples/',
  'libs/sync-core/src/client/',
  'libs/sync-react/src/embedding/',
  'e2e/',
  'tools/',
];

function titled(folder: string): string[] {
  const at = new URL(folder, root);
  const files = readdirSync(at, { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => /\.(?:test|spec)\.(?:tsx?|js)$/.test(name) && !name.includes('node_modules'))
    .flatMap((name) => {
      const text = readFileSync(new URL(name.replaceAll('\\', '/'), at), 'utf8');
      return [...text.matchAll(/\(\s*['"`]((?:G\d+, )*G\d+): /g)].flatMap(([, ids = '']) => ids.split(', '));
    });
}

describe('docs/security.md', () => {
  const tested = new Set(TESTS.flatMap(titled));

  it('numbers each promise once', () => {
    expect(promises).toEqual([...new Set(promises)]);
    expect(promises.length).toBeGreaterThan(0);
  });

  it('has no promise without a test, and no test without a promise', () => {
    expect([...tested].sort()).toEqual([...promises].sort());
  });
});
