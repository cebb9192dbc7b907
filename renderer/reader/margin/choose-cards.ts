/**
 * Chooses the cards that the margin shows. If passages are so dense that their cards would be pushed far below their
 * text, the last ones of a paragraph are replaced by their number, "+37 more". Heights are estimated, assuming a fixed
 * number of letters a line: the choice must not change as the text scrolls and its blocks get their real height.
 */
import type { PassageId } from '#domain/ids.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { countWhile } from '#domain/text/sequences/count-while.ts';
import type { PlacedPassage } from '../state/place-passages.ts';

const LINE_CHARACTERS = 66;
const LINE_PX = 29;
const BLOCK_GAP_PX = 17;
const CARD_PX = 40;
const MORE_PX = 32;
/** How far a card may be pushed into the area of the next paragraph with cards. */
const MAX_DRIFT_PX = 4 * CARD_PX;
/** How far below the text the cards of the last paragraph may be. */
const MAX_BELOW_PX = 12 * CARD_PX;
/** The most cards shown of passages without a place in the text. */
const MAX_OUT_OF_TEXT = 8;

export type CardItem = { readonly kind: 'card'; readonly id: PassageId; readonly placed: PlacedPassage };
export type MoreItem = {
  readonly kind: 'more';
  readonly id: string;
  /** How many cards of the paragraph are shown before it. */
  readonly shown: number;
  /** Never empty, in text order. */
  readonly hidden: readonly PlacedPassage[];
};
export type MarginItem = CardItem | MoreItem;

/** A paragraph of which the analyst asked to see more, with the least number of cards. */
export type OpenedMore = { readonly id: string; readonly count: number };

/** The text offset that an item is aligned with; -1 if it has none. */
export const startOf = (item: MarginItem): number =>
  item.kind === 'card' ? item.placed.start : (item.hidden[0]?.start ?? -1);

const cardOf = (placed: PlacedPassage): CardItem => ({ kind: 'card', id: placed.passage.id, placed });

type Group = {
  readonly id: string;
  readonly passages: readonly PlacedPassage[];
  /** The estimated top of a passage's card if it were alone. */
  readonly levelOf: (passage: PlacedPassage) => number;
  /** Where the last card must end. */
  readonly limit: number;
};

const heightOf = ({ start, end }: TextRange): number =>
  Math.max(1, Math.ceil((end - start) / LINE_CHARACTERS)) * LINE_PX + BLOCK_GAP_PX;

/** The passages that begin in one block, and its estimated top. */
type InBlock = {
  readonly block: TextRange;
  readonly top: number;
  readonly passages: readonly PlacedPassage[];
};

/** `placed` by block, without passages that are not in the text. */
const byBlock = (placed: readonly PlacedPassage[], blocks: readonly TextRange[]): readonly InBlock[] => {
  const found: InBlock[] = [];
  let next = 0;
  let top = 0;
  for (const block of blocks) {
    const first = next;
    while (next < placed.length && (placed[next]?.start ?? 0) <= block.end) next += 1;
    if (next > first) found.push({ block, top, passages: placed.slice(first, next) });
    top += heightOf(block);
  }
  return found;
};

/** The passages by the block in which they begin; first those that are not in the text. */
const groupPassages = (placed: readonly PlacedPassage[], blocks: readonly TextRange[]): readonly Group[] => {
  const lost = placed.filter(({ start }) => start < 0);
  const inBlocks = byBlock(placed.slice(lost.length), blocks);
  const groups = inBlocks.map(
    ({ block, top, passages }, at): Group => ({
      id: `more-${block.start}`,
      passages,
      levelOf: ({ start }) => top + Math.floor((start - block.start) / LINE_CHARACTERS) * LINE_PX,
      limit: (inBlocks[at + 1]?.top ?? top + heightOf(block) + MAX_BELOW_PX) + MAX_DRIFT_PX,
    }),
  );
  return lost.length === 0
    ? groups
    : [{ id: 'more', passages: lost, levelOf: () => 0, limit: MAX_OUT_OF_TEXT * CARD_PX }, ...groups];
};

/** The items of one paragraph, and where the next one's may begin. */
const chooseOf = (
  { id, passages, levelOf, limit }: Group,
  from: number,
  least: number,
): { readonly items: readonly MarginItem[]; readonly free: number } => {
  let free = from;
  let count = 0;
  for (const passage of passages) {
    const top = Math.max(free, levelOf(passage));
    if (top + CARD_PX > limit && count >= least) break;
    free = top + CARD_PX;
    count += 1;
  }
  const hidden = passages.slice(count);
  const [first] = hidden;
  // The number takes as much room as a single card.
  if (first === undefined || hidden.length === 1) return { items: passages.map(cardOf), free };
  return {
    items: [...passages.slice(0, count).map(cardOf), { kind: 'more', id, shown: count, hidden }],
    free: Math.max(free, levelOf(first)) + MORE_PX,
  };
};

/** The items of the whole margin, in text order; `placed` from createPlacer. */
export const chooseCards = (
  placed: readonly PlacedPassage[],
  blocks: readonly TextRange[],
  opened: OpenedMore | null,
): readonly MarginItem[] => {
  const items: MarginItem[] = [];
  let free = 0;
  for (const group of groupPassages(placed, blocks)) {
    const chosen = chooseOf(group, free, opened?.id === group.id ? opened.count : 0);
    items.push(...chosen.items);
    free = chosen.free;
  }
  return items;
};

type Taken = { readonly selectedId: PassageId; readonly items: readonly MarginItem[] };

/** The last result for each item, so that the same request gets the same object. */
const lastTaken = new WeakMap<MoreItem, Taken>();

/** A "more" item, preceded by the card of the selected passage if that is one of its hidden ones. */
const takeOut = (item: MoreItem, selectedId: PassageId | null): readonly MarginItem[] => {
  const selected = item.hidden.find(({ passage }) => passage.id === selectedId);
  if (selected === undefined || selectedId === null) return [item];
  const last = lastTaken.get(item);
  if (last?.selectedId === selectedId) return last.items;
  const hidden = item.hidden.filter((each) => each !== selected);
  const items = [cardOf(selected), ...(hidden.length === 0 ? [] : [{ ...item, hidden }])];
  lastTaken.set(item, { selectedId, items });
  return items;
};

/** The items near `window`, and the card of the selected passage, wherever it is; `items` from chooseCards. */
export const itemsNear = (
  items: readonly MarginItem[],
  window: TextRange,
  selectedId: PassageId | null,
): readonly MarginItem[] => {
  const shown = (from: number, to: number): readonly MarginItem[] =>
    items.slice(from, to).flatMap((item) => (item.kind === 'card' ? [item] : takeOut(item, selectedId)));
  const lost = countWhile(items, (item) => startOf(item) < 0);
  const first = countWhile(items, (item) => startOf(item) < window.start);
  const afterLast = countWhile(items, (item) => startOf(item) < window.end);
  const near = [...shown(0, lost), ...shown(Math.max(lost, first), afterLast)];
  if (selectedId === null || near.some(({ id }) => id === selectedId)) return near;
  const away = shown(lost, items.length).filter(({ id }) => id === selectedId);
  return away.length === 0 ? near : [...near, ...away].sort((a, b) => startOf(a) - startOf(b));
};
