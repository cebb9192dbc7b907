/**
 * Splits consecutive lines into paragraphs by what a reader sees: an indentation, a line that ends early, a list sign.
 * A group is what the page itself separates by space, size or font.
 */

import type { LinesBlock } from './block.ts';
import { lineText, type Measures, type PrintedLine } from './printed-text.ts';

const BULLET = /^[•‣◦▪●○■□➢➤\uF0B7\uF0A7\u2043]\s*/u;
const NUMBERED = /^(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|\(?[ivx]{1,5}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s/iu;
const ENDS_SENTENCE = /[.!?:;…؟۔]["”’»)\]]*(?:\[\d+\])?$/u;

/** In letter heights. */
const INDENT = 0.6;
const MAX_INDENT = 6;
const GROUP_GAP = 1.32;
const SIZE_CHANGE = 0.08;
const HANGING_SHARE = 0.6;

type Group = readonly PrintedLine[];

const overlaps = (a: PrintedLine, b: PrintedLine): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.1 * Math.min(a.right - a.left, b.right - b.left);

const isSameSetting = (a: PrintedLine, b: PrintedLine): boolean =>
  Math.abs(a.size - b.size) <= SIZE_CHANGE * Math.max(a.size, b.size);

/** Whether `line` follows `before` at normal line spacing. */
const goesOn = (before: PrintedLine, line: PrintedLine, { leading }: Measures): boolean => {
  if (before.page !== line.page || before.isTurned !== line.isTurned) return false;
  if (line.isTurned) return true;
  const step = (line.baseline - before.baseline) / Math.max(line.size, before.size);
  return isSameSetting(before, line) && step > 0.4 && step <= GROUP_GAP * leading && overlaps(before, line);
};

/** Whether two lines are clearly within one sentence, whatever their type. */
const goesOnWithin = (before: string, after: string): boolean =>
  /[-\u2010\u00AD,]$/u.test(before) || /^\p{Ll}/u.test(after);

/** A heading in another font close above its text, and the end of such text. */
const changesFont = (group: Group, line: PrintedLine): boolean => {
  const last = group.at(-1);
  if (last !== undefined && goesOnWithin(lineText(last), lineText(line))) return false;
  return (
    last !== undefined &&
    last.font !== line.font &&
    group.length <= 3 &&
    group.every(({ font }) => font === last.font)
  );
};

const groupLines = (lines: readonly PrintedLine[], measures: Measures): readonly Group[] => {
  const groups: PrintedLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isNew =
      group === undefined || last === undefined || !goesOn(last, line, measures) || changesFont(group, line);
    if (isNew) groups.push([line]);
    else group.push(line);
  }
  return groups;
};

type Edges = { readonly left: number; readonly right: number };

const edgesOf = (group: Group): Edges => ({
  left: Math.min(...group.map(({ left }) => left)),
  right: Math.max(...group.map(({ right }) => right)),
});

const isIndented = ({ left, size }: PrintedLine, edges: Edges): boolean => {
  const indent = (left - edges.left) / size;
  return indent > INDENT && indent < MAX_INDENT;
};

const isCentred = (group: Group): boolean => {
  if (group.length < 2) return false;
  const middles = group.map(({ left, right }) => (left + right) / 2);
  const lefts = group.map(({ left }) => left);
  const size = group[0]?.size ?? 1;
  return (
    Math.max(...middles) - Math.min(...middles) < size && Math.max(...lefts) - Math.min(...lefts) > 0.5 * size
  );
};

/** All lines of each entry except the first are indented: a bibliography, or items without a sign. */
const isHanging = (group: Group, edges: Edges): boolean =>
  group.length >= 3 &&
  !isIndented(group[0] as PrintedLine, edges) &&
  group.filter((line) => isIndented(line, edges)).length >= HANGING_SHARE * (group.length - 1);

/** Whether the first word of `line` would have fitted at the end of `before`: that line was ended on purpose. */
const endsEarly = (before: PrintedLine, line: PrintedLine, right: number): boolean => {
  const text = lineText(line);
  const [word = ''] = text.split(' ');
  const width = ((line.right - line.left) * (word.length + 1)) / Math.max(1, text.length);
  return right - before.right > width + 0.3 * before.size;
};

/** A raised note sign at the beginning of a line. */
const beginsNote = ({ cells: [cell] }: PrintedLine): boolean =>
  cell?.runs[0]?.raised === 'superscript' && /^(?:\d{1,3}|[*†‡§¶]{1,3})\s*$/u.test(cell.runs[0].text);

const beginsItem = (line: PrintedLine): boolean => BULLET.test(lineText(line));

const startsAnew = (group: Group, at: number, edges: Edges, hangs: boolean): boolean => {
  const [before, line] = [group[at - 1], group[at]];
  if (before === undefined || line === undefined) return false;
  if (beginsItem(line) || beginsNote(line)) return true;
  const wasEnded = endsEarly(before, line, edges.right) && ENDS_SENTENCE.test(lineText(before));
  if (NUMBERED.test(lineText(line))) return wasEnded || ENDS_SENTENCE.test(lineText(before));
  if (hangs) return !isIndented(line, edges);
  const isFirstOfOne =
    isIndented(line, edges) && !isIndented(before, edges) && !beginsItem(group[0] as PrintedLine);
  return isFirstOfOne || wasEnded;
};

/** The lines that leave so much of their column empty that they were ended on purpose. */
const endedLines = (lines: readonly PrintedLine[], { left, right }: Edges): ReadonlySet<PrintedLine> =>
  new Set(
    lines.filter((line, at) => {
      const next = lines[at + 1];
      if (next === undefined || /[-\u2010\u00AD]$/u.test(lineText(line))) return false;
      return right - line.right > 0.4 * (right - left) && endsEarly(line, next, right);
    }),
  );

const splitGroup = (group: Group): readonly LinesBlock[] => {
  const edges = edgesOf(group);
  const hangs = isHanging(group, edges);
  const isOne = isCentred(group);
  const parts: PrintedLine[][] = [];
  group.forEach((line, at) => {
    const part = parts.at(-1);
    if (part === undefined || (!isOne && startsAnew(group, at, edges, hangs))) parts.push([line]);
    else part.push(line);
  });
  return parts.map((lines) => ({
    role: beginsItem(lines[0] as PrintedLine) ? 'item' : 'text',
    lines,
    ended: beginsItem(lines[0] as PrintedLine) ? new Set() : endedLines(lines, edges),
    ...edges,
  }));
};

/** The paragraphs of consecutive lines. */
export const splitParagraphs = (lines: readonly PrintedLine[], measures: Measures): readonly LinesBlock[] =>
  groupLines(lines, measures).flatMap(splitGroup);

/** The text of an item without its bullet. */
export const withoutBullet = (text: string): string => text.replace(BULLET, '');
