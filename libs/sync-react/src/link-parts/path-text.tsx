import { Fragment } from 'react';
import type { ReactElement } from 'react';
import { comparePaths } from './compare-paths.js';
import type { PathPart } from './compare-paths.js';

export interface PathTextProps {
  readonly path: string;
  /** What it is compared with; the parts that are not the same stand out. */
  readonly other: string;
}

/** A file's place: its name first, which is never cut, and below it the folder, which breaks after its separators. */
export function PathText({ path, other }: PathTextProps): ReactElement {
  const { folder, name } = comparePaths(path, other);
  return (
    <span className="place">
      <span className="place-name">
        <Part {...name} />
      </span>{' '}
      <FolderText parts={folder} />
    </span>
  );
}

/** A folder alone. */
export function FolderText({ parts }: { readonly parts: readonly PathPart[] }): ReactElement {
  return (
    <span className="place-folder">
      {parts.map((part, i) => (
        <Fragment key={i}>
          <Part {...part} />
          <wbr />
        </Fragment>
      ))}
    </span>
  );
}

function Part({ text, differs }: PathPart): ReactElement {
  return differs ? <mark>{text}</mark> : <>{text}</>;
}
