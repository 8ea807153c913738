import { describe, expect, it } from 'vitest';
import { anEntry } from '../examples.js';
import { alreadyPostedRequest, postingRequest } from './posting-request.js';
import { choose, everything, extentOf, isLate, isSelected } from './selection.js';

const sound = [anEntry('a'), anEntry('b')];
const [a, b] = [sound[0]!, sound[1]!];
const faulty = anEntry('c', { problems: [{ code: 'unbalanced' }] });
const blocked = anEntry('d', { problems: [{ code: 'source-blocked', trouble: 'suspect' }] });
const whole = { first: new Set(['a', 'b', 'c', 'd']), chosen: new Map<string, boolean>() };
const all = [...sound, faulty, blocked];

describe('selection', () => {
  it('begins with all that is sound', () => {
    expect(all.filter((item) => isSelected(item, everything)).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(extentOf(all, everything)).toBe('all');
  });

  it('keeps what was chosen, and nothing chooses an entry with problems', () => {
    const some = choose(choose(whole, all, true), [a], false);
    expect(all.filter((item) => isSelected(item, some)).map(({ id }) => id)).toEqual(['b']);
    expect(extentOf(all, some)).toBe('some');
    expect(extentOf(all, choose(some, [b], false))).toBe('none');
  });

  it('does not choose by itself what comes in after the list was whole', () => {
    const late = anEntry('e');
    expect(isSelected(late, whole)).toBe(false);
    expect(isLate(late, whole)).toBe(true);
    expect(isLate(late, choose(whole, [late], true))).toBe(false);
    expect(isSelected(late, choose(whole, [late], true))).toBe(true);
  });
});

describe('posting requests', () => {
  it('all that is sound goes as "all", with the revision that was seen', () => {
    expect(postingRequest(all, whole, 7)).toEqual({ entries: 'all', revision: 7 });
  });

  it('a part goes by ids', () => {
    expect(postingRequest(all, choose(whole, [a], false), 7)).toEqual({ entries: ['b'] });
  });

  it('what is already posted goes by ids, with problems if wanted, but never from a blocked file', () => {
    expect(alreadyPostedRequest(all, whole, false)).toEqual({ entries: ['a', 'b'], as: 'already-posted' });
    expect(alreadyPostedRequest(all, whole, true)).toEqual({
      entries: ['a', 'b', 'c'],
      as: 'already-posted',
    });
  });
});
