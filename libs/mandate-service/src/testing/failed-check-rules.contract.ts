import { describe, expect, it } from 'vitest';
import type { ServiceHarness } from './service-harness.js';
import { failureOf } from './failure-of.js';
import { ACCOUNTING, entryFile, FOLDER, invoice, INVOICES } from './test-files.js';

const INDEX = `${FOLDER}/Compta 2026.ecc`;
const CHART = `${FOLDER}/Compta 2026.crp`;

/** W over any store. */
export function failedCheckRules(open: () => ServiceHarness): void {
  const failures = ({ service }: ServiceHarness) =>
    service
      .getStatus({ product: 'compta', path: ACCOUNTING })
      .notifications.flatMap((one) => (one.kind === 'check-failed' ? [`${one.name}: ${one.reason}`] : []));

  describe('checks that fail', () => {
    it.each([
      ['stat', INDEX, 'EIO', 'Compta 2026.ecc: io-error'],
      ['read', INDEX, 'EBUSY', 'Compta 2026.ecc: busy'],
      ['stat', CHART, 'EACCES', 'Compta 2026.crp: no-access'],
      ['read', CHART, 'EIO', 'Compta 2026.crp: io-error'],
      ['stat', ACCOUNTING, 'EIO', 'Compta 2026.cre: io-error'],
      ['list', FOLDER, 'EMFILE', 'Rochat: out-of-handles'],
    ] as const)(
      'W1: new entries are reported although %s of %s fails with %s',
      async (use, path, code, told) => {
        const harness = open();
        await harness.createMandate();
        await harness.writeInvoices([invoice(1)]);
        harness.refuse(use, path, code);
        // Touched, so that they are read again.
        harness.files.write(INDEX, (await harness.files.read(INDEX))?.bytes ?? '');
        harness.files.write(CHART, (await harness.files.read(CHART))?.bytes ?? '');
        await harness.writeInvoices([invoice(1), invoice(2)], { lot: 2 });
        expect(harness.status().pending).toEqual({ new: 2, changed: 0, deleted: 0 });
        expect(failures(harness)).toEqual([told]);
      },
    );

    it('W2: a failure is reported after 2 s, with since when, and checked ever more rarely', async () => {
      const harness = open();
      const { id } = await harness.createMandate();
      harness.refuse('list', FOLDER, 'EBUSY');
      harness.service.scans.hint(id);
      await harness.advance(1_500);
      expect(failures(harness)).toEqual([]);
      await harness.advance(600);
      expect(failures(harness)).toEqual(['Rochat: busy']);
      const [told] = harness.status().notifications;
      expect(told).toMatchObject({ kind: 'check-failed', path: FOLDER, severity: 'warning' });
    });

    it('W3: a failure is over at the next check that succeeds, without any hint', async () => {
      const harness = open();
      const { id } = await harness.createMandate();
      harness.refuse('list', FOLDER, 'EIO');
      harness.service.scans.hint(id);
      await harness.advance(5_000);
      expect(failures(harness)).toHaveLength(1);
      harness.refuse('list', FOLDER, null);
      await harness.advance(30_000);
      expect(failures(harness)).toEqual([]);
    });

    describe('of an entry file', () => {
      const troubles = (harness: ServiceHarness) =>
        harness.status().notifications.flatMap((one) => (one.kind === 'source-trouble' ? [one.trouble] : []));
      const unreadable = (code: string) => [
        { kind: 'unreadable', since: expect.any(String) as string, problems: [{ code, line: 0, column: 0 }] },
      ];

      it.each([
        ['stat', 'EIO', 'io-error'],
        ['read', 'EBUSY', 'busy'],
        ['read', 'EACCES', 'no-access'],
      ] as const)(
        'W5: %s fails with %s: reported after 3 s, and over once the file can be read',
        async (use, code, reason) => {
          const harness = open();
          const mandate = await harness.createMandate();
          await harness.writeInvoices([invoice(1)]);
          harness.refuse(use, INVOICES, code);
          harness.files.write(INVOICES, entryFile([invoice(1), invoice(2)], { lot: 2 }));
          await harness.advance(2_900);
          expect(troubles(harness)).toEqual([]);
          await harness.advance(200);
          expect(troubles(harness)).toEqual(unreadable(reason));
          expect(failures(harness)).toEqual([]);
          expect(harness.status().pending).toEqual({ new: 1, changed: 0, deleted: 0 });
          expect((await failureOf(harness.post(mandate))).code).toBe('nothing-to-post');
          await harness.advance(20 * 60_000);
          expect(troubles(harness)).toEqual(unreadable(reason));
          // Over without any hint.
          harness.refuse(use, INVOICES, null);
          await harness.advance(31_000);
          expect(troubles(harness)).toEqual([]);
          expect(harness.status().pending).toEqual({ new: 2, changed: 0, deleted: 0 });
        },
      );

      it('W5: a file that was refused and did not change is no longer unreadable once it can be read', async () => {
        const harness = open();
        const { id } = await harness.createMandate();
        await harness.writeInvoices([invoice(1)]);
        harness.refuse('stat', INVOICES, 'EIO');
        harness.service.scans.hint(id);
        await harness.advance(10_000);
        expect(troubles(harness)).toEqual(unreadable('io-error'));
        harness.refuse('stat', INVOICES, null);
        await harness.advance(31_000);
        expect(troubles(harness)).toEqual([]);
      });
    });
  });
}
