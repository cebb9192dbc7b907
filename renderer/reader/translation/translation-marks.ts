/**
 * The passages of a text on the paragraphs of its translation. Where a passage has a translation of its own that stands
 * in the paragraph, these words are marked, and all of them where the passage is the whole paragraph. Of another
 * passage nobody knows which of the words it is: it has a sign at the edge of the paragraph.
 */
import type { ShownTranslation } from '#domain/contract/translation.ts';
import type { PassageId } from '#domain/ids.ts';
import type { LabelId } from '#domain/passage/label.ts';
import { regionOf } from '#domain/passage/passage.ts';
import type { TextRange } from '#domain/text/selector.ts';
import type { MappedBlock, PositionMap } from '#renderer/editor/position-map.ts';
import { assignLanes, type HighlightRange, type LanedRange } from '../drawing/lay-highlights.ts';
import { byBlock } from '../state/layer.ts';
import type { PlacedPassage } from '../state/place-passages.ts';

export type PassageSign = { readonly passageId: PassageId; readonly label: LabelId };

/** What of the passages is shown on one paragraph; ranges are UTF-16 of its text. */
export type ParagraphMarks = {
  readonly words: readonly LanedRange[];
  readonly signs: readonly PassageSign[];
};

export const noMarks: ParagraphMarks = { words: [], signs: [] };

/** Where the words of a part of a passage stand in the translation of a block; null where that is not known. */
const wordsIn = (
  translated: string,
  part: string | undefined,
  range: TextRange,
  block: MappedBlock,
): TextRange | null => {
  const start = part === undefined || part === '' ? -1 : translated.indexOf(part);
  if (part !== undefined && start >= 0) return { start, end: start + part.length };
  const isWhole = range.start <= block.start && range.end >= block.end;
  return isWhole ? { start: 0, end: translated.length } : null;
};

/** A range of a passage over a block, and what the passage says there in the translation, where it says anything. */
type RangeOverBlock = PassageSign & {
  readonly range: TextRange;
  readonly part: string | undefined;
};

/** What the passages over one block leave on its paragraph. */
const marksOf = (over: readonly RangeOverBlock[], block: MappedBlock, text: string): ParagraphMarks => {
  const words: HighlightRange[] = [];
  const signs = new Map<PassageId, PassageSign>();
  for (const { range, part, passageId, label } of over) {
    const found = wordsIn(text, part, range, block);
    if (found === null) signs.set(passageId, { passageId, label });
    else words.push({ ...found, passageId, label, length: found.end - found.start });
  }
  return { words: assignLanes(words), signs: [...signs.values()] };
};

/** The marks of each block that the translation has a paragraph of, and some passage lies over. */
export const marksOfParagraphs = (
  map: PositionMap,
  placed: readonly PlacedPassage[],
  { paragraphs, passages }: Pick<ShownTranslation, 'paragraphs' | 'passages'>,
): ReadonlyMap<number, ParagraphMarks> => {
  const own = new Map(passages.map(({ passageId, texts }) => [passageId, texts]));
  const ranges = placed
    .filter(({ passage }) => regionOf(passage) === null)
    .flatMap(({ passage: { id, label }, ranges: places }) =>
      places.map((range, at) => ({ ...range, range, passageId: id, label, part: own.get(id)?.[at] })),
    );
  const overBlocks = byBlock(map, ranges);
  return new Map(
    paragraphs.flatMap(({ block: index, text }) => {
      const block = map.blocks[index];
      const over = block === undefined ? undefined : overBlocks.get(block);
      return block === undefined || over === undefined ? [] : [[index, marksOf(over, block, text)] as const];
    }),
  );
};
