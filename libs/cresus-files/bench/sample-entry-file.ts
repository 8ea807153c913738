import { encodeWindows1252 } from '../src/windows-1252.js';

/**
 * An entry file as a busy company's invoicing would write it: every label and voucher is another, a third of the lines
 * are simple, the others compounds of net, VAT and total; characters from all three parts of Windows-1252.
 */
export function sampleEntryFile(lineCount: number): Uint8Array {
  const lines = ['#FSC\t9.5.0\tECF', '#ECC\t1; 1; 10.06.2026 11:06:53; 123'];
  const last = lineCount + lines.length;
  for (let booking = 1; lines.length < last; booking += 1) {
    const voucher = `2026-${String(booking).padStart(6, '0')}`;
    const label = `Facture ${String(booking)}, ${FIRMS[booking % FIRMS.length]!}, ${CITIES[booking % CITIES.length]!}`;
    const total = 5000 + ((booking * 7919) % 900_000);
    const rest = last - lines.length;
    if (booking % 2 === 0 || rest < 3) {
      lines.push(line(booking, lines.length, ['1100', '3200'], voucher, label, total, 0, ''));
      continue;
    }
    const vat = Math.round((total * 8.1) / 108.1);
    const income = `32${String(booking % 40).padStart(2, '0')}.${String(booking % 7)}`;
    lines.push(line(booking, lines.length, ['1100', '...'], voucher, label, total, booking, ''));
    lines.push(
      line(booking, lines.length, ['...', income], voucher, `${label}, net`, total - vat, booking, 'TVA'),
    );
    lines.push(
      line(
        booking,
        lines.length,
        ['...', '2200'],
        voucher,
        `${label}, 8.10% de TVA (TVA)`,
        vat,
        booking,
        'TVA',
      ),
    );
  }
  return encodeWindows1252(lines.map((text) => `${text}\r\n`).join(''));
}

const FIRMS = [
  'Menuiserie Dubois',
  'Fiduciaire Crêt-Bérard SA',
  'L’Épicerie de l’Œuvre',
  'Garage Müller & Söhne',
];
const CITIES = ['Yverdon-les-Bains', 'Neuchâtel', 'La Chaux-de-Fonds', 'Genève, solde en € dû', 'Zürich'];

function line(
  booking: number,
  idno: number,
  [debit, credit]: readonly [string, string],
  voucher: string,
  label: string,
  centimes: number,
  compound: number,
  vatCode: string,
): string {
  const day = String(1 + (booking % 28)).padStart(2, '0');
  const month = String(1 + (Math.floor(booking / 28) % 12)).padStart(2, '0');
  const amount = `${String(Math.floor(centimes / 100))}.${String(centimes % 100).padStart(2, '0')}`;
  const hasVat = vatCode !== '';
  return [
    `${day}.${month}.2026`,
    debit,
    credit,
    voucher,
    label,
    amount,
    '',
    '0',
    compound === 0 ? '' : String(compound),
    hasVat && credit !== '2200' ? '1' : '0',
    hasVat ? '2' : '0',
    '0',
    '',
    String(idno),
    vatCode,
    `CENTRE-${String(booking % 12).padStart(3, '0')}`,
    '',
    '',
    '',
    '',
    '0',
  ].join('\t');
}
