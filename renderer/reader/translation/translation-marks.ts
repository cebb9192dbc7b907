/**
 * The passages of a text on the paragraphs of its translation. If a passage has a translation of its own that occurs in
 * the paragraph, those words are marked, and the whole paragraph if the passage is. For any other passage the words are
 * unknown: it gets a sign at the edge of the paragraph.
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

/** The passages shown on one paragraph; ranges are UTF-16 of its text. */
export type ParagraphMarks = {
  readonly words: readonly LanedRange[];
  readonly signs: readonly PassageSign[];
};

export const noMarks: ParagraphMarks = { words: [], signs: [] };

/** Where the words of a part of a passage are in the translation of a block; null if unknown. */
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

/** A range of a passage over a block, and the passage's own translation there, if any. */
type RangeOverBlock = PassageSign & {
  readonly range: TextRange;
  readonly part: string | undefined;
};

/** The marks of the passages over one block on its paragraph. */
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

/** The marks of each block that is translated and that a passage covers. */
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
