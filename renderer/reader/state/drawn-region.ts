import type { PassageId } from '#domain/ids.ts';
import type { LabelId } from '#domain/passage/label.ts';
import { type Passage, passageWords, regionOf } from '#domain/passage/passage.ts';
import type { Rectangle } from '#domain/passage/region/rectangle.ts';
import { isOfPage, type RegionSelector } from '#domain/passage/region/region-selector.ts';
import { labelsNow } from '#renderer/parts/passage/labels.ts';
import type { PlacedPassage } from './place-passages.ts';

/** A region as drawn on its picture or page, in the units of that. */
export type DrawnRegion = {
  readonly id: PassageId;
  readonly label: LabelId;
  readonly xywh: Rectangle;
  /** The text offset of its picture, or of what it is beside, in UTF-16. */
  readonly offset: number;
  /** "Data: the peak of March" */
  readonly says: string;
};

export type DrawnOnPicture = DrawnRegion & { readonly picture: RegionSelector['picture'] };

/** On the page of that number, from 1. */
export type DrawnOnPage = DrawnRegion & { readonly page: number };

/** The drawn regions, and which of them is selected or hovered. */
export type RegionsShown = {
  readonly regions: readonly DrawnOnPicture[];
  readonly selectedId: PassageId | null;
  readonly hotId: PassageId | null;
};

const drawn = ({ id, label, ...said }: Passage, offset: number): Omit<DrawnRegion, 'xywh'> => ({
  id,
  label,
  offset,
  says: `${labelsNow().of(label).name}: ${passageWords(said)}`,
});

/** A smaller one is above a larger one. */
const largerFirst = (a: DrawnRegion, b: DrawnRegion): number => b.xywh.w * b.xywh.h - a.xywh.w * a.xywh.h;

/** The regions of pictures among passages placed in the text, the larger first. */
export const drawnRegions = (placed: readonly PlacedPassage[]): readonly DrawnOnPicture[] =>
  placed
    .flatMap(({ passage, start }): DrawnOnPicture[] => {
      const region = regionOf(passage);
      if (region === null || isOfPage(region) || start < 0) return [];
      return [{ ...drawn(passage, start), picture: region.picture, xywh: region.xywh }];
    })
    .toSorted(largerFirst);

/** The regions of pages of this original, the larger first. */
export const drawnOnPages = (placed: readonly PlacedPassage[]): readonly DrawnOnPage[] =>
  placed
    .flatMap(({ passage, start }): DrawnOnPage[] => {
      const region = regionOf(passage);
      if (region === null || !isOfPage(region) || start < 0) return [];
      return [{ ...drawn(passage, start), page: region.page.number, xywh: region.viewrect }];
    })
    .toSorted(largerFirst);

/** Whether a point is on the region. */
export const isOnRegion = (
  { xywh: { x, y, w, h } }: DrawnRegion,
  at: { readonly x: number; readonly y: number },
): boolean => x <= at.x && at.x <= x + w && y <= at.y && at.y <= y + h;

/** The region for a press at a point: the smallest there, or the one after the selected one. */
export const regionPressed = <R extends DrawnRegion>(
  regions: readonly R[],
  at: { readonly x: number; readonly y: number },
  current: DrawnRegion | null,
): R | null => {
  const here = regions.filter((region) => isOnRegion(region, at)).toReversed();
  const next = here.findIndex(({ id }) => id === current?.id) + 1;
  return here[next] ?? here[0] ?? null;
};
