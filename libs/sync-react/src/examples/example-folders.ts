import type { FolderListing } from '../contract-types.js';

type Entry = FolderListing['entries'][number];

export const aFolder = (path: string): Entry => ({ path, name: nameOf(path), kind: 'folder', mandate: null });

export const aFile = (path: string, mandate: Entry['mandate'] = null): Entry => ({
  path,
  name: nameOf(path),
  kind: 'file',
  mandate,
});

const nameOf = (path: string): string => path.slice(path.lastIndexOf('\\') + 1) || path;

export const aListing = (
  path: string | null,
  entries: readonly Entry[],
  change: Partial<FolderListing> = {},
): FolderListing => ({
  path,
  parent: path === null ? null : path.slice(0, Math.max(3, path.lastIndexOf('\\'))),
  cloudDrive: null,
  truncated: false,
  entries: [...entries],
  ...change,
});

const rochat = { id: 'mandate-1', name: 'Menuiserie Rochat' };
const LONG =
  'Liegenschaftsverwaltungsgenossenschaft Obergerlafingen-Bätterkinden – Abrechnungen und Jahresabschlüsse';
const numbered = (count: number, name: (n: string) => string) =>
  Array.from({ length: count }, (_, i) =>
    aFile(`S:\\Mandats\\Rochat\\${name(String(i + 1).padStart(4, '0'))}`),
  );

/** What the service lists, by the state that the chooser shows with it. */
export const folderExamples = {
  roots: aListing(null, [aFolder('C:\\'), aFolder('S:\\'), aFolder('\\\\SRV-DATEN-01\\Mandants')]),
  'three-files': aListing('S:\\Mandats\\Rochat', [
    aFolder('S:\\Mandats\\Rochat\\2024'),
    aFolder('S:\\Mandats\\Rochat\\Sauvegardes'),
    aFile('S:\\Mandats\\Rochat\\Débiteurs 2025.fac', rochat),
    aFile('S:\\Mandats\\Rochat\\Atelier Dubois.fac'),
    aFile('S:\\Mandats\\Rochat\\Zone artisanale.fac'),
  ]),
  'sought-present': aListing('S:\\Mandats\\Rochat', [
    aFolder('S:\\Mandats\\Rochat\\2024'),
    aFile('S:\\Mandats\\Rochat\\Atelier Dubois.fac'),
    aFile('S:\\Mandats\\Rochat\\Facturation 2026.fac'),
  ]),
  'sought-elsewhere': aListing('S:\\Archives\\Rochat', [
    aFolder('S:\\Archives\\Rochat\\2024'),
    aFile('S:\\Archives\\Rochat\\Facturation 2026.fac'),
  ]),
  empty: aListing('S:\\Mandats\\Rochat', []),
  'folders-only': aListing('S:\\Mandats\\Rochat', [
    aFolder('S:\\Mandats\\Rochat\\2024'),
    aFolder('S:\\Mandats\\Rochat\\2025'),
  ]),
  'cloud-drive': aListing(
    'C:\\Users\\anna\\OneDrive\\Mandats',
    [
      aFolder('C:\\Users\\anna\\OneDrive\\Mandats\\Rochat'),
      aFile('C:\\Users\\anna\\OneDrive\\Mandats\\Hôtel.fac'),
    ],
    { cloudDrive: 'OneDrive' },
  ),
  thousands: aListing(
    'S:\\Mandats\\Rochat',
    numbered(3_000, (n) => `Facture ${n}.fac`),
  ),
  truncated: aListing(
    'S:\\Mandats\\Rochat',
    numbered(2_000, (n) => `Archive ${n}.fac`),
    { truncated: true },
  ),
  'long-names': aListing(`\\\\SRV-DATEN-01\\${LONG}\\Geschäftsjahr 2026\\${LONG}`, [
    aFolder(`\\\\SRV-DATEN-01\\${LONG}\\Geschäftsjahr 2026\\${LONG}\\${LONG} (definitiv)`),
    aFile(
      `\\\\SRV-DATEN-01\\${LONG}\\Geschäftsjahr 2026\\${LONG}\\Fakturierung_${LONG.replaceAll(' ', '_')}.fac`,
      { id: 'mandate-2', name: LONG },
    ),
  ]),
} as const satisfies Record<string, FolderListing>;
