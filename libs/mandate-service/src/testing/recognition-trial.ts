import { createContentSketcher, recogniseFile, resolveLink } from '@synchro/sync-core/domain';
import type {
  ContentSketch,
  FileIdentity,
  FoundFile,
  LinkCandidate,
  LinkStatus,
} from '@synchro/sync-core/domain';
import { changed, joined, sampleBytes, sampleDocument } from '@synchro/sync-core/sample-documents';
import { commonMarks } from '../use-cases/identity.js';
import { placeOf } from '../use-cases/links.js';
import { ownerOf } from '../use-cases/owner-of-file.js';
import { folderOf, nameOf } from '../files/memory-tree.js';

/*
 * What recognition makes of many documents in each case that must be told apart. Documents come in families of one
 * template, some with more template than content; around each lie others of its family, one with its very name.
 */

export interface Outcome {
  readonly right: number;
  /** A place, or a file, told as the one that it is not. */
  readonly wrong: number;
  /** Left to a person: several places, none that is certain, or nowhere although it is somewhere. */
  readonly undecided: number;
  /** Of the undecided: the right place is among those to choose from. */
  readonly offered: number;
}

interface File {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly inode: number;
  readonly bornAtMs: number | null;
  readonly modifiedAtMs: number;
  readonly volume: string;
}

const OLD = '/mandats/Rochat/Atelier.fac';
const place = placeOf({ folderOf, nameOf });
const HOUR = 3_600_000;

interface Subject {
  readonly seed: number;
  /** As it lay in its place when it was last noted. */
  readonly file: File;
  /** Of the same family, in folders of the mandate and beside. */
  readonly decoys: readonly File[];
  /** Of the same family, attached to other mandates. */
  readonly attached: readonly File[];
}

/** What lies where, after something happened; `expected` is the place that is to be told, or the status. */
interface Aftermath {
  readonly files: readonly File[];
  readonly expected: string;
}

/** In the order of the list in `domain.md` §5. */
const CASES: Readonly<Record<string, (subject: Subject) => Aftermath>> = {
  renamed: ({ file }) => at({ ...file, path: '/mandats/Rochat/Rochat SA.fac' }),
  'moved and saved': ({ file, seed }) =>
    at({ ...saved(file, changed(file.bytes, seed)), path: '/mandats/Rochat/Factures/Atelier.fac' }),
  'folder renamed': ({ file }) => at({ ...file, path: '/mandats/Rochat SA/Atelier.fac' }),
  'to another volume': ({ file }) => at(copied(file, '/usb/Atelier.fac')),
  'there, a tenth changed': ({ file, seed }) => at(savedElsewhere(file, changed(file.bytes, seed))),
  'there, inserted at the front': ({ file, seed }) =>
    at(savedElsewhere(file, joined(sampleBytes(200, seed), file.bytes))),
  'there, appended': ({ file, seed }) =>
    at(savedElsewhere(file, joined(file.bytes, sampleBytes(file.bytes.length / 10, seed)))),
  copied: ({ file }) => ({ files: [file, copied(file, '/mandats/Rochat/Copie.fac')], expected: 'linked' }),
  deleted: () => ({ files: [], expected: 'missing' }),
  'deleted, number used again': ({ file, decoys: [first] }) => ({
    files: [{ ...(first ?? file), inode: file.inode, volume: file.volume, path: '/mandats/Rochat/Neu.fac' }],
    expected: 'missing',
  }),
  'deleted, a template copied': ({ file, seed }) => ({
    files: [copied({ ...file, bytes: template(seed), modifiedAtMs: HOUR }, '/mandats/Rochat/Neu.fac')],
    expected: 'missing',
  }),
  'two candidates': ({ file }) => ({
    files: [copied(file, '/mandats/Rochat/A.fac'), copied(file, '/mandats/Rochat/B.fac')],
    expected: 'ambiguous',
  }),
  'restored older': ({ file, seed }) => ({
    files: [{ ...copied(file, OLD), bytes: changed(file.bytes, seed + 7), modifiedAtMs: HOUR }],
    expected: 'linked',
  }),
  'written new, renamed over': ({ file, seed }) => ({
    files: [{ ...saved(file, changed(file.bytes, seed)), inode: file.inode + 5_000, bornAtMs: 9 * HOUR }],
    expected: 'linked',
  }),
  'swapped with another’s': ({ attached: [other], file }) => ({
    files: [{ ...(other ?? file), path: OLD }],
    expected: 'other-file',
  }),
  'overwritten with another’s': ({ attached: [other], file }) => ({
    files: [saved(file, (other ?? file).bytes)],
    expected: 'other-file',
  }),
  'no births: renamed': ({ file }) => at({ ...file, bornAtMs: null, path: '/mandats/Rochat/Rochat SA.fac' }),
  'no births: number used again': ({ file, decoys: [first] }) => ({
    files: [{ ...(first ?? file), inode: file.inode, bornAtMs: null, path: '/mandats/Rochat/Atelier 2.fac' }],
    expected: 'missing',
  }),
};

/** Counts the outcomes of every case over documents 0…n-1. */
export function runRecognitionTrial(n: number): ReadonlyMap<string, Outcome> {
  const counts = new Map<string, { -readonly [K in keyof Outcome]: number }>();
  for (let seed = 0; seed < n; seed += 1) {
    const subject = subjectOf(seed);
    for (const [name, happen] of Object.entries(CASES)) {
      const count = counts.get(name) ?? { right: 0, wrong: 0, undecided: 0, offered: 0 };
      counts.set(name, count);
      for (const verdict of judge(subject, happen(subject))) count[verdict] += 1;
    }
  }
  return counts;
}

function judge(subject: Subject, { files, expected }: Aftermath): readonly (keyof Outcome)[] {
  const { status, to, offered } = told(subject, [...files, ...subject.decoys]);
  if (to === expected || status === expected) return ['right'];
  if (status !== 'ambiguous' && status !== 'missing') return ['wrong'];
  return offered.includes(expected) ? ['undecided', 'offered'] : ['undecided'];
}

/** What the scans would tell, as `scan-links.ts` does it. */
function told(
  subject: Subject,
  files: readonly File[],
): {
  status: LinkStatus;
  to: string | null;
  offered: readonly string[];
} {
  const own = identityOf(subject.file);
  const others = subject.attached.map((file) => ({ ...identityOf(file), id: file.path }));
  const here = files.find(({ path }) => path === OLD);
  if (here !== undefined) {
    const isOther = ownerOf(own, others, foundOf(here)) !== null;
    return {
      status: resolveLink(place(OLD), isOther ? 'another' : 'it', null, NOBODY),
      to: null,
      offered: [],
    };
  }
  const common = commonMarks(own.sketch, others);
  const candidates = files.flatMap((file): LinkCandidate[] => {
    const mayOpen = /^\/(?:mandats\/Rochat|usb)\//.test(file.path);
    const candidate = recogniseFile(own, { ...foundOf(file), ...(mayOpen ? {} : { sketch: null }) }, common);
    return candidate === null ? [] : [candidate];
  });
  const certain = candidates.filter(({ certainty }) => certainty === 'certain');
  const offered = (certain.length > 0 ? certain : candidates).map((one) => ({
    ...one,
    place: place(one.path),
  }));
  const status = resolveLink(place(OLD), 'nothing', null, { documentId: null, candidates: offered });
  const isTold = status === 'moved' || status === 'renamed' || status === 'moved-and-renamed';
  return { status, to: isTold ? (offered[0]?.path ?? null) : null, offered: offered.map(({ path }) => path) };
}

const NOBODY = { documentId: null, candidates: [] } as const;

/** A third have little of their own, every second company has attached others of the family. */
function subjectOf(seed: number): Subject {
  const ownBytes = [5_000, 30_000, 150_000][seed % 3] ?? 0;
  const family = (member: number, path: string): File => ({
    path,
    bytes: sampleDocument({ seed: seed * 20 + member, ownBytes, template: seed % 10 }),
    inode: seed * 20 + member + 1,
    bornAtMs: HOUR + member,
    modifiedAtMs: 2 * HOUR + member,
    volume: 'disk',
  });
  return {
    seed,
    file: family(0, OLD),
    decoys: [
      family(1, '/mandats/Rochat/Filiale.fac'),
      family(2, '/mandats/Rochat/Archives/Atelier.fac'),
      family(3, '/mandats/Dubois/Dubois.fac'),
    ],
    attached: seed % 2 === 0 ? [family(4, '/x/4.fac')] : [4, 5, 6].map((one) => family(one, `/x/${one}.fac`)),
  };
}

const template = (seed: number): Uint8Array => sampleDocument({ seed: 0, ownBytes: 0, template: seed % 10 });

const at = (file: File): Aftermath => ({ files: [file], expected: file.path });

const saved = (file: File, bytes: Uint8Array): File => ({ ...file, bytes, modifiedAtMs: 8 * HOUR });

/** As `cp -p`, or a move to another volume: another file with the same content and time. */
const copied = (file: File, path: string): File => ({
  ...file,
  path,
  inode: file.inode + 10_000 + path.length,
  bornAtMs: 7 * HOUR,
  volume: path.startsWith('/usb') ? 'usb' : file.volume,
});

const savedElsewhere = (file: File, bytes: Uint8Array): File =>
  saved(copied(file, '/usb/Rochat SA.fac'), bytes);

const traitsOf = ({ bytes, inode, bornAtMs, modifiedAtMs, volume }: File) => ({
  documentId: null,
  carriedId: null,
  look: { size: bytes.length, modifiedAtMs, inode },
  origin: { volume, bornAtMs },
  sketch: sketchOf(bytes),
});

/** The same bytes are looked at in each case. */
const sketches = new WeakMap<Uint8Array, ContentSketch>();

function sketchOf(bytes: Uint8Array): ContentSketch {
  const known = sketches.get(bytes);
  if (known !== undefined) return known;
  const sketcher = createContentSketcher();
  sketcher.add(bytes);
  const sketch = sketcher.finish();
  sketches.set(bytes, sketch);
  return sketch;
}

const identityOf = (file: File): FileIdentity => ({ ...traitsOf(file), name: nameOf(file.path) });
const foundOf = (file: File): FoundFile => ({ ...traitsOf(file), place: place(file.path) });
