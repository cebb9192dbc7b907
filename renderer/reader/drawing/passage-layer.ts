import type { PassageId } from '#domain/ids.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { byBlock, type Drawing, type Layer } from '../state/layer.ts';
import type { PreparedArticle } from '../state/prepare-article.ts';
import styles from './highlights.module.css';
import { cutSegments, type LanedRange } from './lay-highlights.ts';

/** The passages that the analyst is working with. */
export type PassagesAtHand = {
  readonly selectedId: PassageId | null;
  /** The passage whose card or text is hovered or focused. */
  readonly hotId: PassageId | null;
};

const drawBlock = (
  ranges: readonly LanedRange[],
  block: TextRange,
  { selectedId, hotId }: PassagesAtHand,
): readonly Drawing[] =>
  cutSegments(ranges, block, new Set([selectedId, hotId].filter((id) => id !== null))).flatMap(
    ({ start, end, layers }) =>
      layers.map(
        ({ passageId, label, lane }): Drawing => ({
          on: 'text',
          nodeName: 'mark',
          start,
          end,
          attributes: {
            class: joinClasses(
              styles.passage,
              passageId === selectedId && styles.selected,
              passageId === hotId && styles.hot,
            ),
            'data-label': label,
            'data-lane': String(lane),
            'data-passage': passageId,
          },
        }),
      ),
  );

/** Makes the layer for the current passages; when they change, only the blocks that they cover are drawn again. */
export type PassageLayer = (atHand: PassagesAtHand) => Layer;

/** The layer of the passages; `ranges` from assignLanes. */
export const passageLayer = (
  { map }: Pick<PreparedArticle, 'map'>,
  ranges: readonly LanedRange[],
): PassageLayer => {
  const lists = byBlock(map, ranges);
  return (atHand) => (block) => {
    const over = lists.get(block);
    if (over === undefined) return null;
    const here = (id: PassageId | null): PassageId | null =>
      id !== null && over.some(({ passageId }) => passageId === id) ? id : null;
    const atHandHere = { selectedId: here(atHand.selectedId), hotId: here(atHand.hotId) };
    return {
      decidedBy: [...over, atHandHere.selectedId, atHandHere.hotId],
      draw: () => drawBlock(over, block, atHandHere),
    };
  };
};
