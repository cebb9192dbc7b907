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
  ...block,
  lines: [...block.lines, ...next.lines],
});

const isApart = ({ role }: PageBlock): boolean => role === 'note' || role === 'aside';

/** Puts `block` behind the last of `flow`, or makes it the rest of it; `between` stands behind a rest, before a new one. */
const add = (flow: PageBlock[], block: PageBlock, between: readonly PageBlock[]): void => {
  const last = flow.at(-1);
  if (isText(last) && isText(block) && goesOn(last, block)) {
    flow[flow.length - 1] = join(last, block);
    flow.push(...between);
  } else flow.push(...between, block);
};

/**
 * The blocks of the pages in their order. Notes and furniture of a page stand behind the paragraph that goes on from it,
 * so that nothing stands within a paragraph.
 */
export const flowBlocks = (pages: readonly (readonly PageBlock[])[]): readonly PageBlock[] => {
  const flow: PageBlock[] = [];
  let waiting: readonly PageBlock[] = [];
  for (const blocks of pages) {
    for (const block of blocks.filter((each) => !isApart(each))) {
      add(flow, block, waiting);
      waiting = [];
    }
    waiting = [...waiting, ...blocks.filter(isApart)];
  }
  return [...flow, ...waiting];
};
