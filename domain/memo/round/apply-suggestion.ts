/**
 * Applies a suggestion to a memo. Evidence is protected: no suggestion can change, remove or add a citation, a
 * quotation or the picture of a figure, whatever its text. This is checked twice: where a change would touch one,
 * and over the whole memo at the end.
 */
import { equalJson } from '../../equal-json.ts';
import { err, ok, type Result } from '../../result.ts';
import {
  type MemoContent,
  type MemoHeading,
  type MemoInline,
  type MemoParagraph,
  memoContentSchema,
} from '../memo-content.ts';
import type { WrittenPlace } from './carry-places.ts';
import type { RefusalReason, SuggestedChange } from './remark.ts';
import { inlineBetween, joinTexts, OBJECT, type WrittenBlock, writtenBlocks } from './written-blocks.ts';

/** Why a suggestion cannot be applied: it would change evidence, or the memo has no room for its text. */
export type NotApplied = Extract<RefusalReason, 'quotation' | 'citation' | 'figure'> | 'no-room';
type Applied<T> = Result<T, NotApplied>;

/** Any node of a memo; its content is not examined where nothing in it changes. */
type Tree = {
  readonly type: string;
  readonly attrs?: object | undefined;
  readonly content?: readonly Tree[] | undefined;
};

const noRoom = err('no-room' as const);

/** The tree with the node at `path` replaced by what `change` returns: nothing, one node, or several. */
const changeAt = (tree: Tree, path: readonly number[], change: (at: Tree) => readonly Tree[]): Tree => {
  const [first, ...rest] = path;
  const content = (tree.content ?? []).flatMap((each, at) => {
    if (at !== first) return [each];
    return rest.length === 0 ? change(each) : [changeAt(each, rest, change)];
  });
  return { ...tree, content };
};

const at = (tree: Tree, path: readonly number[]): Tree | undefined =>
  path.reduce<Tree | undefined>((node, index) => node?.content?.[index], tree);

const parentOf = (tree: Tree, path: readonly number[]): Tree | undefined => at(tree, path.slice(0, -1));

const paragraphOf = (content: readonly MemoInline[]): MemoParagraph =>
  content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content: [...content] };

type Marks = MemoInline['marks'];

const textNode = (text: string, marks: Marks): readonly MemoInline[] => {
  if (text === '') return [];
  return [marks === undefined || marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks }];
};

/** Words with a line feed where a line breaks. */
const lines = (text: string, marks: Marks): readonly MemoInline[] =>
  text
    .split('\n')
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [{ type: 'hardBreak' as const }]),
      ...textNode(line, marks),
    ]);

const isText = (node: MemoInline): boolean => node.type === 'text';

/**
 * The replacement for `taken`: words, and for each OBJECT among them the object that was there, in order. The
 * writer's notes and line breaks may be removed; a citation may not.
 */
const putInstead = (
  taken: readonly MemoInline[],
  text: string,
  marks: Marks,
): Applied<readonly MemoInline[]> => {
  const things = taken.filter((node) => !isText(node));
  const parts = text.split(OBJECT);
  const isKept = parts.length - 1 === things.length;
  if (!isKept && (parts.length > 1 || things.some(({ type }) => type === 'citation'))) return err('citation');
  return ok(
    parts.flatMap((part, index) => {
      const thing = index === 0 ? undefined : things[index - 1];
      return [...(thing === undefined ? [] : [thing]), ...lines(part, marks)];
    }),
  );
};

/**
 * The formatting of new words: that of the words they replace, otherwise of those before them; a link is not
 * extended.
 */
const marksAt = (inline: readonly MemoInline[], start: number, end: number): Marks => {
  const [replaced] = inlineBetween(inline, start, end).filter(isText);
  if (replaced !== undefined) return replaced.marks;
  const before = inlineBetween(inline, start - 1, start)[0];
  const marks = (before?.type === 'text' ? before.marks : undefined)?.filter(({ type }) => type !== 'link');
  return marks;
};

const replaceInline = (
  inline: readonly MemoInline[],
  { start, end }: WrittenPlace,
  text: string,
): Applied<readonly MemoInline[]> => {
  const fresh = putInstead(inlineBetween(inline, start, end), text, marksAt(inline, start, end));
  if (!fresh.ok) return fresh;
  const whole = [
    ...inlineBetween(inline, 0, start),
    ...fresh.value,
    ...inlineBetween(inline, end, Number.POSITIVE_INFINITY),
  ];
  return ok(joinTexts(whole));
};

type WithInline = Extract<WrittenBlock['node'], { type: 'paragraph' | 'judgement' }>;

/** A block with other inline content; an empty one omits the field, as the editor writes it. */
const withInline = (node: WithInline | MemoHeading, inline: readonly MemoInline[]): Tree => {
  const { content: _, ...bare } = node;
  return inline.length === 0 ? bare : { ...bare, content: inline };
};

const spliced = (text: string, { start, end }: WrittenPlace, words: string): string =>
  `${text.slice(0, start)}${words}${text.slice(end)}`;

const oneLine = (text: string): string => text.replace(/\s*\n\s*/gu, ' ');

/** Other words in a field beside the text: of a section, a judgement, a figure or a table. */
const changeField = (node: WrittenBlock['node'], place: WrittenPlace, text: string): Applied<Tree> => {
  const { field } = place;
  if (node.type === 'table') {
    if (field !== 'caption' && field !== 'source') return noRoom;
    const attrs = node.attrs ?? { caption: '', source: '' };
    return ok({ ...node, attrs: { ...attrs, [field]: spliced(attrs[field], place, oneLine(text)) } });
  }
  const attrs: Readonly<Record<string, unknown>> = ('attrs' in node ? node.attrs : undefined) ?? {};
  const before = attrs[field];
  if (typeof before !== 'string') return noRoom;
  const words = node.type === 'judgement' ? text : oneLine(text);
  return ok({ ...node, attrs: { ...attrs, [field]: spliced(before, place, words) } });
};

const changeWords = ({ node }: WrittenBlock, place: WrittenPlace, text: string): Applied<Tree> => {
  if (place.field !== 'text') return changeField(node, place, text);
  switch (node.type) {
    case 'quotation':
    case 'figure':
      return err(node.type);
    case 'section':
    case 'table':
      return noRoom;
    case 'heading': {
      const inline = replaceInline(node.content ?? [], place, oneLine(text));
      return inline.ok ? ok(withInline(node, inline.value)) : inline;
    }
    case 'paragraph':
    case 'judgement': {
      const inline = replaceInline(node.content ?? [], place, text);
      return inline.ok ? ok(withInline(node, inline.value)) : inline;
    }
  }
};

type Format = Extract<SuggestedChange, { kind: 'format' }>;

const formatted = (node: MemoInline, { mark, isOn }: Format): MemoInline => {
  if (node.type !== 'text') return node;
  const others = (node.marks ?? []).filter(({ type }) => type !== mark);
  const marks = isOn ? [{ type: mark }, ...others] : others;
  const { marks: _, ...bare } = node;
  return marks.length === 0 ? bare : { ...bare, marks };
};

const changeFormat = (
  { node }: WrittenBlock,
  { field, start, end }: WrittenPlace,
  change: Format,
): Applied<Tree> => {
  if (field !== 'text' || (node.type !== 'paragraph' && node.type !== 'judgement')) return noRoom;
  const inline = node.content ?? [];
  const whole = [
    ...inlineBetween(inline, 0, start),
    ...inlineBetween(inline, start, end).map((each) => formatted(each, change)),
    ...inlineBetween(inline, end, Number.POSITIVE_INFINITY),
  ];
  return ok(withInline(node, joinTexts(whole)));
};

/** An object that is alone in a list item is treated as an item: what is placed beside it becomes an item too. */
const placeBeside = (tree: Tree, path: readonly number[]) => {
  const item = parentOf(tree, path);
  const isItem = item?.type === 'listItem' && item.content?.length === 1;
  return {
    path: isItem ? path.slice(0, -1) : path,
    wrap: (node: Tree): Tree => (isItem ? { type: 'listItem', content: [node] } : node),
  };
};

type Insert = Extract<SuggestedChange, { kind: 'insert-block' }>;

const insertBlocks = (
  tree: Tree,
  { node, path }: WrittenBlock,
  { text, isBefore }: Insert,
): Applied<Tree> => {
  const paragraphs = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraphOf(textNode(line, undefined)));
  if (paragraphs.length === 0 || (node.type === 'section' && isBefore)) return noRoom;
  if (node.type === 'section') {
    const within = (each: Tree): Tree => ({ ...each, content: [...paragraphs, ...(each.content ?? [])] });
    return ok(changeAt(tree, path, (each) => [within(each)]));
  }
  const beside = placeBeside(tree, path);
  const fresh = paragraphs.map(beside.wrap);
  return ok(changeAt(tree, beside.path, (each) => (isBefore ? [...fresh, each] : [each, ...fresh])));
};

const MAY_NOT_BE_EMPTY: ReadonlySet<string> = new Set(['section', 'tableCell', 'tableHeader']);

/**
 * The tree without the node at `path`: an item or a list that becomes empty is removed too, a section or a cell
 * stays.
 */
const without = (tree: Tree, path: readonly number[]): Tree => {
  const parent = parentOf(tree, path);
  if (path.length > 1 && parent?.content?.length === 1) {
    if (!MAY_NOT_BE_EMPTY.has(parent.type)) return without(tree, path.slice(0, -1));
    return changeAt(tree, path, () => [{ type: 'paragraph' }]);
  }
  return changeAt(tree, path, () => []);
};

const removeBlock = (tree: Tree, { node, path }: WrittenBlock): Applied<Tree> => {
  if (node.type === 'quotation' || node.type === 'figure') return err(node.type);
  if (node.type === 'section' || node.type === 'table') return noRoom;
  const holdsCitation = (node.content ?? []).some(({ type }) => type === 'citation');
  return holdsCitation ? err('citation') : ok(without(tree, path));
};

/** Whether two blocks follow each other with nothing between them, in one place or as two items of a list. */
const areNeighbours = (tree: Tree, first: readonly number[], second: readonly number[]): boolean => {
  const depth = first.findIndex((index, level) => index !== second[level]);
  if (depth === -1 || first.length !== second.length || (second[depth] ?? 0) - (first[depth] ?? 0) !== 1)
    return false;
  if (depth === first.length - 1) return true;
  const isItem = depth === first.length - 2 && parentOf(tree, first)?.type === 'listItem';
  return isItem && second.at(-1) === 0 && parentOf(tree, first)?.content?.length === (first.at(-1) ?? 0) + 1;
};

const joinBlocks = (
  tree: Tree,
  { node, path }: WrittenBlock,
  next: WrittenBlock | undefined,
): Applied<Tree> => {
  const isJoined = node.type === 'paragraph' || node.type === 'judgement';
  if (!isJoined || next?.node.type !== 'paragraph' || !areNeighbours(tree, path, next.path)) return noRoom;
  const inline = joinTexts([...(node.content ?? []), ...(next.node.content ?? [])]);
  return ok(changeAt(without(tree, next.path), path, () => [withInline(node, inline)]));
};

const splitBlock = (
  tree: Tree,
  { node, path }: WrittenBlock,
  { field, start }: WrittenPlace,
): Applied<Tree> => {
  if (field !== 'text' || (node.type !== 'paragraph' && node.type !== 'judgement')) return noRoom;
  const inline = node.content ?? [];
  const first = withInline(node, inlineBetween(inline, 0, start));
  const second = paragraphOf(inlineBetween(inline, start, Number.POSITIVE_INFINITY));
  const beside = placeBeside(tree, path);
  return ok(changeAt(tree, beside.path, () => [beside.wrap(first), beside.wrap(second)]));
};

const pathTo = (tree: Tree, node: unknown): readonly number[] | null => {
  if (tree === node) return [];
  for (const [index, each] of (tree.content ?? []).entries()) {
    const path = pathTo(each, node);
    if (path !== null) return [index, ...path];
  }
  return null;
};

const moveBlock = (tree: Tree, { node, path }: WrittenBlock, after: WrittenBlock | null): Applied<Tree> => {
  if (node.type === 'section' || node.type === 'table' || after?.node === node) return noRoom;
  const rest = without(tree, path);
  const target = after === null ? [0] : pathTo(rest, after.node);
  if (target === null) return noRoom;
  if (after === null || after.node.type === 'section') {
    const within = (each: Tree): Tree => ({ ...each, content: [node, ...(each.content ?? [])] });
    return ok(changeAt(rest, target, (each) => [within(each)]));
  }
  const beside = placeBeside(rest, target);
  return ok(changeAt(rest, beside.path, (each) => [each, beside.wrap(node)]));
};

const changeTree = (
  tree: Tree,
  blocks: readonly WrittenBlock[],
  block: WrittenBlock,
  place: WrittenPlace,
  change: SuggestedChange,
): Applied<Tree> => {
  const instead = (fresh: Applied<Tree>): Applied<Tree> =>
    fresh.ok ? ok(changeAt(tree, block.path, () => [fresh.value])) : fresh;
  switch (change.kind) {
    case 'words':
      return instead(changeWords(block, place, change.text));
    case 'format':
      return instead(changeFormat(block, place, change));
    case 'insert-block':
      return insertBlocks(tree, block, change);
    case 'remove-block':
      return removeBlock(tree, block);
    case 'join':
      return joinBlocks(tree, block, blocks[block.block + 1]);
    case 'split':
      return splitBlock(tree, block, place);
    case 'move': {
      const after = change.after === -1 ? null : blocks[change.after];
      return after === undefined ? noRoom : moveBlock(tree, block, after);
    }
  }
};

const EVIDENCE: ReadonlySet<string> = new Set(['citation', 'quotation']);

const evidenceIn = (tree: Tree): readonly string[] => [
  ...(EVIDENCE.has(tree.type) ? [JSON.stringify(tree)] : []),
  ...(tree.type === 'figure' ? [pictureOf(tree)] : []),
  ...(tree.content ?? []).flatMap(evidenceIn),
  ...(tree.type === 'footnote' ? notedIn(tree).flatMap(evidenceIn) : []),
];

/** What a footnote holds. */
const notedIn = ({ attrs }: Tree): readonly Tree[] =>
  attrs !== undefined && 'content' in attrs ? ((attrs as { content?: readonly Tree[] }).content ?? []) : [];

/** A figure without the analyst's words about it. */
const pictureOf = (figure: Tree): string =>
  JSON.stringify({ ...figure.attrs, alt: '', caption: '', source: '' });

/** Whether two memos contain the same evidence in any order: each citation, quotation and picture equally often. */
const holdSameEvidence = (before: Tree, after: Tree): boolean =>
  equalJson(evidenceIn(before).toSorted(), evidenceIn(after).toSorted());

/**
 * `content` once `change` is taken at `place` of it. A block that it moves behind is one of today's. Pure; fails where
 * evidence would be altered, or the memo can't hold what the change says.
 */
export const applySuggestion = (
  content: MemoContent,
  place: WrittenPlace,
  change: SuggestedChange,
): Applied<MemoContent> => {
  const blocks = writtenBlocks(content);
  const block = blocks[place.block];
  if (block === undefined) return noRoom;
  const changed = changeTree(content, blocks, block, place, change);
  if (!changed.ok) return changed;
  const read = memoContentSchema.safeParse(changed.value);
  if (!read.success) return noRoom;
  return holdSameEvidence(content, changed.value) ? ok(read.data) : err('citation');
};
