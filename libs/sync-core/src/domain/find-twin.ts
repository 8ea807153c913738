/**
 * How cloud folders, systems and people name a copy, by what they put after the name's stem [T6].
 * Sources: help pages of Dropbox, OneDrive, Google Drive, Nextcloud and Syncthing; Windows Explorer and Finder.
 */
const MARKS: readonly RegExp[] = [
  / \([^()]*(?:conflict|conflit|konflikt)[^()]*\)$/i, // Dropbox, Nextcloud: (Anna's conflicted copy 2026-06-05), (copie en conflit …)
  /_conflict-\d{8}-\d+$/i, // Nextcloud before 2019
  /\.sync-conflict-\d{8}-[^.]*$/i, // Syncthing
  / ?\(\d{1,3}\)$/, // Google Drive, a second download
  / - (?:copie|kopie|copy|copia)(?: \(\d{1,3}\))?$/i, // Windows Explorer
  / (?:copie|kopie|copy|copia)(?: \d{1,3})?$/i, // Finder
  /-(?:desktop|laptop|notebook|pc|macbook|imac|surface)(?:-[a-z0-9-]+|\d*)$/i, // OneDrive: the machine's name,
  /-[a-z0-9-]+-(?:desktop|laptop|notebook|pc|macbook|imac|surface)$/i, // …
  /-(?=[A-Z0-9-]{5,15}$)[A-Z][A-Z0-9]*-[A-Z0-9-]+$/, // … as Windows gives them: VAUD-03, but not "Salaires-Bern"
  /(?<=\))-(?=[A-Z0-9-]{2,15}$)\d*[A-Z][A-Z0-9-]*$/i, // … after a fiscal period anything is one: "(… ~ …)-ANNA"
];

/** A copy of a copy bears several marks; more than this nobody makes. */
const MAX_MARKS = 4;

/**
 * Tells which listed entry file a name in the same folder is a copy of, made by a cloud folder or a person
 * [T6]. A listed file is never a twin, whatever its name; another fiscal period in the name is another file.
 *
 * @param name   file name without folder
 * @param listed names that the accounting's `.ecc` lists
 * @returns the listed name as listed, `null` if the file is no twin
 */
export function findTwin(name: string, listed: readonly string[]): string | null {
  const byName = new Map(listed.map((one) => [comparable(one), one]));
  if (byName.has(comparable(name))) return null;
  const { stem, extension } = splitExtension(name.normalize('NFC'));
  let stems = [stem];
  for (let marks = 0; marks < MAX_MARKS; marks += 1) {
    stems = stems.flatMap((one) =>
      MARKS.filter((mark) => mark.test(one)).map((mark) => one.replace(mark, '')),
    );
    for (const one of stems) {
      const original = byName.get(comparable(one + extension));
      if (original !== undefined) return original;
    }
  }
  return null;
}

function comparable(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function splitExtension(name: string): { readonly stem: string; readonly extension: string } {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? { stem: name, extension: '' } : { stem: name.slice(0, dot), extension: name.slice(dot) };
}
