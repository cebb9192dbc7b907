import type { StoredPicture } from '../../picture/stored-picture.ts';
import type { FigureAttrs } from './figure.ts';

/** A picture of fewer pixels would be blown up in the width of the text: at 122 mm they are 125 to the inch. */
const MIN_TEXT_WIDTH = 600;

/** A figure of a picture that was just put in; what it shows nobody has said yet. */
export const newFigure = (picture: StoredPicture): FigureAttrs => ({
  ...picture,
  size: picture.width >= MIN_TEXT_WIDTH ? 'text' : 'natural',
  alt: '',
  caption: '',
  source: '',
});
