import { noFile } from './acts.js';
import type { OpenDocument, Performed, PlaceAct, PlacesState, Program } from './acts.js';
import type { FileManager } from './file-manager.js';
import { documentIds } from './mandate/company.js';
import type { MandateFileNames } from './mandate/company.js';

/** Where a mandate's files lie at the beginning, and where the user's acts take them. */
export interface MandateLayout {
  /** What can be unplugged; all folders of the mandate are below. */
  readonly drive: string;
  /** Below the drive, with `/`. */
  readonly folder: string;
  readonly movedFolder: string;
  readonly names: MandateFileNames;
  /** What becomes of the name of the invoicing's document. */
  readonly renamedDocument: string;
  readonly copy: string;
}

/** Where the mandate's files lie, and where the programs have their documents open. */
export interface Places {
  /** Where the documents are open now. */
  readonly documents: Readonly<Record<Program, OpenDocument>>;
  /** Where a file of the mandate lies at the beginning, whatever path it has now; `null`: it is none of them. */
  readonly homeOf: (path: string) => string | null;
  /** Where its folder has a file of this name now. */
  pathOf(name: string): Promise<string>;
  state(): Promise<PlacesState>;
  /** @throws what the system says, where it does not let files be moved */
  perform(act: PlaceAct): Promise<Performed>;
  /** Everything back to where it was at the beginning, also what an earlier start left elsewhere. @throws as `perform` */
  putBack(): Promise<void>;
}

/**
 * Nothing of where the files are is remembered: it is looked up, so that whatever happened to them meanwhile, a killed
 * desk included, is taken as it is.
 */
export function createPlaces(files: FileManager, layout: MandateLayout): Places {
  const { drive, names } = layout;
  const inFolder = (folder: string) => files.join(drive, folder);
  const [home, moved] = [inFolder(layout.folder), inFolder(layout.movedFolder)];

  const look = async () => {
    const isUnplugged = !(await files.exists(drive));
    const isFolderMoved = !(await files.exists(home)) && (await files.exists(moved));
    const folder = isFolderMoved ? moved : home;
    const at = (name: string) => files.join(folder, name);
    const isRenamed =
      !(await files.exists(at(names.invoicingDocument))) && (await files.exists(at(layout.renamedDocument)));
    const hasCopy = await files.exists(at(layout.copy));
    const document = at(isRenamed ? layout.renamedDocument : names.invoicingDocument);
    return { isUnplugged, isFolderMoved, isRenamed, hasCopy, folder, at, document };
  };
  type Found = Awaited<ReturnType<typeof look>>;

  const whereTheyLie = ({ at, document }: Pick<Found, 'at' | 'document'>): Record<Program, string> => ({
    accounting: at(names.accounting),
    invoicing: document,
    payroll: at(names.payrollDocument),
  });
  const atHome = (name: string) => files.join(home, name);
  let open = whereTheyLie({ at: atHome, document: atHome(names.invoicingDocument) });

  /** What is not there, as after a hand in the real file manager, cannot be moved, and nothing is written over. */
  const move = async (from: string, to: string, told: string): Promise<Performed> => {
    if (!(await files.exists(from)) || (await files.exists(to))) return notThere;
    await files.rename(from, to);
    return { ...noFile, file: told };
  };
  const renameDocument = ({ at }: Found, from: string, to: string) => move(at(from), at(to), to);
  const removeCopy = async ({ at }: Found): Promise<Performed> => {
    await files.remove(at(layout.copy));
    return { ...noFile, file: layout.copy };
  };

  const performPlugged = async (
    act: Exclude<PlaceAct, 'unplug-drive' | 'plug-drive'>,
    now: Found,
  ): Promise<Performed> => {
    const { isRenamed, isFolderMoved, hasCopy, at, document } = now;
    switch (act) {
      case 'rename-document':
        return renameDocument(now, names.invoicingDocument, layout.renamedDocument);
      case 'rename-document-back':
        return isRenamed ? renameDocument(now, layout.renamedDocument, names.invoicingDocument) : notThere;
      case 'move-folder':
        return isFolderMoved ? notThere : move(home, moved, layout.movedFolder);
      case 'move-folder-back':
        return move(moved, home, layout.folder);
      case 'copy-document':
        if (hasCopy || !(await files.exists(document))) return notThere;
        await files.copy(document, at(layout.copy));
        return { ...noFile, file: layout.copy };
      case 'remove-copy':
        return hasCopy ? removeCopy(now) : notThere;
      case 'open-copy':
        if (!hasCopy) return notThere;
        open = { ...open, invoicing: at(layout.copy) };
        return { ...noFile, file: layout.copy };
      case 'open-documents':
        open = whereTheyLie(now);
        return noFile;
    }
  };

  const perform = async (act: PlaceAct): Promise<Performed> => {
    const now = await look();
    if (act === 'plug-drive') {
      if (!now.isUnplugged) return notThere;
      await files.plugIn(drive);
      return noFile;
    }
    if (now.isUnplugged) return { refusal: 'drive-unplugged' };
    if (act !== 'unplug-drive') return performPlugged(act, now);
    await files.unplug(drive);
    return noFile;
  };

  return {
    get documents() {
      return {
        accounting: { path: open.accounting, id: null },
        // A copy bears the identifier of its original: that is what makes it a copy.
        invoicing: { path: open.invoicing, id: documentIds.invoicing },
        payroll: { path: open.payroll, id: documentIds.payroll },
      };
    },
    homeOf: (path) => {
      const name = path.split(/[\\/]/).at(-1) ?? path;
      if (name === layout.renamedDocument || name === layout.copy) return atHome(names.invoicingDocument);
      return Object.values(names).includes(name) ? atHome(name) : null;
    },
    pathOf: async (name) => (await look()).at(name),
    state: async () => {
      const now = await look();
      const lie = whereTheyLie(now);
      const { isUnplugged, isFolderMoved, isRenamed, hasCopy, at } = now;
      return {
        isUnplugged,
        isFolderMoved,
        isRenamed,
        hasCopy,
        isCopyOpen: open.invoicing === at(layout.copy),
        isOpenElsewhere: Object.entries(lie).some(([program, path]) => open[program as Program] !== path),
      };
    },
    perform,
    putBack: async () => {
      if ((await look()).isUnplugged) await files.plugIn(drive);
      if ((await look()).isFolderMoved) await move(moved, home, layout.folder);
      const now = await look();
      if (now.isRenamed) await renameDocument(now, layout.renamedDocument, names.invoicingDocument);
      if (now.hasCopy) await removeCopy(now);
      open = whereTheyLie(await look());
    },
  };
}

const notThere: Performed = { refusal: 'not-there' };
