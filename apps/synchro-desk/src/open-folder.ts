import { readEntryFile } from '@synchro/cresus-files';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoMandate } from './demo-mandate.js';
import type { DemoFile } from './demo-mandate.js';
import { openProgram } from './entry-program.js';
import type { EntryProgram } from './entry-program.js';
import { fileNames } from './mandate/company.js';

export interface DemoFolder {
  readonly invoicing: EntryProgram;
  readonly payroll: EntryProgram;
  /** Whether the mandate was written just now, rather than found as an earlier start left it. */
  readonly isNew: boolean;
}

/**
 * Opens the demonstration's mandate folder, writing the mandate if it is not there.
 *
 * @throws if an entry file of an earlier start cannot be read
 */
export async function openFolder(folder: string, now: Date): Promise<DemoFolder> {
  await mkdir(folder, { recursive: true });
  const accountingPath = join(folder, fileNames.accounting);
  const fresh = demoMandate(now);
  const isNew = await writeNew(accountingPath, fresh.files[0]?.bytes ?? new Uint8Array());
  if (!isNew) {
    // A folder of a version that had no documents gets them; those that are there stay.
    for (const { name, bytes } of fresh.files.filter(isDocument)) await writeNew(join(folder, name), bytes);
    const [invoicing, payroll] = await Promise.all([
      programOf(join(folder, fileNames.invoicing)),
      programOf(join(folder, fileNames.payroll)),
    ]);
    return { invoicing, payroll, isNew };
  }
  for (const { name, bytes } of fresh.files) await writeFile(join(folder, name), bytes);
  return { invoicing: fresh.invoicing, payroll: fresh.payroll, isNew };
}

const isDocument = ({ name }: DemoFile): boolean =>
  name === fileNames.invoicingDocument || name === fileNames.payrollDocument;

/** `false`: there is such a file already, and it stays as it is. */
async function writeNew(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeFile(path, bytes, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function programOf(path: string): Promise<EntryProgram> {
  const read = readEntryFile(await readFile(path));
  if (!read.ok) {
    const [problem] = read.problems;
    throw new Error(
      `${path}: ${problem?.code ?? 'unreadable'}, line ${problem?.line ?? 0}. Take another folder.`,
    );
  }
  return openProgram(read.value);
}
