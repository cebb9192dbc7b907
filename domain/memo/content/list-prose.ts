import type { Citation, MemoBlock, MemoContent, MemoInline } from '../memo-content.ts';

/** The analyst's own words of one block of text; the quotes of a citation are not among them. */
export type Prose = {
  readonly text: string;
  readonly inline: readonly MemoInline[];
  /** The citations of the block of which a footnote is a part, for its own are none; else empty. */
  readonly citedAround: readonly Citation[];
  /** The judgement of which it is the statement, else null. */
  readonly judgement: Extract<MemoBlock, { type: 'judgement' }> | null;
};

/** The own words in inline content: a citation counts as a space, a footnote stands apart. */
export const inlineText = (inline: readonly MemoInline[]): string =>
  inline.map((node) => (node.type === 'text' ? node.text : ' ')).join('');

const footnotesOf = (inline: readonly MemoInline[]): readonly Prose[] => {
  const citedAround = inline.flatMap((node) => (node.type === 'citation' ? [node.attrs] : []));
  return inline.flatMap((node) => {
    if (node.type !== 'footnote') return [];
    const { text } = node.attrs;
    return [{ text, inline: [{ type: 'text' as const, text }], citedAround, judgement: null }];
  });
};

const ownWords = (text: string): readonly Prose[] =>
  text.trim() === ''
    ? []
    : [{ text, inline: [{ type: 'text' as const, text }], citedAround: [], judgement: null }];

const proseOf = (block: MemoBlock): readonly Prose[] => {
  switch (block.type) {
    case 'paragraph':
    case 'judgement': {
      const inline = block.content ?? [];
      const judgement = block.type === 'judgement' ? block : null;
      return [{ text: inlineText(inline), inline, citedAround: [], judgement }, ...footnotesOf(inline)];
    }
    // As that of a section: it names what is said, and says nothing.
    case 'heading':
    case 'quotation':
      return [];
    case 'figure':
      return [block.attrs.alt, block.attrs.caption, block.attrs.source].flatMap(ownWords);
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap(proseOf));
    case 'table':
      return [
        ...[block.attrs?.caption ?? '', block.attrs?.source ?? ''].flatMap(ownWords),
        ...block.content.flatMap((row) => row.content.flatMap((cell) => cell.content.flatMap(proseOf))),
      ];
  }
};

/** Everything that the analyst wrote, block by block in reading order, without what stands beside a judgement. */
export const listProse = (content: MemoContent): readonly Prose[] =>
  content.content.flatMap((section) => section.content.flatMap(proseOf));
