/** The blocks of all pages in one stream: a paragraph that goes on in the next column or on the next page is one again. */
import type { LinesBlock, PageBlock } from '../blocks/block.ts';
import { lineText, type PrintedLine } from '../layout/printed-text.ts';

const ENDS_SENTENCE = /[.!?:…]["”’»)\]]*(?:\d{1,3}|\[\d+\])?$/u;
/** In heights of letters: how near to the edge of its column the last line of a paragraph that goes on comes. */
const NEAR_EDGE = 2.5;
const INDENT = 0.6;

const isText = (block: PageBlock | undefined): block is LinesBlock =>
  block?.role === 'text' || block?.role === 'item';

const isElsewhere = (last: PrintedLine, first: PrintedLine): boolean =>
  first.page !== last.page || first.baseline < last.baseline;

/** Whether `next` is the rest of the paragraph that `block` begins: it stands at the head of another column or page. */
const goesOn = (block: LinesBlock, next: LinesBlock): boolean => {
  const [last, first, second] = [block.lines.at(-1), next.lines[0], next.lines[1]];
  if (last === undefined || first === undefined || next.role === 'item' || !isElsewhere(last, first))
    return false;
  if (Math.abs(last.size - first.size) > 0.08 * last.size) return false;
  const [before, after] = [lineText(last), lineText(first)];
  if (/\p{L}[-\u2010\u00AD]$/u.test(before) && /^\p{Ll}/u.test(after)) return true;
  if (ENDS_SENTENCE.test(before)) return false;
  if (/^\p{Ll}/u.test(after)) return true;
  const isFull = block.lines.length === 1 || block.right - last.right < NEAR_EDGE * last.size;
  const isIndented = second !== undefined && first.left - second.left > INDENT * first.size;
  return isFull && !isIndented && /^[\p{L}\p{N}"“‘(]/u.test(after);
};

const join = (block: LinesBlock, next: LinesBlock): LinesBlock => ({
  ...next,
  role: block.role,
  lines: [...block.lines, ...next.lines],
  ended: new Set([...block.ended, ...next.ended]),
});

const isApart = ({ role }: PageBlock): boolean => role === 'note' || role === 'aside';

const CAPTION = /^(?:table|figure|fig\.|box|chart|map|source|tabelle|abbildung|tableau)\b/iu;

/** What may stand between the halves of a paragraph: tables, pictures with their words, all that is set otherwise. */
const mayFloat = (block: PageBlock, around: LinesBlock): boolean => {
  // Nobody knows whether the paragraph goes on there.
  if (block.role === 'scan') return false;
  if (isApart(block) || block.role === 'table') return true;
  const [line, own] = [block.lines[0], around.lines[0]];
  if (block.role === 'heading' || line === undefined || own === undefined) return false;
  return Math.abs(line.size - own.size) > 0.07 * own.size || CAPTION.test(lineText(line));
};

/** So many blocks may stand between the halves of a paragraph. */
const MAX_BETWEEN = 40;

const beginsWithin = ({ lines: [line] }: LinesBlock): boolean =>
  line !== undefined && /^\p{Ll}/u.test(lineText(line));

/** Far from its beginning only what begins within a sentence is taken for the rest of a paragraph. */
const isNear = (between: readonly PageBlock[], block: LinesBlock): boolean =>
  between.every(isApart) || beginsWithin(block);

/** The place in `flow` of the paragraph that `block` is the rest of; -1 where it begins anew. */
const placeOfBeginning = (flow: readonly PageBlock[], block: LinesBlock): number => {
  for (let at = flow.length - 1; at >= Math.max(0, flow.length - MAX_BETWEEN); at -= 1) {
    const before = flow[at];
    if (isText(before) && goesOn(before, block)) return isNear(flow.slice(at + 1), block) ? at : -1;
    if (before === undefined || !mayFloat(before, block)) return -1;
  }
  return -1;
};

/** Puts `block` into `flow`: as the rest of the paragraph that it belongs to, or as the next. */
const add = (flow: PageBlock[], block: PageBlock): void => {
  const at = isText(block) ? placeOfBeginning(flow, block) : -1;
  const before = flow[at];
  if (isText(block) && isText(before)) flow[at] = join(before, block);
  else flow.push(block);
};

/**
 * The blocks of the pages in their order. What stands between the halves of a paragraph, notes, furniture, tables and
 * pictures at the edge of a column, stands behind it, so that nothing stands within a paragraph.
 */
export const flowBlocks = (pages: readonly (readonly PageBlock[])[]): readonly PageBlock[] => {
  const flow: PageBlock[] = [];
  for (const block of pages.flat()) add(flow, block);
  return flow;
};
