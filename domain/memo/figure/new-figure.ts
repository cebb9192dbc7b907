import type { StoredPicture } from '../../picture/stored-picture.ts';
import type { CitedPassage } from '../citations/list-citations.ts';
import type { FigureAttrs } from './figure.ts';

/** A picture of fewer pixels would be blown up in the width of the text: at 122 mm they are 125 to the inch. */
const MIN_TEXT_WIDTH = 600;

/** A figure of the pixels of a region, with the analyst's description as its alternative text. */
export const newRegionFigure = (
  picture: StoredPicture,
  { articleId, passageId, exactSha256 }: CitedPassage,
  description: string,
): FigureAttrs => ({
  ...newFigure(picture),
  alt: description,
  cited: { articleId, passageId, exactSha256 },
});

/** A figure of a picture that was just inserted; it has no description yet. */
export const newFigure = (picture: StoredPicture): FigureAttrs => ({
  ...picture,
  size: picture.width >= MIN_TEXT_WIDTH ? 'text' : 'natural',
  alt: '',
  caption: '',
  source: '',
});
