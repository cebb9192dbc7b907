import type { Body, PictureNode } from '../body/body.ts';
import { textBlockSpans } from '../body/canonical-text.ts';
import { picturesInText } from './picture-in-text.ts';

/** What a body says of the pictures that are kept with it, in the order of the text; one that stands twice comes twice. */
export const keptPictures = (body: Body): readonly PictureNode['attrs'][] =>
  picturesInText(textBlockSpans(body)).map(({ attrs }) => attrs);
