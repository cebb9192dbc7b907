import { boxOf } from '#renderer/parts/picture/frame.ts';
import type { DrawnOnPicture, RegionsShown } from '../state/drawn-region.ts';

export type RegionBoard = {
  show(shown: RegionsShown): void;
  /** Calls at once, and after each change; returns how to stop. */
  watch(draw: (shown: RegionsShown) => void): () => void;
};

export const createRegionBoard = (): RegionBoard => {
  let shown: RegionsShown = { regions: [], selectedId: null, hotId: null };
  const watching = new Set<(shown: RegionsShown) => void>();
  return {
    show(next) {
      shown = next;
      for (const draw of watching) draw(shown);
    },
    watch(draw) {
      watching.add(draw);
      draw(shown);
      return () => watching.delete(draw);
    },
  };
};

/** The box of a region over a picture in the text. The keyboard reaches the picture's button. */
const regionBox = (region: DrawnOnPicture, { selectedId, hotId }: RegionsShown): HTMLElement => {
  const box = document.createElement('span');
  box.className = 'article-region';
  box.dataset.label = region.label;
  box.dataset.passage = region.id;
  box.title = region.says;
  box.toggleAttribute('data-selected', region.id === selectedId);
  box.toggleAttribute('data-hot', region.id === hotId);
  Object.assign(box.style, boxOf(region.xywh, region.picture));
  return box;
};

/** Draws the regions of the picture at `offsetOf` into `layer`. A picture replaced by another draws none. */
export const drawRegions = (
  layer: HTMLElement,
  { sha256, offsetOf }: { readonly sha256: string; readonly offsetOf: () => number | null },
  shown: RegionsShown,
): void => {
  const offset = offsetOf();
  const here = shown.regions.filter((region) => region.offset === offset && region.picture.sha256 === sha256);
  if (here.length === 0 && layer.childElementCount === 0) return;
  layer.replaceChildren(...here.map((region) => regionBox(region, shown)));
};
