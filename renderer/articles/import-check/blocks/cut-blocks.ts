/**
 * The cuts that an analyst can make before a text is kept: leave blocks out, split a paragraph, join it to the one
 * above. Nothing is typed or rewritten: every remaining character is the importer's.
 */
import type { BlockNode, Body, InlineNode, ParagraphNode } from '#domain/article/body/body.ts';
import { textBlockText } from '#domain/article/body/canonical-text.ts';
import { isLineAbout } from '#domain/article/stated/stated-fields.ts';
import { sentencesOf } from '#domain/reading/sentences.ts';

/** A block in the check; `key` identifies it while others come and go. */
export type CheckedBlock = {
  readonly key: string;
  readonly block: BlockNode;
  /** The range of body blocks of whose text it holds a part. */
  readonly first: number;
  readonly last: number;
  readonly isLeftOut: boolean;
  /** Whether the importer took it for page furniture: left out, it is listed separately. */
  readonly isOffered: boolean;
};

/** The blocks of a text; those at the indexes `leftOut` start out left out. */
export const toCheckedBlocks = (body: Body, leftOut: readonly number[]): readonly CheckedBlock[] => {
  const offered = new Set(leftOut);
  return body.content.map((block, index) => {
    const isOffered = offered.has(index);
    return { key: String(index), block, first: index, last: index, isLeftOut: isOffered, isOffered };
  });
};

/** Whether a block is listed among what the importer left out. */
export const isInLeftOutList = ({ isLeftOut, isOffered }: CheckedBlock): boolean => isLeftOut && isOffered;

/** Restores everything that the importer left out. */
export const putBackAll = (blocks: readonly CheckedBlock[]): readonly CheckedBlock[] =>
  blocks.map((checked) => (isInLeftOutList(checked) ? { ...checked, isLeftOut: false } : checked));

/** The remaining body, or null if all of it was left out. */
export const toBody = (blocks: readonly CheckedBlock[]): Body | null => {
  const content = blocks.filter(({ isLeftOut }) => !isLeftOut).map(({ block }) => block);
  return content.length === 0 ? null : { type: 'doc', content };
};

/** How to keep a first line that repeats the title: a heading has no paragraph number, as in a saved page. */
export const titleLineKinds = ['heading', 'paragraph', 'left-out'] as const;
export type TitleLineKind = (typeof titleLineKinds)[number];

/** The first kept block, if it is a paragraph with the words of `title` and others follow. */
export const titleLineOf = (
  blocks: readonly CheckedBlock[],
  title: string | null,
): (CheckedBlock & { readonly block: ParagraphNode }) | null => {
  const [first, second] = blocks.filter(({ isLeftOut }) => !isLeftOut);
  if (title === null || first?.block.type !== 'paragraph' || second === undefined) return null;
  const text = textBlockText(first.block);
  const words = (each: string): string => each.replace(/\s+/gu, ' ').trim();
  return !text.includes('\n') && words(text) === words(title) ? { ...first, block: first.block } : null;
};

/** The lines of a paragraph; none for any other block. */
const linesOf = ({ block }: CheckedBlock): readonly string[] =>
  block.type === 'paragraph'
    ? textBlockText(block)
        .split('\n')
        .map((line) => line.replaceAll(/\s+/gu, ' ').trim())
    : [];

/** Paragraphs around the title, before the text begins, that only name its author, date or place. */
export const linesAbout = (blocks: readonly CheckedBlock[], title: string | null): readonly string[] => {
  const keys: string[] = [];
  const kept = blocks.filter(({ isLeftOut }) => !isLeftOut);
  for (const checked of kept) {
    const lines = linesOf(checked);
    const isTitle = checked.block.type === 'heading' || (title !== null && lines.join(' ') === title);
    if (isTitle) continue;
    if (lines.length === 0 || !lines.every((line) => isLineAbout(line, []))) break;
    keys.push(checked.key);
  }
  // If all paragraphs are such lines, they are the text.
  return keys.length === kept.length ? [] : keys;
};

export const leaveOutAll = (
  blocks: readonly CheckedBlock[],
  keys: readonly string[],
): readonly CheckedBlock[] =>
  blocks.map((checked) => (keys.includes(checked.key) ? { ...checked, isLeftOut: true } : checked));

/** The blocks as they will be kept: the words of the title line are the same in each case, unless it is left out. */
export const withTitleLine = (
  blocks: readonly CheckedBlock[],
  title: string | null,
  kind: TitleLineKind,
): readonly CheckedBlock[] => {
  const line = titleLineOf(blocks, title);
  if (line === null || kind === 'paragraph') return blocks;
  const kept: CheckedBlock =
    kind === 'left-out'
      ? { ...line, isLeftOut: true }
      : { ...line, block: { ...line.block, type: 'heading', attrs: { level: 1 } } };
  return blocks.map((checked) => (checked.key === line.key ? kept : checked));
};

export const leaveOut = (
  blocks: readonly CheckedBlock[],
  key: string,
  isLeftOut: boolean,
): readonly CheckedBlock[] =>
  blocks.map((checked) => (checked.key === key ? { ...checked, isLeftOut } : checked));

/** Leaves out everything before or after a block: the menu above an article, the links below it. */
export const leaveOutBeside = (
  blocks: readonly CheckedBlock[],
  key: string,
  side: 'above' | 'below',
): readonly CheckedBlock[] => {
  const at = blocks.findIndex((checked) => checked.key === key);
  return blocks.map((checked, index) =>
    (side === 'above' ? index < at : index > at) ? { ...checked, isLeftOut: true } : checked,
  );
};

const lengthOf = (node: InlineNode): number => (node.type === 'text' ? node.text.length : 1);

/** The inline nodes before and after `offset` (UTF-16); a text node across it is split. */
const splitInline = (
  nodes: readonly InlineNode[],
  offset: number,
): readonly [readonly InlineNode[], readonly InlineNode[]] => {
  const before: InlineNode[] = [];
  const after: InlineNode[] = [];
  let at = 0;
  for (const node of nodes) {
    const end = at + lengthOf(node);
    if (end <= offset) before.push(node);
    else if (at >= offset || node.type !== 'text') after.push(node);
    else {
      before.push({ ...node, text: node.text.slice(0, offset - at) });
      after.push({ ...node, text: node.text.slice(offset - at) });
    }
    at = end;
  }
  return [before, after];
};

const isBreakOrSpace = (node: InlineNode | undefined): boolean =>
  node?.type === 'hardBreak' || (node?.type === 'text' && node.text.trim() === '');

/** Drops the white space at the cut: it separated two sentences, which are now two paragraphs. */
const trimAtCut = (nodes: readonly InlineNode[], side: 'start' | 'end'): InlineNode[] => {
  const inOrder = side === 'start' ? [...nodes] : nodes.toReversed();
  while (isBreakOrSpace(inOrder[0])) inOrder.shift();
  const [first, ...rest] = inOrder;
  const trimmed =
    first?.type === 'text'
      ? [{ ...first, text: side === 'start' ? first.text.trimStart() : first.text.trimEnd() }, ...rest]
      : inOrder;
  return side === 'start' ? trimmed : trimmed.toReversed();
};

/** Splits a paragraph in two at `offset` (UTF-16) of its text. Changes nothing if one side would be empty. */
export const splitBlock = (
  blocks: readonly CheckedBlock[],
  key: string,
  offset: number,
): readonly CheckedBlock[] =>
  blocks.flatMap((checked): readonly CheckedBlock[] => {
    if (checked.key !== key || checked.block.type !== 'paragraph') return [checked];
    const [before, after] = splitInline(checked.block.content ?? [], offset);
    const head: ParagraphNode = { type: 'paragraph', content: trimAtCut(before, 'end') };
    const tail: ParagraphNode = { type: 'paragraph', content: trimAtCut(after, 'start') };
    if (head.content?.length === 0 || tail.content?.length === 0) return [checked];
    return [
      { ...checked, key: `${key}.1`, block: head },
      { ...checked, key: `${key}.2`, block: tail },
    ];
  });

/** The block that a paragraph would be joined to: the kept paragraph directly above. */
const joinTarget = (blocks: readonly CheckedBlock[], at: number): CheckedBlock | undefined => {
  const above = blocks[at - 1];
  return above?.block.type === 'paragraph' && !above.isLeftOut ? above : undefined;
};

export const canJoin = (blocks: readonly CheckedBlock[], key: string): boolean => {
  const at = blocks.findIndex((checked) => checked.key === key);
  return blocks[at]?.block.type === 'paragraph' && joinTarget(blocks, at) !== undefined;
};

/** Joins a paragraph to the one above with a line break: lines of one paragraph are never joined with a space. */
export const joinUp = (blocks: readonly CheckedBlock[], key: string): readonly CheckedBlock[] => {
  const at = blocks.findIndex((checked) => checked.key === key);
  const above = joinTarget(blocks, at);
  const below = blocks[at];
  if (above?.block.type !== 'paragraph' || below?.block.type !== 'paragraph') return blocks;
  const joined: ParagraphNode = {
    type: 'paragraph',
    content: [...(above.block.content ?? []), { type: 'hardBreak' }, ...(below.block.content ?? [])],
  };
  return [...blocks.slice(0, at - 1), { ...above, block: joined, last: below.last }, ...blocks.slice(at + 1)];
};

/** Where a paragraph may be split: offsets (UTF-16) of its sentences and lines except the first. */
export const splitOffsets = (block: BlockNode, language: string | null): readonly number[] => {
  if (block.type !== 'paragraph') return [];
  const text = textBlockText(block);
  const starts = sentencesOf(text, { start: 0, end: text.length }, language ?? undefined).map(
    ({ start }) => start,
  );
  const lines = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
  return [...new Set([...starts, ...lines])].filter((at) => at > 0 && at < text.length).sort((a, b) => a - b);
};
