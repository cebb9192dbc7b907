/**
 * Carries places from one state of a memo to another: finds where remarks on the version sent to reviewers are
 * today. A block that can be identified (a judgement by its id, a quotation by its passage, a paragraph by its
 * identical text) is paired first; the rest is aligned with today's text by the alignment that carries passages.
 * The words of a change are found only where the very same words occur with the same surroundings; a comment may
 * also be placed on text that replaced its words. What is not found has no place: nothing is ever placed where it
 * may be wrong.
 */
import { equalJson } from '../../equal-json.ts';
import { type Alignment, alignTexts } from '../../passage/align-texts.ts';
import { runSteps } from '../../steps.ts';
import type { TextRange } from '../../text/selector.ts';
import { indexText } from '../../text/text-index.ts';
import { inlineOfNote, type MemoContent, type MemoInline } from '../memo-content.ts';
import { keyOfKept } from '../verbatim/kept/kept.ts';
import { type WrittenBlock, type WrittenField, writtenBlocks } from './written-blocks.ts';

/** A place in a memo as written: offsets as in written-blocks; start = end is between two letters. */
export type WrittenPlace = {
  readonly block: number;
  readonly field: WrittenField;
  readonly start: number;
  readonly end: number;
};

/** What of a place has to be there still. */
export type Held =
  /** The very words; between two letters, those on its sides. */
  | 'words'
  /** The words, or what was written in their place. */
  | 'comment'
  /** The block, whatever it says now. */
  | 'block'
  /** The block, which says the same. */
  | 'same-block';

/** Carries places from one state of a memo to another; null where a place is gone, or not known for sure. */
export type PlaceCarrier = (place: WrittenPlace, held: Held) => WrittenPlace | null;

type Span = Omit<WrittenPlace, 'start' | 'end'> & TextRange;
type Sheet = { readonly text: string; readonly spans: readonly Span[] };

/** Private characters, one for each thing that is no letter: two citations are two words to the alignment. */
const FIRST_PRIVATE = 0xe000;
const PRIVATE_COUNT = 0x1900;

type Letters = (identity: string) => string;

const createLetters = (): Letters => {
  const numbers = new Map<string, number>();
  return (identity) => {
    const number = numbers.get(identity) ?? numbers.size;
    numbers.set(identity, number);
    return String.fromCharCode(FIRST_PRIVATE + (number % PRIVATE_COUNT));
  };
};

const letterOf = (node: MemoInline, letters: Letters): string => {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'hardBreak':
      return letters('break');
    case 'footnote':
      return letters(`footnote ${JSON.stringify(inlineOfNote(node.attrs))}`);
    case 'reference':
      return letters(`reference ${node.attrs.target}`);
    case 'citation': {
      const { passageId, exactSha256, kept } = node.attrs;
      return letters(`citation ${passageId} ${exactSha256} ${keyOfKept(kept)}`);
    }
  }
};

/** The text of a block with each object replaced by a key of its own; the length is the same. */
const keyedText = (
  { node }: WrittenBlock,
  { field, text }: WrittenBlock['texts'][number],
  letters: Letters,
) => {
  if (field !== 'text') return text;
  switch (node.type) {
    case 'quotation':
      return letters(`quotation ${node.attrs.passageId} ${node.attrs.exactSha256}`);
    case 'figure':
      return letters(`figure ${node.attrs.sha256}`);
    case 'paragraph':
    case 'judgement':
      return (node.content ?? []).map((each: MemoInline) => letterOf(each, letters)).join('');
    default:
      return text;
  }
};

const sheetOf = (blocks: readonly WrittenBlock[], letters: Letters): Sheet => {
  const spans: Span[] = [];
  let text = '';
  for (const block of blocks) {
    for (const each of block.texts) {
      const start = text.length;
      text += `${keyedText(block, each, letters)}\n`;
      spans.push({ block: block.block, field: each.field, start, end: text.length - 1 });
    }
  }
  return { text, spans };
};

/** A shorter paragraph that occurs once in each text may be a different one that merely reads the same. */
const MIN_OWN_LENGTH = 16;

/** The identity of a block, wherever it is; null where it may be confused with another. */
const identityOf = (block: WrittenBlock, said: string): string | null => {
  const { node } = block;
  switch (node.type) {
    case 'judgement':
      return `judgement ${node.attrs.id}`;
    case 'quotation':
    case 'figure':
      return said.slice(0, 1);
    case 'section':
    case 'heading':
      return `${node.type} ${said}`;
    default:
      return said.trim().length < MIN_OWN_LENGTH ? null : `${node.type} ${said}`;
  }
};

type Side = {
  readonly blocks: readonly WrittenBlock[];
  readonly sheet: Sheet;
  /** What each block says, with its fields. */
  readonly said: readonly string[];
  /** Blocks by what they are known by; -1 where there are several. */
  readonly byIdentity: ReadonlyMap<string, number>;
};

const sideOf = (content: MemoContent, letters: Letters): Side => {
  const blocks = writtenBlocks(content);
  const said = blocks.map((block) => sheetOf([block], letters).text);
  const byIdentity = new Map<string, number>();
  for (const block of blocks) {
    const identity = identityOf(block, said[block.block] ?? '');
    if (identity !== null) byIdentity.set(identity, byIdentity.has(identity) ? -1 : block.block);
  }
  return { blocks, sheet: sheetOf(blocks, letters), said, byIdentity };
};

const isBlank = (text: string): boolean => text.trim() === '';

/** A word, or the end of a long one, on either side of a place; and two of them. */
const leftWord = /\S{1,16}\s*$/u;
const rightWord = /^\s*\S{1,16}/u;
const leftWords = /(?:\S{1,16}\s+)?\S{1,16}\s*$/u;
const rightWords = /^\s*\S{1,16}(?:\s+\S{1,16})?/u;

const lengthOf = (pattern: RegExp, text: string): number => pattern.exec(text)?.[0].length ?? 0;

/** Words without context are identified only where they occur exactly once. */
const isUnique = (text: string, words: string): boolean => text.indexOf(words) === text.lastIndexOf(words);

/** A comment is placed on text that replaced its words, if that is at most this many times as long. */
const MAX_GROWN = 3;
const MAX_WRITTEN_ANEW = 120;

/** Two sheets, and the alignment of their words. */
type Between = { readonly old: Sheet; readonly fresh: Sheet; readonly alignment: Alignment };

const layOver = (old: Sheet, fresh: Sheet): Between => ({
  old,
  fresh,
  alignment: runSteps(alignTexts(indexText(old.text), indexText(fresh.text))),
});

const spanOf = ({ fresh }: Between, { start, end }: TextRange): Span | undefined =>
  fresh.spans.find((span) => span.start <= start && end <= span.end);

/** The same characters: some of them are known to be the same, and none of them differs. */
const carryExactly = ({ old, fresh, alignment }: Between, range: TextRange): TextRange | null => {
  const pieces = alignment.piecesIn(range);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) return null;
  const start = first.fresh.start - (first.old.start - range.start);
  const end = last.fresh.end + (range.end - last.old.end);
  if (start < 0 || end - start !== range.end - range.start) return null;
  return fresh.text.slice(start, end) === old.text.slice(range.start, range.end) ? { start, end } : null;
};

/** A range of a text, and the text on both sides of it. */
type Spot = {
  readonly span: Span;
  readonly range: TextRange;
  readonly before: string;
  readonly after: string;
};

const spotOf = ({ old }: Between, span: Span, range: TextRange): Spot => ({
  span,
  range,
  before: old.text.slice(span.start, range.start),
  after: old.text.slice(range.end, span.end),
});

/** A range together with so many characters on its sides, carried as a whole and cut to it again. */
const carryWithin = (
  on: Between,
  { start, end }: TextRange,
  left: number,
  right: number,
): TextRange | null => {
  const whole = carryExactly(on, { start: start - left, end: end + right });
  return whole === null ? null : { start: whole.start + left, end: whole.end - right };
};

/** Whether a range is at the beginning or end of its text in both states. */
const isAtSameEdge = (on: Between, { before, after }: Spot, found: TextRange): boolean => {
  const there = spanOf(on, found);
  if (there === undefined) return false;
  const isBlankThere = (start: number, end: number): boolean => isBlank(on.fresh.text.slice(start, end));
  return (
    (isBlank(before) && isBlankThere(there.start, found.start)) ||
    (isBlank(after) && isBlankThere(found.end, there.end))
  );
};

/** Finds words together with a word beside them; or several words, or words that occur only once, by themselves. */
const carryWords = (on: Between, spot: Spot): TextRange | null => {
  const { range, before, after } = spot;
  const left = lengthOf(leftWord, before);
  const right = lengthOf(rightWord, after);
  const beside =
    (left > 0 ? carryWithin(on, range, left, 0) : null) ??
    (right > 0 ? carryWithin(on, range, 0, right) : null);
  if (beside !== null) return beside;
  const alone = carryExactly(on, range);
  if (alone === null) return null;
  const said = on.old.text.slice(range.start, range.end).trim();
  if (/\s/u.test(said) || isAtSameEdge(on, spot, alone)) return alone;
  return isUnique(on.old.text, said) && isUnique(on.fresh.text, said) ? alone : null;
};

/**
 * Finds a point between two letters: by both sides, otherwise by two words of one side. At the edge of a text,
 * that side is the edge.
 */
const carryPoint = (on: Between, spot: Spot): TextRange | null => {
  const { range, before, after } = spot;
  const [left, right] = [!isBlank(before), !isBlank(after)];
  if (!left && !right) return null;
  if (left && right) {
    const both = carryWithin(on, range, lengthOf(leftWord, before), lengthOf(rightWord, after));
    if (both !== null) return both;
  }
  const isIn = (found: TextRange | null, isEdge: boolean): found is TextRange =>
    found !== null && (!isEdge || isAtSameEdge(on, spot, found));
  const behind = right ? carryWithin(on, range, 0, lengthOf(rightWords, after)) : null;
  if (isIn(behind, !left)) return behind;
  const ahead = left ? carryWithin(on, range, lengthOf(leftWords, before), 0) : null;
  return isIn(ahead, !right) ? ahead : null;
};

const lengthWithoutSpace = (text: string): number => text.replace(/\s/gu, '').length;

/** Most of the words, in one text. */
const carryMost = (on: Between, { range }: Spot): TextRange | null => {
  const pieces = on.alignment.piecesIn(range);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined || last.fresh.end <= first.fresh.start) return null;
  const kept = pieces.reduce((sum, { old }) => sum + old.end - old.start, 0);
  const found = { start: first.fresh.start, end: last.fresh.end };
  const isMost = kept * 2 > lengthWithoutSpace(on.old.text.slice(range.start, range.end));
  return isMost && spanOf(on, found) !== undefined ? found : null;
};

/** The text between the words that were on both sides. */
const carrySides = (on: Between, { range, before, after }: Spot): TextRange | null => {
  const left = lengthOf(leftWord, before);
  const right = lengthOf(rightWord, after);
  if (left === 0 || right === 0) return null;
  const from = carryExactly(on, { start: range.start - left, end: range.start });
  const to = carryExactly(on, { start: range.end, end: range.end + right });
  if (from === null || to === null || from.end > to.start) return null;
  const between = { start: from.end, end: to.start };
  const words = on.fresh.text.slice(between.start, between.end);
  const isMuchLonger = words.length > MAX_GROWN * (range.end - range.start) + MAX_WRITTEN_ANEW;
  return isMuchLonger || isBlank(words) || spanOf(on, between) === undefined ? null : between;
};

const carryRange = (
  on: Between,
  span: Span,
  range: TextRange,
  held: 'words' | 'comment',
): WrittenPlace | null => {
  const spot = spotOf(on, span, range);
  const isPoint = isBlank(on.old.text.slice(range.start, range.end));
  const same = isPoint ? carryPoint(on, spot) : carryWords(on, spot);
  const isElsewhere = same === null && held === 'comment' && !isPoint;
  const found = isElsewhere ? (carryMost(on, spot) ?? carrySides(on, spot)) : same;
  const there = found === null ? undefined : spanOf(on, found);
  if (found === null || there === undefined) return null;
  const { block, field, start } = there;
  return { block, field, start: found.start - start, end: found.end - start };
};

/** The block to which most of the words of a block went. */
const blockWithMostOf = (on: Between, block: number): number | null => {
  const counts = new Map<number, number>();
  let all = 0;
  for (const span of on.old.spans.filter((each) => each.block === block && each.start < each.end)) {
    all += lengthWithoutSpace(on.old.text.slice(span.start, span.end));
    for (const { old, fresh } of on.alignment.piecesIn(span)) {
      const there = spanOf(on, fresh)?.block;
      if (there !== undefined) counts.set(there, (counts.get(there) ?? 0) + old.end - old.start);
    }
  }
  const [best] = [...counts].toSorted(([, a], [, b]) => b - a);
  return best !== undefined && best[1] * 2 > all ? best[0] : null;
};

/** The two states, and what is computed about them on first use. */
type States = {
  readonly old: Side;
  readonly fresh: Side;
  readonly letters: Letters;
  readonly whole: () => Between;
};

const statesOf = (then: MemoContent, now: MemoContent): States => {
  const letters = createLetters();
  const old = sideOf(then, letters);
  const fresh = sideOf(now, letters);
  let whole: Between | null = null;
  return {
    old,
    fresh,
    letters,
    whole: () => {
      whole ??= layOver(old.sheet, fresh.sheet);
      return whole;
    },
  };
};

const pairOf = ({ old, fresh }: States, block: WrittenBlock): WrittenBlock | undefined => {
  const identity = identityOf(block, old.said[block.block] ?? '');
  if (identity === null || (old.byIdentity.get(identity) ?? -1) === -1) return undefined;
  return fresh.blocks[fresh.byIdentity.get(identity) ?? -1];
};

const carryBlock = (states: States, block: WrittenBlock, held: Held): number | null => {
  const there = pairOf(states, block)?.block ?? blockWithMostOf(states.whole(), block.block);
  if (there === null) return null;
  const saysTheSame = states.fresh.said[there] === states.old.said[block.block];
  return held === 'block' || saysTheSame ? there : null;
};

const carryOn = (on: Between, place: WrittenPlace, held: 'words' | 'comment'): WrittenPlace | null => {
  const span = on.old.spans.find(({ block, field }) => block === place.block && field === place.field);
  if (span === undefined || place.end > span.end - span.start) return null;
  return carryRange(on, span, { start: span.start + place.start, end: span.start + place.end }, held);
};

const carryText = (
  states: States,
  block: WrittenBlock,
  place: WrittenPlace,
  held: 'words' | 'comment',
): WrittenPlace | null => {
  const pair = pairOf(states, block);
  if (pair === undefined) return carryOn(states.whole(), place, held);
  if (states.fresh.said[pair.block] === states.old.said[block.block]) return { ...place, block: pair.block };
  const ofPair = layOver(sheetOf([block], states.letters), sheetOf([pair], states.letters));
  return carryOn(ofPair, place, held) ?? carryOn(states.whole(), place, held);
};

/** Carries places of `then` to `now`. Of a block, offsets mean nothing. */
export const carryPlaces = (then: MemoContent, now: MemoContent): PlaceCarrier => {
  if (then === now || equalJson(then, now)) return (place) => place;
  const states = statesOf(then, now);
  return (place, held) => {
    const block = states.old.blocks[place.block];
    if (block === undefined) return null;
    if (held === 'words' || held === 'comment') return carryText(states, block, place, held);
    const there = carryBlock(states, block, held);
    return there === null ? null : { ...place, block: there };
  };
};
