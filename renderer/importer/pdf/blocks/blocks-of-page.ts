import type { Measures } from '../layout/measures.ts';
import { lineText, type PrintedLine, type PrintedPage } from '../layout/printed-text.ts';
import type { LinesBlock, PrintedBlock } from './block.ts';
import { gridAt } from './find-tables.ts';
import { splitParagraphs } from './split-paragraphs.ts';

/** Against the running text. */
const LARGE = 1.12;
const MUCH_LARGER = 1.3;
const SMALL = 0.93;
const MAX_HEADING_LETTERS = 220;
const MAX_PLAIN_HEADING_LETTERS = 110;
const CAPTION = /^(?:table|figure|fig\.|box|chart|map|source|note|tabelle|abbildung|tableau)\b/iu;
/** The middle of a sentence, an address. */
const NO_HEADING = /[-\u2010]$|@|^\p{Ll}/u;
const NOTE_SIGN = /^(?:\d{1,3}|[*†‡§¶]{1,3}|[a-z])(?=[\s.)]|\p{L})/u;

const textOf = (block: LinesBlock): string => block.lines.map(lineText).join(' ');

const isHeading = (block: LinesBlock, measures: Measures): boolean => {
  const [line] = block.lines;
  const text = textOf(block);
  if (line === undefined || block.role !== 'text' || !/\p{L}/u.test(text) || CAPTION.test(text)) return false;
  if (text.length > MAX_HEADING_LETTERS || block.lines.length > 4) return false;
  const isMuchLarger = line.size >= MUCH_LARGER * measures.size;
  if (NO_HEADING.test(text) || (/[.,;]$/u.test(text) && !isMuchLarger)) return false;
  if (line.size >= LARGE * measures.size) return true;
  const isOtherFont = block.lines.every(({ font }) => font !== measures.font);
  return (
    isOtherFont &&
    line.size > SMALL * measures.size &&
    block.lines.length <= 2 &&
    text.length <= MAX_PLAIN_HEADING_LETTERS
  );
};

/** Notes stand in smaller letters below all the text of their column, and the first begins with a sign. */
const isSmall = (block: LinesBlock, measures: Measures): boolean =>
  (block.lines[0]?.size ?? 0) < SMALL * measures.size;

const beginsWithSign = ({ lines }: LinesBlock): boolean => {
  const [line] = lines;
  const [run] = line?.cells[0]?.runs ?? [];
  return line !== undefined && (run?.raised === 'superscript' || NOTE_SIGN.test(lineText(line)));
};

const hasTextBelow = (blocks: readonly PrintedBlock[], note: LinesBlock, measures: Measures): boolean =>
  blocks.some((other) => {
    if (other === note || other.role === 'table' || isSmall(other, measures)) return false;
    const [first, last] = [note.lines[0], other.lines.at(-1)];
    return (
      first !== undefined &&
      last !== undefined &&
      last.baseline > first.baseline &&
      Math.min(other.right, note.right) > Math.max(other.left, note.left)
    );
  });

/** Marks headings and the notes at the foot of the page. */
const giveRoles = (
  blocks: readonly PrintedBlock[],
  { height }: PrintedPage,
  measures: Measures,
): readonly PrintedBlock[] => {
  let isInNotes = false;
  return blocks.map((block): PrintedBlock => {
    if (block.role === 'table') return block;
    const isLow = (block.lines[0]?.top ?? 0) > 0.4 * height;
    const mayBeNote = isSmall(block, measures) && isLow && !hasTextBelow(blocks, block, measures);
    isInNotes = mayBeNote && (isInNotes || beginsWithSign(block));
    if (isInNotes) return { ...block, role: 'note' };
    return isHeading(block, measures) ? { ...block, role: 'heading' } : block;
  });
};

/** Turned text and furniture as blocks of their own, a line each. */
const asideOf = (line: PrintedLine): LinesBlock => ({
  role: 'aside',
  lines: [line],
  ended: new Set(),
  left: line.left,
  right: line.right,
});

/** The blocks of a page, its text first in the order of the file, then its notes, then what is left out. */
export const blocksOfPage = (
  page: PrintedPage,
  lines: readonly PrintedLine[],
  furniture: ReadonlySet<PrintedLine>,
  measures: Measures,
): readonly PrintedBlock[] => {
  const isAside = (line: PrintedLine): boolean => line.isTurned || furniture.has(line);
  const inText = lines.filter((line) => !isAside(line));
  const blocks: PrintedBlock[] = [];
  let plain: PrintedLine[] = [];
  const endPlain = (): void => {
    blocks.push(...splitParagraphs(plain, measures));
    plain = [];
  };
  for (let at = 0; at < inText.length; ) {
    const grid = gridAt(inText, at);
    if (grid?.kind === 'table') {
      endPlain();
      blocks.push(grid.table);
    } else plain.push(...(grid?.lines ?? inText.slice(at, at + 1)));
    at += grid?.count ?? 1;
  }
  endPlain();
  const withRoles = giveRoles(blocks, page, measures);
  return [
    ...withRoles.filter(({ role }) => role !== 'note'),
    ...withRoles.filter(({ role }) => role === 'note'),
    ...lines.filter(isAside).map(asideOf),
  ];
};
