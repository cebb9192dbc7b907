import { useLayoutEffect, useMemo } from 'react';
import type { PlacedPassage } from '../passages/place-passages.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import { assignLanes } from './lay-highlights.ts';
import type { Layer } from './layer.ts';
import { hitLayer, numberLayer, selectionLayer } from './paper-layers.ts';
import { passageLayer } from './passage-layer.ts';

const usePassageLayer = (placed: readonly PlacedPassage[]): Layer => {
  const { article } = useReader();
  const selectedId = useReaderState((state) => state.selectedId);
  const hotId = useReaderState((state) => state.hotId);
  const layer = useMemo(() => {
    const ranges = placed.flatMap(({ passage, ranges: its }) =>
      its.map(({ start, end }) => ({ start, end, passageId: passage.id, label: passage.label })),
    );
    return passageLayer(article, assignLanes(ranges));
  }, [article, placed]);
  return useMemo(() => layer({ selectedId, hotId }), [layer, selectedId, hotId]);
};

const useHitLayer = (): Layer => {
  const { article } = useReader();
  const find = useReaderState((state) => state.find);
  return useMemo(() => hitLayer(article, find?.hits ?? [], find?.current ?? -1), [article, find]);
};

const useSelectionLayer = (): Layer => {
  const { article } = useReader();
  const others = useReaderState((state) => state.selected.others);
  return useMemo(() => selectionLayer(article, others ?? []), [article, others]);
};

/** All that is drawn over the text, outermost first: a new kind of drawing is a new layer here. */
const useLayers = (placed: readonly PlacedPassage[]): readonly Layer[] => {
  const { article } = useReader();
  const numbers = useMemo(() => numberLayer(article), [article]);
  const passages = usePassageLayer(placed);
  const hits = useHitLayer();
  const selection = useSelectionLayer();
  return useMemo(() => [numbers, passages, hits, selection], [numbers, passages, hits, selection]);
};

/** Draws over the text in the same frame in which something changes. */
export const useDrawing = (placed: readonly PlacedPassage[]): void => {
  const { view } = useReader();
  const window = useReaderState((state) => state.window);
  const layers = useLayers(placed);
  useLayoutEffect(() => view?.draw({ window, layers }), [view, window, layers]);
};
