import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { consoleExamples } from '../examples/console-examples.js';
import { ALL_CAPABILITIES } from '../examples/example-parts.js';
import { renderConsole, stubPage } from '../testing/render-console.js';

stubPage();

const rowOf = (name: RegExp) => within(screen.getByRole('rowheader', { name }).closest('tr')!);

describe('the files of a mandate', () => {
  it('are told by machine, then by what they are to it, the latest period first', async () => {
    await renderConsole(consoleExamples.files);
    const headers = (await screen.findByRole('table')).querySelectorAll('tbody th');
    expect([...headers].map((header) => (header.querySelector('.file-name') ?? header).textContent)).toEqual([
      'Sur PC-ANNA',
      'Comptabilité',
      'Compta 2026.cre',
      'Compta 2025.cre',
      'Fichiers d’écritures',
      'Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf',
      'Salaires 2026 (01-01-2026 ~ 31-12-2026).ecs',
      'Documents des programmes',
      'Atelier Rochat.fac',
      'Sur PC-BRUNO',
      'Fichiers d’écritures',
      'Banque cantonale (01-01-2026 ~ 31-12-2026).ecf',
      'Documents des programmes',
      'Banque cantonale.crbank',
    ]);
  });

  it('say what waits in them, and quietly which have been silent for long', async () => {
    await renderConsole(consoleExamples.files);
    await screen.findByRole('table');
    expect(
      rowOf(/^Compta 2026/)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toContain('3');
    expect(rowOf(/^Banque cantonale \(/).getByText('plus rien depuis 45 jours ou plus')).toBeTruthy();
    expect(screen.getAllByText(/^plus rien/)).toHaveLength(1);
  });

  it('name the entry file that a document’s program writes', async () => {
    const { overview } = consoleExamples.files;
    const { show } = await renderConsole(consoleExamples.files);
    await screen.findByRole('table');
    const choice = rowOf(/^Atelier Rochat\.fac/).getByRole<HTMLSelectElement>('combobox', {
      name: 'Fichier d’écritures de Atelier Rochat.fac',
    });
    expect(choice.selectedOptions[0]?.textContent).toBe('Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf');
    show({ ...overview, capabilities: ALL_CAPABILITIES.filter((one) => one !== 'manage-mandates') });
    expect(
      rowOf(/^Atelier Rochat\.fac/).getByText('écrit Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf'),
    ).toBeTruthy();
  });

  it('can be corrected: the program of an entry file, and the entry file of a document', async () => {
    const user = userEvent.setup();
    const { answer, calls } = await renderConsole(consoleExamples.files);
    answer('correctFile', () => undefined);
    await screen.findByRole('table');
    await user.selectOptions(
      screen.getByRole('combobox', { name: /^Programme qui écrit Atelier/ }),
      'Banking',
    );
    const entryFile = screen.getByRole('combobox', { name: /^Fichier d’écritures de Atelier/ });
    await user.selectOptions(entryFile, 'rien de connu');
    const asked = calls.filter(({ operation }) => operation === 'correctFile').map(({ input }) => input);
    expect(asked.map(({ params, body }) => [params?.['fileId'], body])).toEqual([
      ['file-ecf', { product: 'banking' }],
      ['file-fac', { entryFile: null }],
    ]);
    await waitFor(() =>
      expect(calls.filter(({ operation }) => operation === 'getMandate').length).toBeGreaterThan(1),
    );
  });

  it('a correction that is refused is said in its row, and what was shown stays', async () => {
    const user = userEvent.setup();
    await renderConsole(consoleExamples.files);
    await screen.findByRole('table');
    const program = screen.getByRole('combobox', { name: /^Programme qui écrit Atelier/ });
    await user.selectOptions(program, 'Banking');
    expect((await rowOf(/^Atelier Rochat \(/).findByRole('alert')).textContent).toContain('ne répond pas');
    expect(program).toHaveProperty('value', 'facturation');
  });
});
