import { compareContents, compareNumbers } from '@synchro/sync-core/domain';
import type { FileTraits } from '@synchro/sync-core/domain';
import { commonMarks } from './identity.js';

type Known = Pick<FileTraits, 'look' | 'origin' | 'sketch'>;

/**
 * The other attached file that lies in a file's place [L8]; `null`: as far as anybody knows it is the file itself. A
 * document that is merely quite another than before may have been saved so; only what is known of the other one tells.
 *
 * @param own what the file of this place is known by
 * @param others what other attached files of its kind are known by
 */
export function ownerOf(
  own: Known,
  others: readonly (Known & { readonly id: string })[],
  here: Known,
): string | null {
  const isItself = compareNumbers(own, here) === 'same';
  const byNumber = others.find((other) => !isItself && compareNumbers(other, here) === 'same');
  if (byNumber !== undefined) return byNumber.id;
  if (compareContents(own.sketch, here.sketch, commonMarks(here.sketch, others)) !== 'another') return null;
  const byContent = others
    .filter((other) => isAlike(compareContents(other.sketch, here.sketch, NONE)))
    .find((other) => {
      const rest = others.filter((one) => one !== other);
      return isAlike(compareContents(other.sketch, here.sketch, commonMarks(here.sketch, [own, ...rest])));
    });
  return byContent?.id ?? null;
}

const NONE: ReadonlySet<string> = new Set();

const isAlike = (content: ReturnType<typeof compareContents>): boolean =>
  content === 'same' || content === 'alike';
