import { readChart, readEccIndex, readEntryFile } from '@synchro/cresus-files';
import type { EntryFile } from '@synchro/cresus-files';
import { describe, expect, it } from 'vitest';
import { demoMandate } from './demo-mandate.js';
import { fileNames } from './mandate/company.js';

const { files } = demoMandate(new Date('2026-06-01T09:30:00'));

const bytesOf = (name: string) => {
  const file = files.find((found) => found.name === name);
  if (file === undefined) throw new Error(`There is no ${name}.`);
  return file.bytes;
};
function read<T>(result: { ok: true; value: T } | { ok: false; problems: readonly unknown[] }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const chart = read(readChart(bytesOf(fileNames.chart)));
const index = read(readEccIndex(bytesOf(fileNames.index)));
const entryFiles: [name: string, file: EntryFile][] = [fileNames.invoicing, fileNames.payroll].map((name) => [
  name,
  read(readEntryFile(bytesOf(name))),
]);

describe('the demonstration mandate', () => {
  it('has the files of a real one', () => {
    expect(files.map(({ name }) => name).sort()).toEqual([
      'Facturation Rochat (01-01-2026 ~ 31-12-2026).ecf',
      'Facturation Rochat.fac',
      'Menuiserie Rochat 2026.cre',
      'Menuiserie Rochat 2026.crp',
      'Menuiserie Rochat 2026.ecc',
      'Salaires Rochat (01-01-2026 ~ 31-12-2026).ecs',
      'Salaires Rochat.salx',
    ]);
  });

  it('has a chart of some sixty accounts, each under a group that exists', () => {
    const normal = chart.accounts.filter(({ kind }) => kind === 'normal');
    expect(normal.length).toBeGreaterThanOrEqual(60);
    const numbers = new Set(chart.accounts.map(({ number }) => number));
    expect(numbers.size).toBe(chart.accounts.length);
    for (const { group } of chart.accounts) if (group !== '') expect(numbers).toContain(group);
    expect([chart.begin, chart.end]).toEqual(['2026-01-01', '2026-12-31']);
  });

  it('has the VAT rates of 2024', () => {
    const rates = Object.fromEntries(chart.vatCodes.map(({ name, rate }) => [name, Number(rate)]));
    expect(rates).toMatchObject({ TVA: 8.1, TVARED: 2.6, TVAHEB: 3.8 });
    const numbers = chart.accounts.map(({ number }) => number);
    for (const { account } of chart.vatCodes) expect(numbers).toContain(account);
  });

  it('lists both entry files with the uid that they bear themselves', () => {
    expect(index.problems).toEqual([]);
    const listed = index.entries.map(({ tag, name, uid }) => ({ tag, name, uid }));
    const found = entryFiles.map(([name, { type, uid }]) => ({ tag: type, name, uid }));
    expect(listed).toHaveLength(2);
    expect(listed).toEqual(expect.arrayContaining(found));
  });

  it('holds twenty invoices, and five months of five salaries and their charges', () => {
    expect(entryFiles.map(([, { entries }]) => entries.length)).toEqual([20, 30]);
  });

  it.each(entryFiles)('%s: every entry is sound and on accounts of the chart', (_, { entries }) => {
    const normal = new Set(
      chart.accounts.filter(({ kind }) => kind === 'normal').map(({ number }) => number),
    );
    const codes = new Set(['', ...chart.vatCodes.map(({ name }) => name)]);
    for (const { lines, defects } of entries) {
      expect(defects).toEqual([]);
      for (const line of lines) {
        for (const account of [line.debit, line.credit])
          if (account !== '...') expect(normal).toContain(account);
        expect(codes).toContain(line.vatCode);
        expect(line.amountInCentimes).toBeGreaterThan(0);
        expect(line.date >= chart.begin && line.date <= chart.end).toBe(true);
      }
    }
  });

  it.each(entryFiles)('%s: numbers its lines and its compounds once', (_, { entries }) => {
    const numbers = entries.flatMap(({ lines }) => lines.map(({ idno }) => idno));
    expect(new Set(numbers).size).toBe(numbers.length);
    const compounds = entries.filter(({ lines }) => lines.length > 1);
    expect(new Set(compounds.map(({ lines }) => lines[0]?.compoundNumber)).size).toBe(compounds.length);
  });

  it('is the same at every start, but for its time stamps', () => {
    const again = demoMandate(new Date('2026-06-01T09:30:00')).files;
    expect(again).toEqual(files);
  });
});
