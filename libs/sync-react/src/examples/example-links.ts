import type { LinkCandidate, LinkMessage } from '../contract-types.js';

const since = '2026-06-05T08:05:00.000Z';
const OLD = 'S:\\Mandats\\Rochat\\Facturation 2026.fac';

export const aLink = (change: Partial<LinkMessage> = {}): LinkMessage => ({
  fileId: 'file-doc',
  name: 'Facturation 2026.fac',
  role: 'document',
  product: 'facturation',
  path: OLD,
  status: 'moved',
  since,
  candidates: [aCandidate('S:\\Archives\\Rochat\\Facturation 2026.fac')],
  ...change,
});

export const aCandidate = (path: string, change: Partial<LinkCandidate> = {}): LinkCandidate => ({
  path,
  certainty: 'certain',
  reasons: ['internal-id', 'file-number'],
  along: [],
  ...change,
});

const alongNames = [
  'Salaires 2026.sal',
  'Compta 2026.cre',
  'Débiteurs 2025.fac',
  'Banque.ban',
  'Immobilisations.imm',
];
const LONG =
  '\\\\SRV-DATEN-01\\Liegenschaftsverwaltungsgenossenschaft\\Mandantenbuchhaltungen und Jahresabschlüsse\\Obergerlafingen-Bätterkinden\\Geschäftsjahr 2026\\';

/** What the service says of a file's link, by what has become of the file. */
export const linkExamples = {
  linked: aLink({ status: 'linked', since: null, candidates: [] }),
  renamed: aLink({
    status: 'renamed',
    candidates: [aCandidate('S:\\Mandats\\Rochat\\Facturation 2026 définitive.fac')],
  }),
  moved: aLink(),
  'moved-and-renamed': aLink({
    status: 'moved-and-renamed',
    candidates: [
      aCandidate('D:\\Clients\\Rochat\\Fact 26.fac', {
        certainty: 'likely',
        reasons: ['size-and-time'],
      }),
    ],
  }),
  'with-five-along': aLink({
    candidates: [
      aCandidate('S:\\Archives\\Rochat\\Facturation 2026.fac', {
        along: alongNames.map((name, i) => ({
          fileId: `file-${i}`,
          name,
          from: `S:\\Mandats\\Rochat\\${name}`,
          to: `S:\\Archives\\Rochat\\${name}`,
        })),
      }),
    ],
  }),
  'two-candidates': aLink({
    status: 'ambiguous',
    candidates: [
      aCandidate('S:\\Archives\\Rochat\\Facturation 2026.fac', {
        certainty: 'likely',
        reasons: ['size-and-time', 'name'],
      }),
      aCandidate('D:\\Sauvegarde\\Facturation 2026.fac', { certainty: 'likely', reasons: ['name'] }),
    ],
  }),
  copy: aLink({
    status: 'copy',
    candidates: [
      aCandidate('S:\\Mandats\\Rochat\\Facturation 2026 - Copie.fac', { reasons: ['internal-id'] }),
    ],
  }),
  'other-file': aLink({ status: 'other-file', candidates: [] }),
  'other-file-and-found': aLink({ status: 'other-file' }),
  missing: aLink({ status: 'missing', candidates: [] }),
  'long-path': aLink({
    name: 'Fakturierung Liegenschaftsverwaltungsgenossenschaft (01-01-2026 ~ 31-12-2026).fac',
    path: `${LONG}Fakturierung Liegenschaftsverwaltungsgenossenschaft (01-01-2026 ~ 31-12-2026).fac`,
    status: 'moved-and-renamed',
    candidates: [
      aCandidate(
        `${LONG}Archiv\\Fakturierung Liegenschaftsverwaltungsgenossenschaft (01-01-2026 ~ 31-12-2026) definitiv.fac`,
      ),
    ],
  }),
} as const satisfies Record<string, LinkMessage>;

const inFolder = (name: string, change: Partial<LinkMessage> = {}): LinkMessage =>
  aLink({
    fileId: `file-${name}`,
    name,
    path: `S:\\Mandats\\Rochat\\${name}`,
    candidates: [aCandidate(`S:\\Archives\\Rochat\\${name}`)],
    ...change,
  });

/** What the service finds when it looks for all files of a mandate. */
export const migrationExamples = {
  'folder-moved': alongNames.map((name) => inFolder(name)),
  'single-files': [
    linkExamples.renamed,
    aLink({
      fileId: 'file-sal',
      name: 'Salaires 2026.sal',
      path: 'S:\\Salaires\\Salaires 2026.sal',
      candidates: [
        aCandidate('S:\\Salaires\\2026\\Salaires 2026.sal', {
          certainty: 'likely',
          reasons: ['size-and-time', 'name'],
        }),
      ],
    }),
  ],
  'several-candidates': [linkExamples['two-candidates'], inFolder('Salaires 2026.sal')],
  'none-found': [
    inFolder('Facturation 2026.fac', { status: 'missing', candidates: [] }),
    inFolder('Salaires 2026.sal', { status: 'missing', candidates: [] }),
    inFolder('Immobilisations.imm', { status: 'other-file', candidates: [] }),
  ],
  stray: [
    inFolder('Compta 2026.cre', {
      role: 'accounting',
      product: 'compta',
      candidates: [
        aCandidate('S:\\Archives\\Rochat\\Compta 2026.cre', { certainty: 'likely', reasons: ['name'] }),
      ],
    }),
    inFolder('Rochat (01-01-2026 ~ 31-12-2026).ecf', { role: 'entries' }),
  ],
  hundreds: manyLinks(400),
  mixed: [
    inFolder('Facturation 2026.fac'),
    inFolder('Salaires 2026.sal'),
    inFolder('Banque.ban', { status: 'missing', candidates: [] }),
    inFolder('Débiteurs 2025.fac', {
      status: 'copy',
      candidates: [aCandidate('S:\\Archives\\Rochat\\Débiteurs 2025.fac')],
    }),
    inFolder('Immobilisations.imm', { status: 'other-file', candidates: [] }),
    linkExamples['long-path'],
  ],
  'all-in-place': [],
} as const satisfies Record<string, readonly LinkMessage[]>;

export function manyLinks(count: number): LinkMessage[] {
  return Array.from({ length: count }, (_, i) => inFolder(`Facturation ${i + 1}.fac`));
}
