import { readPathText } from '@synchro/sync-react/page-parts';
import { nameOf } from './path-parts.js';

/** What a person let go over a field: a path, or a file of which the browser tells the name alone. */
export type DroppedFile =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'nothing' };

/** Of a browser's `DataTransfer`, what is looked at. */
export interface DroppedData {
  readonly getData: (type: string) => string;
  readonly files: ArrayLike<{ readonly name: string }>;
}

/** Reads a drop: an address or a path wins over the bare name of a file. */
export function droppedFile(data: DroppedData): DroppedFile {
  for (const type of ['text/uri-list', 'text/plain']) {
    const path = readPathText(data.getData(type));
    // A link or a sentence that was dragged here is no path.
    if (/[\\/]/.test(path) && !/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return { kind: 'path', path };
  }
  const name = nameOf(data.files[0]?.name ?? '');
  return name === '' ? { kind: 'nothing' } : { kind: 'name', name };
}
