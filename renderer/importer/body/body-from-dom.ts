/**
 * From elements to body: a walk over the tree that keeps what the schema of an article supports and descends into
 * everything else, so that no unknown element is lost. Only text, alternative texts and checked addresses leave the
 * page.
 */
import type {
  BlockNode,
  Body,
  HeadingNode,
  InlineNode,
  ListItemNode,
  Mark,
} from '#domain/article/body/body.ts';
import { isDataAddress } from '../picture/data-address.ts';
import { childNodesOf } from './children-of.ts';
import { isBlock, isUnseen, marksInside, standsApart, whiteSpaceInside } from './element-style.ts';
import { InlineRun, joinLines, type Marks, type WhiteSpace } from './inline-run.ts';
import { LEFT_OUT_ATTRIBUTE } from './left-out.ts';
import { numberItems } from './number-items.ts';
import { readRaised } from './raised-element.ts';
import { cellSpan, readDataTable } from './table-grid.ts';

/** Nesting of quotes, lists and tables: deeper ones lose their frame and keep their text. */
const MAX_DEPTH = 24;

type Context = {
  readonly marks: Marks;
  readonly whiteSpace: WhiteSpace;
  readonly depth: number;
  readonly offered: Offered;
};

/** The blocks that start out left out, and those of them that wait for the end of the block around them. */
type Offered = { readonly blocks: Set<BlockNode>; readonly waiting: BlockNode[] };

/** The blocks so far, and inline content that is not a block yet. */
type Sink = { readonly blocks: BlockNode[]; readonly run: InlineRun };

type ReadElement = (element: Element, context: Context, sink: Sink) => void;

/** Preformatted text with its white space. */
const codeText = (node: Node): string => {
  if (node.nodeType === TEXT_NODE) return node.nodeValue ?? '';
  if (node.nodeType !== ELEMENT_NODE || isUnseen(node as Element)) return '';
  if (node.nodeName === 'BR') return '\n';
  if (node.nodeName === 'SUP') return readRaised(node as Element, 'superscript', '').text;
  if (node.nodeName === 'SUB') return readRaised(node as Element, 'subscript', '').text;
  return [...node.childNodes].map(codeText).join('');
};

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

const newSink = (): Sink => ({ blocks: [], run: new InlineRun() });

const endParagraph = ({ blocks, run }: Sink): void => {
  for (const lines of run.takeParagraphs()) blocks.push({ type: 'paragraph', content: joinLines(lines) });
};

const readChildren = (parent: Node, context: Context, sink: Sink): void => {
  for (const child of childNodesOf(parent)) readNode(child, context, sink);
};

/** The blocks inside `parent`, separate from those around it. */
const blocksInside = (parent: Element, context: Context): BlockNode[] => {
  const sink = newSink();
  readChildren(parent, { ...context, depth: context.depth + 1 }, sink);
  endParagraph(sink);
  return sink.blocks;
};

const readNode = (node: Node, context: Context, sink: Sink): void => {
  if (node.nodeType === TEXT_NODE) {
    sink.run.text(node.nodeValue ?? '', context.marks, context.whiteSpace);
  } else if (node.nodeType === ELEMENT_NODE) {
    readElement(node as Element, context, sink);
  }
};

/** What is left out becomes separate blocks, never inside one that stays. */
const readLeftOut: ReadElement = (element, context, sink) => {
  const inside = { ...context, depth: -1, offered: { blocks: new Set<BlockNode>(), waiting: [] } };
  element.removeAttribute(LEFT_OUT_ATTRIBUTE);
  const own = newSink();
  readElement(element, { ...inside, depth: 0 }, own);
  endParagraph(own);
  for (const block of own.blocks) context.offered.blocks.add(block);
  // Nor does it split the paragraph around it.
  if (context.depth > 0 || !standsApart(element)) context.offered.waiting.push(...own.blocks);
  else {
    endParagraph(sink);
    sink.blocks.push(...own.blocks);
  }
};

/** The mark by which `element` raises or lowers its content; null if it does neither, or contains more than words. */
const raisedMark = (element: Element, around: Marks, inside: Marks): 'superscript' | 'subscript' | null => {
  const has = (marks: Marks, name: Mark['type']): boolean => marks.some(({ type }) => type === name);
  const mark = (['superscript', 'subscript'] as const).find(
    (name) => has(inside, name) && !has(around, name),
  );
  if (mark === undefined || element.querySelector('img, br') !== null) return null;
  return [element, ...element.querySelectorAll('*')].some(standsApart) ? null : mark;
};

const readRaisedInto = (
  element: Element,
  mark: 'superscript' | 'subscript',
  { marks }: Context,
  { run }: Sink,
): void => {
  const link = element.querySelector('a');
  const linked = link === null ? marks : marksInside(link, marks);
  const { text, isInItself } = readRaised(element, mark, run.lastText());
  run.text(text, isInItself ? linked.filter(({ type }) => type !== mark) : linked, 'collapse');
};

/** Whether `element` is a drop cap: the page sets it apart, but its word continues after it. */
const isDropCap = (element: Element): boolean =>
  /^\s*[“"'‘«„]?\p{L}[’']?\s*$/u.test(element.textContent ?? '') &&
  element.previousSibling === null &&
  /^\p{L}/u.test(element.nextSibling?.textContent ?? '');

const readElement: ReadElement = (element, context, sink) => {
  if (isUnseen(element)) return;
  if (element.hasAttribute(LEFT_OUT_ATTRIBUTE)) {
    readLeftOut(element, context, sink);
    return;
  }
  const readInline = inlineReaders[element.localName];
  const readBlock = context.depth < MAX_DEPTH ? blockReaders[element.localName] : undefined;
  const inside = {
    ...context,
    marks: marksInside(element, context.marks),
    whiteSpace: whiteSpaceInside(element, context.whiteSpace),
  };
  const raised = raisedMark(element, context.marks, inside.marks);
  if (raised !== null) readRaisedInto(element, raised, inside, sink);
  else if (readInline !== undefined) readInline(element, inside, sink);
  else if (readBlock !== undefined) apart(readBlock)(element, inside, sink);
  else if (isBlock(element) && !isDropCap(element)) apart(readChildren)(element, inside, sink);
  else readChildren(element, inside, sink);
};

/** A block ends the paragraph before it and the last one inside it. */
const apart =
  (read: ReadElement): ReadElement =>
  (element, context, sink) => {
    endParagraph(sink);
    read(element, context, sink);
    endParagraph(sink);
    if (context.depth === 0) sink.blocks.push(...context.offered.waiting.splice(0));
  };

/** A browser shows quotation marks around `<q>` that are not in its text. */
const readQuotation: ReadElement = (element, context, sink) => {
  const isNested = element.parentElement?.closest('q') !== null;
  sink.run.text(isNested ? '‘' : '“', context.marks, 'keep');
  readChildren(element, context, sink);
  sink.run.text(isNested ? '’' : '”', context.marks, 'keep');
};

/** A picture of an article: its alternative text and its location: a web address, the data itself, or nothing. */
type KeptImage = { readonly alt: string; readonly src: string };

const isWebAddress = (address: string): boolean => /^https?:\/\//i.test(address);

/** Pictures of a pixel or two count visits and show nothing. */
const isPixel = (element: Element): boolean =>
  ['width', 'height'].some((name) => /^[0-2](?:px)?$/.test(element.getAttribute(name)?.trim() ?? ''));

/** The picture of an `img` element, null if it is invisible. */
const imageOf = (element: Element): KeptImage | null => {
  if (isPixel(element)) return null;
  const src = element.getAttribute('src')?.trim() ?? '';
  const alt = (element.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim();
  return { alt, src: isWebAddress(src) || isDataAddress(src) ? src : '' };
};

const readImage: ReadElement = (element, { marks }, sink) => {
  const image = imageOf(element);
  if (image !== null) sink.run.image(image.alt, image.src, marks);
};

const inlineReaders: Readonly<Record<string, ReadElement>> = {
  // Of ruby text only the base characters are kept, as in Word documents.
  rt: () => undefined,
  rp: () => undefined,
  br: (_, __, sink) => sink.run.lineBreak(),
  wbr: () => undefined,
  img: readImage,
  q: readQuotation,
};

const inlineOf = (blocks: readonly BlockNode[]): InlineNode[] =>
  joinLines(blocks.map((block) => (block.type === 'paragraph' ? (block.content ?? []) : [])));

/** Blocks inside a heading (a list in an `<h2>`) come after it. */
const readHeading: ReadElement = (element, context, sink) => {
  const level = Number(element.localName.slice(1));
  const blocks = blocksInside(element, context);
  const lines = blocks.filter(({ type }) => type === 'paragraph');
  const heading: HeadingNode = { type: 'heading', attrs: { level }, content: inlineOf(lines) };
  if (lines.length > 0) sink.blocks.push(heading);
  sink.blocks.push(...blocks.filter(({ type }) => type !== 'paragraph'));
};

const readCode: ReadElement = (element, _, sink) => {
  const text = codeText(element).replace(/\r\n?/g, '\n').replace(/\n$/, '');
  if (text.trim() !== '') sink.blocks.push({ type: 'codeBlock', content: [{ type: 'text', text }] });
};

const readQuote: ReadElement = (element, context, sink) => {
  const content = blocksInside(element, context);
  if (content.length > 0) sink.blocks.push({ type: 'blockquote', content });
};

const isItem = (node: Node): node is Element =>
  node.nodeName === 'LI' && !isUnseen(node as Element) && !(node as Element).hasAttribute(LEFT_OUT_ATTRIBUTE);

/** An item and its element; null for content before the first item. */
type ReadItem = { readonly element: Element | null; readonly content: BlockNode[] };

const itemOf = ({ content }: ReadItem): ListItemNode => ({ type: 'listItem', content });

/** Content of a list outside its items (often a list of a lower level) belongs to the previous item. */
const readItems = (list: Element, context: Context): readonly ReadItem[] => {
  const items: ReadItem[] = [];
  let beside = newSink();
  const endBeside = (): void => {
    endParagraph(beside);
    const previous = items.at(-1);
    if (previous !== undefined) previous.content.push(...beside.blocks);
    else if (beside.blocks.length > 0) items.push({ element: null, content: beside.blocks });
    beside = newSink();
  };
  for (const child of childNodesOf(list)) {
    if (!isItem(child)) readNode(child, { ...context, depth: context.depth + 1 }, beside);
    else {
      endBeside();
      const content = blocksInside(child, context);
      if (content.length > 0) items.push({ element: child, content });
    }
  }
  endBeside();
  return items;
};

const readBulletList: ReadElement = (element, context, sink) => {
  const content = readItems(element, context).map(itemOf);
  if (content.length > 0) sink.blocks.push({ type: 'bulletList', content });
};

/**
 * A list is split where its numbers are not consecutive; a number that no list can express becomes text before the
 * words of its item.
 */
const readOrderedList: ReadElement = (element, context, sink) => {
  const numbers = numberItems(element);
  let last: { readonly next: number; readonly content: ListItemNode[] } | null = null;
  for (const item of readItems(element, context)) {
    const { value, sign } = (item.element === null ? undefined : numbers.get(item.element)) ?? unnumbered;
    if (sign !== null) {
      last = null;
      sink.blocks.push(...withSign(item.content, sign));
      continue;
    }
    const content: ListItemNode[] = last?.next === value ? last.content : [];
    if (content.length === 0) sink.blocks.push({ type: 'orderedList', attrs: { start: value }, content });
    content.push(itemOf(item));
    last = { next: value + 1, content };
  }
};

/** Content of a list before its first item. */
const unnumbered = { value: 0, sign: '' };

const withSign = (blocks: readonly BlockNode[], sign: string): readonly BlockNode[] => {
  if (sign === '') return blocks;
  const [first, ...others] = blocks;
  if (first?.type !== 'paragraph' && first?.type !== 'heading')
    return [{ type: 'paragraph', content: [{ type: 'text', text: sign }] }, ...blocks];
  const [word, ...rest] = first.content ?? [];
  const isPlain = word?.type === 'text' && word.marks === undefined;
  const said: InlineNode = { type: 'text', text: `${sign} ${isPlain ? word.text : ''}` };
  const content: InlineNode[] = word === undefined || isPlain ? [said, ...rest] : [said, word, ...rest];
  return [{ ...first, content }, ...others];
};

const emptyParagraph = (): BlockNode => ({ type: 'paragraph' });

const readTable: ReadElement = (element, context, sink) => {
  const grid = readDataTable(element);
  if (grid === null) {
    readChildren(element, context, sink);
    return;
  }
  for (const caption of grid.captions) readChildren(caption, context, sink);
  endParagraph(sink);
  const content = grid.rows.map((cells) => ({
    type: 'tableRow' as const,
    content: cells.map((cell) => {
      const blocks = blocksInside(cell, { ...context, marks: marksInside(cell, context.marks) });
      return {
        type: cell.localName === 'th' ? ('tableHeader' as const) : ('tableCell' as const),
        attrs: { colspan: cellSpan(cell, 'colspan'), rowspan: cellSpan(cell, 'rowspan') },
        content: blocks.length > 0 ? blocks : [emptyParagraph()],
      };
    }),
  }));
  sink.blocks.push({ type: 'table', content });
};

const blockReaders: Readonly<Record<string, ReadElement>> = {
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, readHeading])),
  pre: readCode,
  blockquote: readQuote,
  ul: readBulletList,
  menu: readBulletList,
  dir: readBulletList,
  ol: readOrderedList,
  table: readTable,
  hr: (_, __, sink) => void sink.blocks.push({ type: 'horizontalRule' }),
};

/** The body of a text, and the indexes of the blocks that start out left out. */
export type ReadBody = { readonly body: Body; readonly leftOut: readonly number[] };

/** Lines are kept between parts of a text, not before its first or after its last. */
const trimRules = (blocks: readonly BlockNode[]): BlockNode[] => {
  const isRule = (block: BlockNode | undefined): boolean => block?.type === 'horizontalRule';
  const first = blocks.findIndex((block) => !isRule(block));
  const last = blocks.findLastIndex((block) => !isRule(block));
  return blocks.slice(first, last + 1).filter((block, at, all) => !(isRule(block) && isRule(all[at - 1])));
};

/** The headings with nothing left up to the next one: they head nothing. The title is not one of them. */
const emptySections = (blocks: readonly BlockNode[], leftOut: ReadonlySet<BlockNode>): readonly BlockNode[] =>
  blocks.filter((block, index) => {
    if (block.type !== 'heading' || block.attrs.level === 1) return false;
    const next = blocks.findIndex((other, at) => at > index && other.type === 'heading');
    const section = blocks.slice(index + 1, next === -1 ? undefined : next);
    return section.length > 0 && section.every((each) => leftOut.has(each));
  });

/** The content of `root`; null if none of it is visible. */
export const readBody = (root: Element): ReadBody | null => {
  const offered: Offered = { blocks: new Set(), waiting: [] };
  const blocks = blocksInside(root, { marks: [], whiteSpace: 'collapse', depth: -1, offered });
  const content = trimRules([...blocks, ...offered.waiting]);
  if (content.every(({ type }) => type === 'horizontalRule')) return null;
  for (const heading of emptySections(content, offered.blocks)) offered.blocks.add(heading);
  const leftOut = content.flatMap((block, index) => (offered.blocks.has(block) ? [index] : []));
  return { body: { type: 'doc', content }, leftOut: leftOut.length === content.length ? [] : leftOut };
};

/** The body of everything inside `root`, for documents without furniture. */
export const bodyFromDom = (root: Element): Body | null => readBody(root)?.body ?? null;
