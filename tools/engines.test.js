import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));

const numbers = (text) => {
  const parts = text.split('.').map((part) => (part === 'x' || part === '*' ? 0 : Number(part)));
  if (parts.some(Number.isNaN)) throw new Error(`Not a version: ${text}`);
  return [0, 1, 2].map((index) => parts[index] ?? 0);
};
const compare = (a, b) => a.map((part, index) => part - b[index]).find((difference) => difference !== 0) ?? 0;

/** The ranges that packages use: `>=20`, `^20.17.0`, `18`, `6.*`, joined by spaces and `||`. */
function fits(version, range) {
  const found = numbers(version);
  return range.split('||').some((alternative) =>
    alternative
      .trim()
      .replaceAll(/([<>=^~]) +/g, '$1')
      .split(/ +/)
      .every((comparator) => {
        const [, operator, wanted] = /^(>=|<|\^|)([\d.x*]+)$/.exec(comparator) ?? [];
        if (wanted === undefined) throw new Error(`Not a range that this test knows: ${range}`);
        const difference = compare(found, numbers(wanted));
        if (operator === '>=') return difference >= 0;
        if (operator === '<') return difference < 0;
        return found[0] === numbers(wanted)[0] && difference >= 0;
      }),
  );
}

describe('the packages that ship', () => {
  const floor = read('package.json').engines.node.replace('>=', '');
  const shipped = Object.entries(read('package-lock.json').packages).filter(
    ([path, { dev, engines }]) =>
      path.includes('node_modules/') && dev !== true && engines?.node !== undefined,
  );

  it('G16: all run on the oldest Node.js that `engines` names', () => {
    expect(shipped.length).toBeGreaterThan(50);
    const tooNew = shipped.filter(([, { engines }]) => !fits(floor, engines.node));
    expect(tooNew.map(([path, { version, engines }]) => `${path} ${version}: ${engines.node}`)).toEqual([]);
  });

  it('G16: the oldest version is one of a range, or not', () => {
    for (const range of [
      '>=20',
      '>= 20.19.0',
      '^20.17.0 || >=22.9.0',
      '18 || 20 || >=22',
      '6.* || >= 10.*',
      '>=16 <21',
    ])
      expect([range, fits('20.19.0', range)]).toEqual([range, true]);
    for (const range of ['>=22', '^20.20.0', '18 || >=22', '>=16 <20', '>=20.19.1'])
      expect([range, fits('20.19.0', range)]).toEqual([range, false]);
  });
});
