import { useLayoutEffect, useMemo } from 'react';
import type { LabelId } from '#domain/passage/label.ts';
import { regionOf } from '#domain/passage/passage.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { drawnRegions } from '../state/drawn-region.ts';
import { lengthOf } from '../state/find-passage.ts';
import { drawEach, type Layer, rangeLayer } from '../state/layer.ts';
import type { PlacedPassage } from '../state/place-passages.ts';
import type { PreparedArticle } from '../state/prepare-article.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import type { ArticleDates } from '../state/reader-store.ts';
import styles from './highlights.module.css';
import { assignLanes } from './lay-highlights.ts';
import { hitLayer, machineLayer, numberLayer, pageLayer, selectionLayer } from './paper-layers.ts';
import { passageLayer } from './passage-layer.ts';

const usePassageLayer = (placed: readonly PlacedPassage[]): Layer => {
  const { article } = useReader();
  // While its boundaries are moved, the preview shows where the selected passage will be.
  const selectedId = useReaderState((state) => (state.boundaries === null ? state.selectedId : null));
  const hotId = useReaderState((state) => state.hotId);
  const layer = useMemo(() => {
    // A region is drawn on its picture.
    const ranges = placed.flatMap((each) => {
      if (regionOf(each.passage) !== null) return [];
      const { id: passageId, label } = each.passage;
      const length = lengthOf(each);
      return each.ranges.map(({ start, end }) => ({ start, end, passageId, label, length }));
    });
    return passageLayer(article, assignLanes(ranges));
  }, [article, placed]);
  return useMemo(() => layer({ selectedId, hotId }), [layer, selectedId, hotId]);
};

/**
 * A subtle dotted line under relative dates, which are found as their block is drawn; each carries its start offset.
 */
export const dateLayer =
  (dates: Pick<ArticleDates, 'near'>): Layer =>
  (block) =>
    drawEach(block, dates.near(block), ({ start }) => ({
      class: styles.date ?? '',
      'data-date': String(start),
    }));

const useDateLayer = (): Layer => {
  const dates = useReaderState((state) => state.dates);
  return useMemo(() => dateLayer(dates), [dates]);
};

/** A dotted line under names in the register, which are found as their block is drawn. */
const useNameLayer = (): Layer => {
  const names = useReaderState((state) => state.names);
  return useMemo(
    () => (block) =>
      drawEach(block, names.near(block), ({ start }) => ({
        class: styles.name ?? '',
        'data-name': String(start),
      })),
    [names],
  );
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

const noRanges: readonly TextRange[] = [];

/** The new ranges of a passage, while its boundaries are moved. */
const previewLayer = (
  { map }: Pick<PreparedArticle, 'map'>,
  ranges: readonly TextRange[],
  label: LabelId,
): Layer => rangeLayer(map, ranges, () => ({ class: styles.preview ?? '', 'data-label': label }));

const usePreviewLayer = (placed: readonly PlacedPassage[]): Layer => {
  const { article } = useReader();
  const edit = useReaderState((state) => state.boundaries);
  return useMemo(() => {
    const edited = edit && placed.find(({ passage }) => passage.id === edit.passageId);
    return previewLayer(article, edit?.ranges ?? noRanges, edited?.passage.label ?? 'claim');
  }, [article, placed, edit]);
};

/** Everything drawn over the text, outermost first: a new kind of drawing is a new layer here. */
const useLayers = (placed: readonly PlacedPassage[]): readonly Layer[] => {
  const { article } = useReader();
  const numbers = useMemo(() => numberLayer(article), [article]);
  const pages = useMemo(() => pageLayer(article), [article]);
  const machine = useMemo(() => machineLayer(article), [article]);
  const passages = usePassageLayer(placed);
  const preview = usePreviewLayer(placed);
  const dates = useDateLayer();
  const names = useNameLayer();
  const hits = useHitLayer();
  const selection = useSelectionLayer();
  return useMemo(
    () => [numbers, pages, machine, passages, preview, dates, names, hits, selection],
    [numbers, pages, machine, passages, preview, dates, names, hits, selection],
  );
};

const useDrawnRegions = (placed: readonly PlacedPassage[]): void => {
  const { view } = useReader();
  const regions = useMemo(() => drawnRegions(placed), [placed]);
  const selectedId = useReaderState((state) => state.selectedId);
  const hotId = useReaderState((state) => state.hotId);
  useLayoutEffect(
    () => view?.showRegions({ regions, selectedId, hotId }),
    [view, regions, selectedId, hotId],
  );
};

/** Draws over the text in the same frame in which something changes. */
export const useDrawing = (placed: readonly PlacedPassage[]): void => {
  const { view } = useReader();
  const window = useReaderState((state) => state.window);
  const layers = useLayers(placed);
  useLayoutEffect(() => view?.draw({ window, layers }), [view, window, layers]);
  useDrawnRegions(placed);
};
