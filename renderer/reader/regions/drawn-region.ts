import type { PassageId } from '#domain/ids.ts';
import type { Label } from '#domain/passage/label.ts';
import { labelTable } from '#domain/passage/label.ts';
import { passageWords, regionOf } from '#domain/passage/passage.ts';
import type { Rectangle } from '#domain/passage/region/rectangle.ts';
import type { RegionSelector } from '#domain/passage/region/region-selector.ts';
import type { PlacedPassage } from '../passages/place-passages.ts';

/** A region as it is drawn on its picture. */
export type DrawnRegion = {
  readonly id: PassageId;
  readonly label: Label;
  readonly picture: RegionSelector['picture'];
  readonly xywh: Rectangle;
  /** Where its picture stands in the text, in UTF-16. */
  readonly offset: number;
  /** "Data: the peak of March" */
  readonly says: string;
};

/** The regions among passages that stand in the text, the larger first: a smaller one lies over it. */
export const drawnRegions = (placed: readonly PlacedPassage[]): readonly DrawnRegion[] =>
  placed
    .flatMap(({ passage, start }): DrawnRegion[] => {
      const region = regionOf(passage);
      if (region === null || start < 0) return [];
      const { id, label } = passage;
      const says = `${labelTable[label].name}: ${passageWords(passage)}`;
      return [{ id, label, picture: region.picture, xywh: region.xywh, offset: start, says }];
    })
    .toSorted((a, b) => b.xywh.w * b.xywh.h - a.xywh.w * a.xywh.h);

/** The edges of a rectangle as shares of its picture, for the style of a box that lies over it. */
export const boxOf = (
  { x, y, w, h }: Rectangle,
  { width, height }: Pick<RegionSelector['picture'], 'width' | 'height'>,
): Readonly<Record<'left' | 'top' | 'width' | 'height', string>> => ({
  left: `${(x / width) * 100}%`,
  top: `${(y / height) * 100}%`,
  width: `${(w / width) * 100}%`,
  height: `${(h / height) * 100}%`,
});
