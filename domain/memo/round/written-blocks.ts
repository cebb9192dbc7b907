/**
 * The blocks of a memo that hold words, as they are written: what a remark stands on. A block is known by its place in
 * reading order, from 0, whatever it stands in; a place in it by a field and an offset.
 *
 *   section                        heading
 *   paragraph, heading             text
 *   judgement                      text, confidenceReason, assumptions, wouldChange
 *   quotation                      text: one OBJECT, which stands for all of its words
 *   figure                         text: one OBJECT, the picture; alt, caption, source
 *   table                          caption, source; its cells' paragraphs follow as blocks of their own
 *
 * Offsets are UTF-16. Each citation, footnote and line break counts as one OBJECT, so that an offset in a text is an
 * offset in the node of ProseMirror too.
 */
import type {
  MemoBlock,
  MemoContent,
  MemoFigure,
  MemoHeading,
  MemoInline,
  MemoJudgement,
  MemoParagraph,
  MemoQuotation,
  MemoSection,
  MemoTable,
} from '../memo-content.ts';

/** Represents an object that is not a letter: U+FFFC, OBJECT REPLACEMENT CHARACTER. */
export const OBJECT = '\uFFFC';

export const writtenFields = [
  'text',
  'heading',
  'confidenceReason',
  'assumptions',
  'wouldChange',
  'caption',
  'source',
  'alt',
] as const;
export type WrittenField = (typeof writtenFields)[number];

export type WrittenText = { readonly field: WrittenField; readonly text: string };

export type WrittenNode =
  | MemoSection
  | MemoParagraph
  | MemoHeading
  | MemoFigure
  | MemoJudgement
  | MemoQuotation
  | MemoTable;

export type WrittenBlock = {
  /** From 0, in reading order. */
  readonly block: number;
  readonly node: WrittenNode;
  /** The path of the node: from the document on, its index in each `content`. */
  readonly path: readonly number[];
  /** Its texts, in the order of the table above; empty ones too. */
  readonly texts: readonly WrittenText[];
};

type Found = Omit<WrittenBlock, 'block'>;

const letters = (node: MemoInline): string => (node.type === 'text' ? node.text : OBJECT);

/** The words of inline content, in which everything that is not a letter counts as one OBJECT. */
export const writtenText = (inline: readonly MemoInline[] = []): string => inline.map(letters).join('');

const textsOf = (node: WrittenNode): readonly WrittenText[] => {
  const from = (entries: Partial<Record<WrittenField, string>>): readonly WrittenText[] =>
    writtenFields.flatMap((field) => {
      const text = entries[field];
      return text === undefined ? [] : [{ field, text }];
    });
  switch (node.type) {
    case 'section':
      return from({ heading: node.attrs.heading });
    case 'paragraph':
    case 'heading':
      return from({ text: writtenText(node.content) });
    case 'judgement': {
      const { confidenceReason, assumptions, wouldChange } = node.attrs;
      return from({ text: writtenText(node.content), confidenceReason, assumptions, wouldChange });
    }
    case 'quotation':
      return from({ text: OBJECT });
    case 'figure': {
      const { alt, caption, source } = node.attrs;
      return from({ text: OBJECT, alt, caption, source });
    }
    case 'table':
      return from({ caption: node.attrs?.caption ?? '', source: node.attrs?.source ?? '' });
  }
};

const found = (node: WrittenNode, path: readonly number[]): Found => ({ node, path, texts: textsOf(node) });

const blocksIn = (block: MemoBlock, path: readonly number[]): readonly Found[] => {
  switch (block.type) {
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap(({ content }, item) =>
        content.flatMap((each, at) => blocksIn(each, [...path, item, at])),
      );
    case 'table':
      return [
        found(block, path),
        ...block.content.flatMap((row, rowAt) =>
          row.content.flatMap((cell, cellAt) =>
            cell.content.flatMap((each, at) => blocksIn(each, [...path, rowAt, cellAt, at])),
          ),
        ),
      ];
    case 'ownQuotation':
      return block.content.flatMap((each, at) => blocksIn(each, [...path, at]));
    // It holds no words.
    case 'pageBreak':
      return [];
    default:
      return [found(block, path)];
  }
};

/** The blocks of a memo that hold words, in reading order. */
export const writtenBlocks = (content: MemoContent): readonly WrittenBlock[] =>
  content.content
    .flatMap((section, at) => [
      found(section, [at]),
      ...section.content.flatMap((block, within) => blocksIn(block, [at, within])),
    ])
    .map((each, block) => ({ ...each, block }));

/** One text of a block; null where it has none of that name. */
export const textOf = ({ texts }: WrittenBlock, field: WrittenField): string | null =>
  texts.find((each) => each.field === field)?.text ?? null;

/** The inline content from `start` to `end` (excluded) of its text: text nodes are cut, nothing else is altered. */
export const inlineBetween = (
  inline: readonly MemoInline[],
  start: number,
  end: number,
): readonly MemoInline[] => {
  const parts: MemoInline[] = [];
  let at = 0;
  for (const node of inline) {
    const length = letters(node).length;
    const from = Math.max(0, start - at);
    const to = Math.min(length, end - at);
    if (from < to) parts.push(node.type === 'text' ? { ...node, text: node.text.slice(from, to) } : node);
    at += length;
  }
  return parts;
};

const keyOfMarks = (node: MemoInline): string => JSON.stringify(node.marks ?? []);

/** Inline content as an editor would write it: words of the same marks are one node. */
export const joinTexts = (inline: readonly MemoInline[]): readonly MemoInline[] => {
  const parts: MemoInline[] = [];
  for (const node of inline) {
    const last = parts.at(-1);
    const isOne = last?.type === 'text' && node.type === 'text' && keyOfMarks(last) === keyOfMarks(node);
    if (isOne) parts.splice(-1, 1, { ...last, text: last.text + node.text });
    else parts.push(node);
  }
  return parts;
};
