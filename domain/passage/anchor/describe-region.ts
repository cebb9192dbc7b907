import type { PictureInText } from '../../article/pictures/picture-in-text.ts';
import type { TextIndex } from '../../text/text-index.ts';
import type { Rectangle } from '../region/rectangle.ts';
import type { RegionOfPicture } from '../region/region-selector.ts';
import { describeSelector } from './describe-selector.ts';

/** Describes a region of a kept picture of the indexed text. */
export const describeRegion = (
  index: TextIndex,
  { attrs: { sha256, format, width, height }, offset }: PictureInText,
  xywh: Rectangle,
): RegionOfPicture => {
  const { quote, occurrence, position } = describeSelector(index, { start: offset, end: offset + 1 });
  return {
    picture: { sha256, format, width, height },
    xywh,
    context: { prefix: quote.prefix, suffix: quote.suffix },
    occurrence,
    position,
  };
};
