import { FOLDER } from '@synchro/sync-testing';
import type { World } from '@synchro/sync-testing';
import type { OpenDocument, Program, Simulation, WorldAct } from '../../acts.js';
import { noFile } from '../../demonstration.js';
import type { Performed } from '../../demonstration.js';
import { documentIds } from '../../mandate/company.js';
import { movedNames, worldNames } from './world-names.js';

export type PlaceAct = Extract<
  WorldAct,
  | 'rename-document'
  | 'rename-document-back'
  | 'move-folder'
  | 'move-folder-back'
  | 'copy-document'
  | 'remove-copy'
  | 'open-copy'
  | 'open-documents'
>;

/** Where the mandate's files lie in the world, and where the programs have their documents open. */
export interface Places {
  readonly folder: string;
  readonly documents: Readonly<Record<Program, OpenDocument>>;
  readonly state: Omit<Simulation, 'hub'>;
  /** What the user does in the file manager, or in a program's own list of files. */
  perform(act: PlaceAct): Promise<Performed>;
  reset(): void;
}

export function createPlaces(files: World['files']): Places {
  let folder: string = FOLDER;
  let documentName: string = worldNames.invoicingDocument;
  let hasCopy = false;

  const at = (name: string) => `${folder}/${name}`;
  const whereTheyLie = () => ({
    accounting: at(worldNames.accounting),
    invoicing: at(documentName),
    payroll: at(worldNames.payrollDocument),
  });
  let open: Readonly<Record<Program, string>> = whereTheyLie();

  const renameDocument = (name: string): Performed => {
    files.rename(at(documentName), at(name));
    documentName = name;
    return { ...noFile, file: name };
  };
  const moveFolder = (to: string): Performed => {
    files.rename(folder, to);
    folder = to;
    return { ...noFile, file: to };
  };
  const removeCopy = (): Performed => {
    files.remove(at(movedNames.copy));
    hasCopy = false;
    return { ...noFile, file: movedNames.copy };
  };

  const isRenamed = () => documentName !== worldNames.invoicingDocument;
  const isFolderMoved = () => folder !== FOLDER;
  const isCopyOpen = () => open.invoicing === at(movedNames.copy);
  const notThere: Performed = { refusal: 'not-there' };

  const perform = async (act: PlaceAct): Promise<Performed> => {
    switch (act) {
      case 'rename-document':
        return isRenamed() ? notThere : renameDocument(movedNames.invoicingDocument);
      case 'rename-document-back':
        return isRenamed() ? renameDocument(worldNames.invoicingDocument) : notThere;
      case 'move-folder':
        return isFolderMoved() ? notThere : moveFolder(movedNames.folder);
      case 'move-folder-back':
        return isFolderMoved() ? moveFolder(FOLDER) : notThere;
      case 'copy-document': {
        const found = await files.read(at(documentName));
        if (found === null) return notThere;
        files.write(at(movedNames.copy), found.bytes);
        hasCopy = true;
        return { ...noFile, file: movedNames.copy };
      }
      case 'remove-copy':
        return hasCopy ? removeCopy() : notThere;
      case 'open-copy':
        if (!hasCopy) return notThere;
        open = { ...open, invoicing: at(movedNames.copy) };
        return { ...noFile, file: movedNames.copy };
      case 'open-documents':
        open = whereTheyLie();
        return noFile;
    }
  };

  return {
    get folder() {
      return folder;
    },
    get documents() {
      return {
        accounting: { path: open.accounting, id: null },
        // A copy bears the identifier of its original: that is what makes it a copy.
        invoicing: { path: open.invoicing, id: documentIds.invoicing },
        payroll: { path: open.payroll, id: documentIds.payroll },
      };
    },
    get state() {
      const lie = whereTheyLie();
      return {
        isRenamed: isRenamed(),
        isFolderMoved: isFolderMoved(),
        hasCopy,
        isCopyOpen: isCopyOpen(),
        isOpenElsewhere: Object.entries(lie).some(([program, path]) => open[program as Program] !== path),
      };
    },
    perform,
    reset() {
      if (isFolderMoved()) moveFolder(FOLDER);
      if (isRenamed()) renameDocument(worldNames.invoicingDocument);
      if (hasCopy) removeCopy();
      open = whereTheyLie();
    },
  };
}
