import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSeparator } from './chart.js';
import type { ChartAccount, ChartOfAccounts } from './chart.js';
import { readChart } from './read-chart.js';
import { decodeWindows1252, encodeWindows1252 } from './windows-1252.js';
import { writeChart } from './write-chart.js';

const CHART = `MAJREV=8
DATEBEG=01.01.2026
DATEEND=31.12.2026
TITLE=Atelier Rochat

BEGIN=PATHS
C:\\Compta\\Atelier=2026.cre
END=PATHS

BEGIN=LANGUAGES
ENTRY
NAME=fr
END=LANGUAGES

BEGIN=TVACODES

ENTRY
NUM=3
NAME=SM
TAUX=7.600000
COMPTE=2200
PCTDEDUCT=100.000000
COMMENT=Code obsolète.\r\r
END=TVACODES\r\r
Jusqu'au 31.12.2009.
FLAGS=0

END=TVACODES

BEGIN=COMPTES

ENTRY
NUM=100
NAME=Liquidités
CAT=2
STATUS=17
LEVEL=2

ENTRY
NUM=1000
NAME=Caisse
NAME.1=Kasse
NAME.0=Caisse
CAT=2
GROUP=100
STATUS=0
VATCODE=IPI
CURRENCY=0

ENTRY
NUM=1/999
NAME= 
STATUS=8

ENTRY
NUM=19
NAME= 

ENTRY
NUM=2
NAME=Passif
CAT=4
STATUS=9

END=COMPTES
ENDOFFILE`.replace(/(?<!\r)\n|\r\r\n/g, (end) => (end === '\n' ? '\r\n' : end));

const read = (text: string) => readChart(encodeWindows1252(text), 'x.crp');

function chartOf(text: string): ChartOfAccounts {
  const result = read(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems[0]));
  return result.value;
}

describe('readChart', () => {
  it('reads header, accounts and VAT codes', () => {
    expect(chartOf(CHART)).toEqual({
      title: 'Atelier Rochat',
      begin: '2026-01-01',
      end: '2026-12-31',
      accounts: [
        {
          number: '100',
          name: 'Liquidités',
          category: 2,
          group: '',
          kind: 'group',
          vatCode: '',
          currency: '',
        },
        {
          number: '1000',
          name: 'Caisse',
          names: ['Caisse', 'Kasse'],
          category: 2,
          group: '100',
          kind: 'normal',
          vatCode: 'IPI',
          currency: '0',
        },
        { number: '2', name: 'Passif', category: 4, group: '', kind: 'title', vatCode: '', currency: '' },
      ],
      vatCodes: [
        {
          name: 'SM',
          rate: '7.600000',
          account: '2200',
          deductiblePercent: '100.000000',
          comment: "Code obsolète.\nEND=TVACODES\nJusqu'au 31.12.2009.",
        },
      ],
    });
  });

  it('reads the same of a file whose carriage returns were lost', () => {
    const text = CHART.replace('END=TVACODES\r\r\n', 'Prestations.\r\r\n');
    expect(chartOf(text.replaceAll('\r', ''))).toEqual(chartOf(text));
  });

  it.each(['foo=1', 'FOO-BAR=1', 'NAME.FR=Kasse', 'NAME.123=x', '# x'])(
    'passes over the line %j',
    (unknown) => {
      const text = CHART.replace('NAME=Caisse', `NAME=Caisse\r\n${unknown}`);
      expect(chartOf(text.replace('STATUS=17', `STATUS=17\r\n${unknown}`))).toEqual(chartOf(CHART));
    },
  );

  it('looks at no other value of a separator', () => {
    expect(chartOf(CHART.replace('STATUS=8', 'STATUS=x'))).toEqual(chartOf(CHART));
  });

  it.each([
    ['empty-file', 1, 1, ''],
    ['no-header', 1, 1, 'TITLE=x\r\nENDOFFILE'],
    ['unclosed-block', 30, 1, CHART.replace('END=COMPTES', '')],
    ['bad-date', 2, 9, CHART.replace('01.01.2026', '30.02.2026')],
    ['bad-number', 36, 8, CHART.replace('STATUS=17', 'STATUS=x')],
  ])('tells %s in line %i, column %i', (code, line, column, text) => {
    expect(read(text)).toMatchObject({ ok: false, problems: [{ code, file: 'x.crp', line, column }] });
  });

  it('looks half-written wherever it is cut before its accounts end', () => {
    const cut = CHART.indexOf('END=COMPTES');
    for (let at = CHART.indexOf('TITLE'); at < cut; at += 7)
      expect(read(CHART.slice(0, at))).toMatchObject({ ok: false, truncated: true });
    expect(
      read(CHART.replace('BEGIN=COMPTES', 'BEGIN=OTHER').replace('END=COMPTES', 'END=OTHER')),
    ).toMatchObject({
      truncated: false,
    });
  });

  it('reads a large chart', () => {
    const accounts = Array.from(
      { length: 2300 },
      (_, i) => `ENTRY\r\nNUM=${1000 + i}\r\nNAME=Compte\r\n`,
    ).join('');
    expect(chartOf(`BEGIN=COMPTES\r\n${accounts}END=COMPTES\r\n`).accounts).toHaveLength(2300);
  });

  it('does not stumble over ten megabytes of carriage returns', () => {
    expect(readChart(new Uint8Array(10_000_000).fill(13).fill(65, 9_999_999))).toMatchObject({ ok: false });
  });
});

const text = fc
  .uint8Array({ maxLength: 30 })
  .map((bytes) => decodeWindows1252(bytes).replace(/[\r\n]/g, ' '));
const lines = fc.array(text).map((all) => all.join('\n'));
const chart: fc.Arbitrary<ChartOfAccounts> = fc.record({
  title: text,
  begin: fc.constantFrom('', '2026-01-01'),
  end: fc.constantFrom('', '2026-12-31'),
  accounts: fc.array(
    fc
      .record(
        {
          number: text,
          name: text,
          names: fc.array(text, { minLength: 1, maxLength: 4 }),
          category: fc.nat(),
          group: text,
          kind: fc.constantFrom('normal', 'title', 'group'),
          vatCode: text,
          currency: text,
        },
        { requiredKeys: ['number', 'name', 'category', 'group', 'kind', 'vatCode', 'currency'] },
      )
      .filter((account) => !isSeparator(account)) as fc.Arbitrary<ChartAccount>,
  ),
  vatCodes: fc.array(
    fc.record({
      name: text.filter((name) => name !== ''),
      rate: text,
      account: text,
      deductiblePercent: text,
      comment: lines,
    }),
  ),
});

describe('writeChart', () => {
  it('writes what is read back as the same', () => {
    fc.assert(
      fc.property(chart, (value) => {
        expect(readChart(writeChart(value))).toEqual({ ok: true, value });
      }),
    );
  });

  it('writes an inner break as the accounting does', () => {
    const written = decodeWindows1252(writeChart(chartOf(CHART)));
    expect(written).toContain('COMMENT=Code obsolète.\r\r\nEND=TVACODES\r\r\nJusqu');
    expect(written).toMatch(/STATUS=16\r\n[^]*ENDOFFILE\r\n$/);
  });

  const anAccount = chartOf(CHART).accounts[0]!;
  it.each([
    ['a separator', { number: '1/999' }],
    ['a blank name', { name: ' ' }],
    ['a CR', { group: '1\r2' }],
    ['a broken category', { category: 0.5 }],
  ])('throws for %s', (_, change) => {
    const bad = { ...chartOf(CHART), accounts: [{ ...anAccount, ...change }] };
    expect(() => writeChart(bad)).toThrow(/unwritable/);
  });
});
