import type { LinkChange } from '../contract-types.js';
import { LAST_WEEK, TODAY, YESTERDAY } from './example-parts.js';

/** A folder that was moved with all its files. */
const manyMoves = Array.from({ length: 12 }, (_, i) => {
  const name = `Ventes ${2015 + i} (01-01-${2015 + i} ~ 31-12-${2015 + i}).ecf`;
  return {
    fileId: `file-${i}`,
    name,
    from: `S:\\Mandats\\Rochat\\${name}`,
    to: `S:\\Archives\\Menuiserie Rochat SA\\${name}`,
  };
});

/** The corrections of a mandate's links: one that can be taken back, many at once, and one that was. */
export const exampleLinkChanges: readonly LinkChange[] = [
  {
    id: 'change-3',
    at: TODAY,
    kind: 'restored',
    moves: [
      {
        fileId: 'file-fac',
        name: 'Atelier Rochat.fac',
        from: 'S:\\Mandats\\Rochat\\Atelier.fac',
        to: 'S:\\Mandats\\Rochat\\Atelier Rochat.fac',
      },
    ],
    undoneAt: null,
    undoPossible: true,
  },
  { id: 'change-2', at: YESTERDAY, kind: 'migrated', moves: manyMoves, undoneAt: null, undoPossible: true },
  {
    id: 'change-1',
    at: LAST_WEEK,
    kind: 'restored',
    moves: [
      {
        fileId: 'file-sal',
        name: 'Salaires 2026.sal',
        from: 'C:\\Users\\anna\\Desktop\\Salaires 2026.sal',
        to: 'S:\\Mandats\\Rochat\\Salaires 2026.sal',
      },
    ],
    undoneAt: YESTERDAY,
    undoPossible: false,
  },
];
