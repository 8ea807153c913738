import { describe, expect, it } from 'vitest';
import { deskActs, placeActs, worldActs } from '../../acts.js';
import type { ActReport, DeskAct } from '../../acts.js';
import type { Locale, Messages } from './messages.js';
import { de } from './messages-de.js';
import { en } from './messages-en.js';
import { fr } from './messages-fr.js';
import { it as italian } from './messages-it.js';

const texts: Record<Locale, Messages> = { fr, de, it: italian, en };
const report = (act: DeskAct): ActReport & { act: DeskAct } => ({
  id: 1,
  act,
  at: '2026-06-02T10:00:00.000Z',
  file: 'x.ecf',
  lot: 21,
  bytes: 5_000,
  booking: { date: '2026-06-02', voucher: '2026-021', label: 'Facture 2026-021', totalInCentimes: 100 },
  entries: 1,
});
const format = { amount: '1.00', size: '5.0 ko', month: 'juin 2026' };

describe.each(Object.entries(texts))('messages in %s', (_, messages) => {
  it.each(deskActs)('say what %s did, each in its own words', (act) => {
    const said = messages.did(report(act), format);
    expect(said).toMatch(/\.$/);
    expect(said).not.toMatch(/undefined|null|\$\{/);
    const others = deskActs
      .filter((other) => other !== act)
      .map((other) => messages.did(report(other), format));
    // Both end with the whole file in its place, and may say so in the same words.
    if (act !== 'finish-half' && act !== 'bring-back-file') expect(others).not.toContain(said);
  });

  it.each(worldActs)('say what %s did in the simulated world, each in its own words', (act) => {
    const { did, buttons } = messages.simulation;
    expect(did[act]).toMatch(/\.$/);
    expect(worldActs.filter((other) => did[other] === did[act])).toEqual([act]);
    expect(worldActs.filter((other) => buttons[other] === buttons[act])).toEqual([act]);
  });

  it.each(placeActs)('say what %s did in the file manager, each in its own words', (act) => {
    const { did, buttons } = messages.places;
    const said = did[act]('Rochat.fac');
    expect(said).toMatch(/\.$/);
    expect(placeActs.filter((other) => did[other]('Rochat.fac') === said)).toEqual([act]);
    expect(placeActs.filter((other) => buttons[other] === buttons[act])).toEqual([act]);
  });

  it('agree in grammar', () => {
    expect(messages.entriesInJournal(1)).not.toBe(messages.entriesInJournal(2).replace('2', '1'));
  });
});
