/**
 * A region in a new version of its article. The hash is the witness, of the picture or of the original that it is a page of:
 * the same bytes are the same pixels, wherever they stand, and any others are other evidence, however alike they look.
 */
import type { PictureInText } from '../../article/pictures/picture-in-text.ts';
import { describePageRegion } from '../anchor/describe-page-region.ts';
import { describeRegion } from '../anchor/describe-region.ts';
import type { Passage } from '../passage.ts';
import type { PageRegion } from '../region/page-region.ts';
import { isOfPage, type RegionOfPicture, type RegionSelector } from '../region/region-selector.ts';
import { type CarryOptions, isKeptOrphan, type NewVersion, wordsOf } from './carry-origin.ts';

/** The same picture in the new text: of several, all of the same pixels, the one that stands nearest to where it stood. */
const samePicture = (
  { index, pictures }: Pick<NewVersion, 'index' | 'pictures'>,
  { picture, position }: RegionOfPicture,
): PictureInText | undefined => {
  const farFrom = ({ offset }: PictureInText): number => Math.abs(index.toCodePoint(offset) - position.start);
  return pictures
    .filter(({ attrs }) => attrs.sha256 === picture.sha256)
    .toSorted((a, b) => farFrom(a) - farFrom(b))[0];
};

type RegionVersion = Omit<NewVersion, 'pair'>;

/** The region as it stands in the new version, and whether that is where it was; null where its picture is not there. */
type Standing = { readonly selector: RegionSelector; readonly isWhereItWas: boolean } | null;

const onPicture = (version: RegionVersion, region: RegionOfPicture): Standing => {
  const same = samePicture(version, region);
  if (same === undefined) return null;
  const selector = describeRegion(version.index, same, region.xywh);
  return { selector, isWhereItWas: selector.position.start === region.position.start };
};

/** A page of the same file is the same page, whatever was read from it. */
const onPage = (version: RegionVersion, region: PageRegion): Standing => {
  const isSame = version.originalSha256 === region.page.original;
  const selector = isSame ? describePageRegion(version, region) : null;
  return selector === null ? null : { selector, isWhereItWas: true };
};

/** See carryPassage. A region whose picture or page is not in the new version is an orphan, with the pixels of the old copy. */
export const carryRegion = (
  version: RegionVersion,
  passage: Passage,
  region: RegionSelector,
  { articleId, id, at }: CarryOptions,
): Passage => {
  const carried = { ...passage, id, updatedAt: at };
  const from = wordsOf(passage, articleId);
  const standing = isOfPage(region) ? onPage(version, region) : onPicture(version, region);
  if (standing === null)
    return { ...carried, carriedFrom: { ...from, state: 'orphaned', isSettled: isKeptOrphan(passage) } };
  const isSettled = !isKeptOrphan(passage);
  return {
    ...carried,
    selectors: [standing.selector],
    carriedFrom: { ...from, state: standing.isWhereItWas && isSettled ? 'unchanged' : 'moved', isSettled },
  };
};
