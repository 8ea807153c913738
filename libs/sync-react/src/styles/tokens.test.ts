import { describe, expect, it } from 'vitest';
import tokens from './tokens.css?raw';

const colours = new Map(
  [...tokens.matchAll(/--([\w-]+): var\(--synchro-[\w-]+, light-dark\((#\w{6}), (#\w{6})\)\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, [light, dark] as const],
  ),
);

const channel = (value: number): number => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};
const luminance = (hex: string): number => {
  const at = (i: number) => channel(Number.parseInt(hex.slice(i, i + 2), 16));
  return 0.2126 * at(1) + 0.7152 * at(3) + 0.0722 * at(5);
};
const contrast = (a: string, b: string): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

const severities = ['information', 'warning', 'error', 'success'];
const pairs: (readonly [string, string])[] = [
  ...severities.flatMap((one) => [
    ['text', `${one}-back`] as const,
    ['quiet', `${one}-back`] as const,
    [one, `${one}-back`] as const,
    ['error', `${one}-back`] as const,
    ['on-colour', one] as const,
    [one, 'surface'] as const,
    [one, 'raised'] as const,
  ]),
  ['text', 'surface'],
  ['text', 'raised'],
  ['quiet', 'surface'],
  ['quiet', 'raised'],
];

describe('tokens', () => {
  it.each(pairs)('B2: %s on %s has a contrast of 4.5 and more, light and dark', (front, back) => {
    for (const theme of [0, 1] as const) {
      const [a, b] = [colours.get(front)?.[theme], colours.get(back)?.[theme]];
      expect(contrast(a ?? '#000000', b ?? '#000000')).toBeGreaterThanOrEqual(4.5);
    }
  });
});
