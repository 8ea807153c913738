import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createContentSketcher } from './content-sketch.js';
import { recogniseFile } from './recognise-file.js';
import type { FileIdentity, FileTraits, FoundFile, Place } from './recognise-file.js';
import { changed, sampleBytes } from './sample-document.js';

const place = (path: string): Place => {
  const at = path.lastIndexOf('/');
  return { path, folder: path.slice(0, at), name: path.slice(at + 1) };
};
const sketchOf = (bytes: Uint8Array) => {
  const sketcher = createContentSketcher();
  sketcher.add(bytes);
  return sketcher.finish();
};
const bytes = sampleBytes(30_000, 1);
const look = { size: 30_000, modifiedAtMs: 1000, inode: 77 };
const origin = { volume: 'disk', bornAtMs: 500 };
const sought: FileIdentity = {
  name: 'Rochat.fac',
  documentId: 'doc-1',
  carriedId: null,
  look,
  origin,
  sketch: sketchOf(bytes),
};
/** A file that has nothing in common with it. */
const found = (path: string, traits: Partial<FoundFile> = {}): FoundFile => ({
  place: place(path),
  documentId: null,
  carriedId: null,
  look: { size: 1, modifiedAtMs: 2, inode: 3 },
  origin: { volume: 'disk', bornAtMs: 600 },
  sketch: null,
  ...traits,
});

describe('recogniseFile', () => {
  it('L6: the internal id is certain, whatever the file looks like', () => {
    expect(recogniseFile(sought, found('/x/Other.fac', { documentId: 'doc-1' }))).toEqual({
      path: '/x/Other.fac',
      certainty: 'certain',
      reasons: ['internal-id'],
    });
  });

  it('L6: another internal id speaks against it, whatever else agrees', () => {
    expect(
      recogniseFile(sought, found('/x/Rochat.fac', { ...sought, look, documentId: 'doc-2' })),
    ).toBeNull();
  });

  it('L6: nothing in common is no candidate', () => {
    expect(recogniseFile(sought, found('/x/Other.fac'))).toBeNull();
  });

  it('L6a: number, volume and birth are certain, under any name and after a save', () => {
    const saved = { ...look, size: 5, modifiedAtMs: 9 };
    expect(recogniseFile(sought, found('/x/Other.fac', { look: saved, origin }))).toEqual({
      path: '/x/Other.fac',
      certainty: 'certain',
      reasons: ['file-number'],
    });
  });

  it('L6a: where no births are known, number, size and time are certain', () => {
    for (const unknown of [null, { volume: 'disk', bornAtMs: null }])
      expect(recogniseFile({ ...sought, origin: unknown }, found('/x/Other.fac', { look }))).toEqual({
        path: '/x/Other.fac',
        certainty: 'certain',
        reasons: ['file-number', 'size-and-time'],
      });
  });

  it('L6b: a file number alone proves nothing, nor does one with another birth or on another volume', () => {
    const other = { ...look, size: 5, modifiedAtMs: 9 };
    expect(recogniseFile({ ...sought, origin: null }, found('/x/Other.fac', { look: other }))).toBeNull();
    for (const elsewhere of [
      { volume: 'disk', bornAtMs: 501 },
      { volume: 'stick', bornAtMs: 500 },
    ])
      expect(recogniseFile(sought, found('/x/Other.fac', { look, origin: elsewhere }))).toMatchObject({
        certainty: 'likely',
        reasons: ['size-and-time'],
      });
  });

  it('L6b: a file number under the same name, where no births are known, is likely', () => {
    const saved = { ...look, size: 5, modifiedAtMs: 9 };
    expect(recogniseFile({ ...sought, origin: null }, found('/x/Rochat.fac', { look: saved }))).toMatchObject(
      {
        certainty: 'likely',
        reasons: ['file-number', 'name'],
      },
    );
  });

  it('L6b: where there are no file numbers, 0 equals nothing', () => {
    const without = { ...sought, look: { ...look, inode: 0 } };
    const candidate = recogniseFile(
      without,
      found('/x/Rochat.fac', { look: { ...look, inode: 0, size: 1 } }),
    );
    expect(candidate?.reasons).toEqual(['name']);
  });

  it('L6c: on another volume, content with size and time is certain', () => {
    const there = found('/usb/Other.fac', { look: { ...look, inode: 5 }, sketch: sought.sketch });
    expect(recogniseFile(sought, there)).toEqual({
      path: '/usb/Other.fac',
      certainty: 'certain',
      reasons: ['content', 'size-and-time'],
    });
  });

  it('L6c: of a document that was never changed in its place it is likely only: it may be a copy of a template', () => {
    const there = found('/usb/Rochat.fac', { look: { ...look, inode: 5 }, sketch: sought.sketch });
    for (const bornAtMs of [1000, 2000, null])
      expect(recogniseFile({ ...sought, origin: { ...origin, bornAtMs } }, there)).toMatchObject({
        certainty: 'likely',
        reasons: ['content', 'size-and-time', 'name'],
      });
  });

  it('L6c: saved and under the same name it is likely', () => {
    const there = found('/usb/Rochat.fac', { sketch: sketchOf(changed(bytes, 2)) });
    expect(recogniseFile(sought, there)).toMatchObject({ certainty: 'likely', reasons: ['content', 'name'] });
  });

  it('L6c: too few chunks, or quite other ones, are no reason', () => {
    const small = sketchOf(sampleBytes(900, 3));
    expect(
      recogniseFile({ ...sought, sketch: small }, found('/usb/Other.fac', { sketch: small })),
    ).toBeNull();
    const other = sketchOf(sampleBytes(30_000, 4));
    expect(recogniseFile(sought, found('/usb/Other.fac', { sketch: other }))).toBeNull();
  });

  it('L6d: what other documents consist of too is no reason', () => {
    const common = new Set(sought.sketch?.marks.match(/.{9}/g));
    expect(recogniseFile(sought, found('/usb/Other.fac', { sketch: sought.sketch }), common)).toBeNull();
  });

  it('L6e: another carried id speaks against it; the same one proves nothing, but is told', () => {
    const entries = { ...sought, documentId: null, carriedId: 'uid 1' };
    expect(recogniseFile(entries, found('/x/Rochat.fac', { carriedId: 'uid 2', look, origin }))).toBeNull();
    expect(recogniseFile(entries, found('/x/Other.fac', { carriedId: 'uid 1' }))).toBeNull();
    expect(recogniseFile(entries, found('/x/Rochat.fac', { carriedId: 'uid 1' }))).toMatchObject({
      certainty: 'likely',
      reasons: ['carried-id', 'name'],
    });
  });

  it('L6: the name alone is likely, in whatever way é is spelt', () => {
    const name = 'Société.fac';
    const other = found(`/x/${name.normalize('NFD')}`);
    expect(recogniseFile({ ...sought, name: name.normalize('NFC') }, other)).toMatchObject({
      certainty: 'likely',
      reasons: ['name'],
    });
  });

  it('L6: is never certain without a proof, and never speaks for a file of another id', () => {
    const sketches = [null, sketchOf(bytes), sketchOf(changed(bytes, 2)), sketchOf(sampleBytes(30_000, 4))];
    const id = fc.constantFrom(null, 'a', 'b');
    const few = fc.constantFrom(1, 2);
    const traits = fc.record<FileTraits & { look: NonNullable<FileTraits['look']> }>({
      documentId: id,
      carriedId: id,
      look: fc.record({ size: few, modifiedAtMs: few, inode: fc.constantFrom(0, 1, 2) }),
      origin: fc.option(
        fc.record({ volume: fc.constantFrom('v', 'w'), bornAtMs: fc.constantFrom(null, 1, 2) }),
      ),
      sketch: fc.constantFrom(...sketches),
    });
    fc.assert(
      fc.property(traits, traits, fc.constantFrom('x.fac', 'y.fac'), (one, other, name) => {
        const candidate = recogniseFile({ name: 'x.fac', ...one }, { place: place(`/n/${name}`), ...other });
        const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;
        const isExcluded = differ(one.documentId, other.documentId) || differ(one.carriedId, other.carriedId);
        const isSameNumber = one.look.inode !== 0 && one.look.inode === other.look.inode;
        const births = [one.origin?.bornAtMs ?? null, other.origin?.bornAtMs ?? null];
        const isElsewhere =
          one.origin !== null && other.origin !== null && one.origin.volume !== other.origin.volume;
        const isSameLook =
          one.look.size === other.look.size && one.look.modifiedAtMs === other.look.modifiedAtMs;
        const isBirthKnown = !births.includes(null);
        const isProved =
          (one.documentId !== null && one.documentId === other.documentId) ||
          (isSameNumber && !isElsewhere && (isBirthKnown ? births[0] === births[1] : isSameLook)) ||
          (isSameLook &&
            one.sketch !== null &&
            one.sketch === other.sketch &&
            one.look.modifiedAtMs > (births[0] ?? Infinity));
        expect(candidate?.certainty === 'certain').toBe(!isExcluded && isProved);
        if (isExcluded) expect(candidate).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });
});
