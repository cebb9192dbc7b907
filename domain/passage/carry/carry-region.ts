/**
 * A region of a picture in a new version of its article. The hash of the picture is the witness: the same bytes are the same
 * pixels, wherever they stand, and any others are other evidence, however alike they look.
 */
import type { PictureInText } from '../../article/pictures/picture-in-text.ts';
import { describeRegion } from '../anchor/describe-region.ts';
import type { Passage } from '../passage.ts';
import type { RegionSelector } from '../region/region-selector.ts';
import { type CarryOptions, isKeptOrphan, type NewVersion, wordsOf } from './carry-origin.ts';

/** The same picture in the new text: of several, all of the same pixels, the one that stands nearest to where it stood. */
const samePicture = (
  { index, pictures }: Pick<NewVersion, 'index' | 'pictures'>,
  { picture, position }: RegionSelector,
): PictureInText | undefined => {
  const farFrom = ({ offset }: PictureInText): number => Math.abs(index.toCodePoint(offset) - position.start);
  return pictures
    .filter(({ attrs }) => attrs.sha256 === picture.sha256)
    .toSorted((a, b) => farFrom(a) - farFrom(b))[0];
};

/** See carryPassage. A region whose picture is not in the new version is an orphan, with the picture of the old copy. */
export const carryRegion = (
  version: Pick<NewVersion, 'index' | 'pictures'>,
  passage: Passage,
  region: RegionSelector,
  { articleId, id, at }: CarryOptions,
): Passage => {
  const carried = { ...passage, id, createdAt: at, updatedAt: at };
  const from = wordsOf(passage, articleId);
  const same = samePicture(version, region);
  if (same === undefined)
    return { ...carried, carriedFrom: { ...from, state: 'orphaned', isSettled: isKeptOrphan(passage) } };
  const selector = describeRegion(version.index, same, region.xywh);
  const isWhereItWas = selector.position.start === region.position.start;
  const isSettled = !isKeptOrphan(passage);
  return {
    ...carried,
    selectors: [selector],
    carriedFrom: { ...from, state: isWhereItWas && isSettled ? 'unchanged' : 'moved', isSettled },
  };
};
