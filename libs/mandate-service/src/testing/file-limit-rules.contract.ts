import { beforeEach, describe, expect, it } from 'vitest';
import type { ServiceHarness } from './service-harness.js';
import { FOLDER, index, invoice, invoicesListed } from './test-files.js';

/** What the service must do with files that are damaged, too large, or never whole. */
export function fileLimitRules(harness: () => ServiceHarness): void {
  let h: ServiceHarness;
  beforeEach(() => {
    h = harness();
  });

  describe('a damaged index', () => {
    const whole = index(invoicesListed);

    it.each([
      ['cut after its header', '#FSC\t9.3\tECC\r\n', 'no-end 1:1'],
      ['with NUL bytes after its header', `#FSC\t9.3\tECC\r\n${'\0'.repeat(400)}`, 'no-end 2:1'],
      ['empty', '', 'empty-file 1:1'],
    ])('F3: %s is reported as unreadable and detaches nothing', async (_, text, detail) => {
      await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2)]);
      h.files.write(`${FOLDER}/Compta 2026.ecc`, text);
      await h.advance(5000);
      expect(h.status()).toMatchObject({ pending: { new: 2, changed: 0, deleted: 0 } });
      expect(h.status().notifications).toContainEqual(
        expect.objectContaining({ kind: 'index-trouble', reason: 'unreadable', detail }),
      );
      h.files.write(`${FOLDER}/Compta 2026.ecc`, whole);
      await h.advance(5000);
      expect(h.status().notifications.map(({ kind }) => kind)).toEqual(['entries-pending']);
    });

    it('F3a: a bad date in a line is reported and detaches nothing', async () => {
      await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2)]);
      h.files.write(`${FOLDER}/Compta 2026.ecc`, whole.replace('10/06/2026', '31/06/2026'));
      await h.advance(5000);
      expect(h.status()).toMatchObject({ pending: { new: 2, changed: 0, deleted: 0 } });
      expect(h.status().notifications).toContainEqual(
        expect.objectContaining({ kind: 'index-trouble', reason: 'bad-lines', detail: 'bad-date 2:9' }),
      );
    });
  });
}
