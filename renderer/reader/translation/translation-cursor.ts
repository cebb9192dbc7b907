/** The reading cursor in a translation: it moves across all of its paragraphs, as in the text. */
import { type CursorStep, moveCursor } from '#domain/reading/move-cursor.ts';
import { type ReadingText, readingTextOf, unitAt } from '#domain/reading/reading-text.ts';
import { countWhile } from '#domain/text/sequences/count-while.ts';

type Paragraph = { readonly block: number; readonly text: string };

/** A translation as one text, with the positions of its paragraphs. */
export type TranslationReading = {
  readonly reading: ReadingText;
  readonly starts: readonly number[];
  readonly blocks: readonly number[];
};

/** A place in a translation: an offset (UTF-16) in its paragraph of a block. */
export type TranslationPlace = { readonly block: number; readonly offset: number };

export const readTranslation = (paragraphs: readonly Paragraph[], language: string): TranslationReading => {
  let at = 0;
  const spans = paragraphs.map(({ text }) => {
    const span = { start: at, end: at + text.length };
    at = span.end + 1;
    return span;
  });
  const text = paragraphs.map((each) => each.text).join('\n');
  return {
    reading: readingTextOf(text, spans, language),
    starts: spans.map(({ start }) => start),
    blocks: paragraphs.map(({ block }) => block),
  };
};

const offsetOf = ({ starts, blocks }: TranslationReading, place: TranslationPlace): number =>
  (starts[blocks.indexOf(place.block)] ?? 0) + place.offset;

const placeOf = ({ starts, blocks }: TranslationReading, offset: number): TranslationPlace => {
  const index = Math.max(0, countWhile(starts, (start) => start <= offset) - 1);
  return { block: blocks[index] ?? 0, offset: offset - (starts[index] ?? 0) };
};

export type MovedCursor = {
  readonly anchor: TranslationPlace;
  readonly head: TranslationPlace;
  /** The unit that the cursor has reached, to be announced. */
  readonly said: string;
};

/** Moves a cursor by one step. A selection stays within the paragraph where it began. */
export const moveInTranslation = (
  read: TranslationReading,
  cursor: { readonly anchor: TranslationPlace; readonly head: TranslationPlace },
  step: CursorStep,
): MovedCursor => {
  const { reading } = read;
  const from = { anchor: offsetOf(read, cursor.anchor), head: offsetOf(read, cursor.head) };
  const next = moveCursor(reading, from, step);
  const head = placeOf(read, next.head);
  const unit = unitAt(reading, next.head, step.unit);
  const said = unit === null ? '' : reading.text.slice(unit.start, unit.end);
  if (!step.extends || head.block === cursor.anchor.block)
    return { anchor: placeOf(read, next.anchor), head, said };
  const span = reading.paragraphs[read.blocks.indexOf(cursor.anchor.block)];
  const edge = step.direction === 1 ? (span?.end ?? next.head) : (span?.start ?? next.head);
  return {
    anchor: cursor.anchor,
    head: { block: cursor.anchor.block, offset: edge - (span?.start ?? 0) },
    said: '',
  };
};

/** The offset of a boundary of the browser's selection in the words of an element; null if it is elsewhere. */
const offsetInElement = (element: HTMLElement, node: Node | null, at: number): number | null => {
  if (node === null || !element.contains(node)) return null;
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(node, at);
  return before.toString().length;
};

/** The browser's selection in an element, in offsets of its words. */
export const selectedIn = (
  element: HTMLElement,
): { readonly anchor: number; readonly head: number } | null => {
  const selection = document.getSelection();
  if (selection === null) return null;
  const anchor = offsetInElement(element, selection.anchorNode, selection.anchorOffset);
  const head = offsetInElement(element, selection.focusNode, selection.focusOffset);
  return anchor === null || head === null ? null : { anchor, head };
};

const pointAt = (element: HTMLElement, offset: number): readonly [Node, number] => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last: Node | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { length } = node.nodeValue ?? '';
    if (left <= length) return [node, left];
    left -= length;
    last = node;
  }
  return last === null ? [element, 0] : [last, (last.nodeValue ?? '').length];
};

/** Sets the browser's selection in an element, and focuses it. */
export const selectIn = (element: HTMLElement, anchor: number, head: number): void => {
  element.focus({ preventScroll: true });
  document.getSelection()?.setBaseAndExtent(...pointAt(element, anchor), ...pointAt(element, head));
  element.scrollIntoView({ block: 'nearest' });
};
