/** Slides of any program as one article: the text of each in order, with the slide number as the page of a citation. */
import type { FoundMetadata } from '#domain/article/article.ts';
import type { BlockNode, InlineNode } from '#domain/article/body/body.ts';
import { foundRemarks } from '#domain/article/draft/import-remarks.ts';
import type { PagePlace } from '#domain/article/pages.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { titleOfBody } from '../metadata/title-of-body.ts';
import { articleFromMarkup } from './article-from-markup.ts';

export type Slide = {
  /** Its text and its speaker notes, as HTML. */
  readonly markup: string;
  readonly isHidden: boolean;
  readonly hasNotes: boolean;
  /** Content that is not read, such as charts. */
  readonly unread: number;
};

/** The title of the first slide is that of the presentation. */
export type TitleTag = 'h1' | 'h2';
export const titleTagOf = (index: number): TitleTag => (index === 0 ? 'h1' : 'h2');

/** The title of a slide as HTML, from HTML lines; empty without any. */
export const titleMarkup = (tag: TitleTag, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `<${tag}>${lines.join('<br>')}</${tag}>`;

/** The speaker notes as HTML, which were not shown; empty if there are none. */
export const notesAsQuotation = (words: string): string =>
  words === '' ? '' : `<blockquote>${words}</blockquote>`;

const onPlace = (node: InlineNode, attrs: PagePlace): InlineNode => ({
  ...node,
  marks: [{ type: 'page', attrs }, ...(node.marks ?? [])],
});

/** The block with the slide of each of its texts. */
const onSlide = (block: BlockNode, place: PagePlace): BlockNode => {
  if (!('content' in block) || block.content === undefined) return block;
  const isText = block.type === 'paragraph' || block.type === 'heading' || block.type === 'codeBlock';
  const content = isText
    ? (block.content as readonly InlineNode[]).map((node) => onPlace(node, place))
    : (block.content as readonly BlockNode[]).map((inner) => onSlide(inner, place));
  return { ...block, content } as BlockNode;
};

/** The whole slide: the position of a word on it is unknown. */
const placeOf = (index: number): PagePlace => ({ index, label: null, box: [0, 0, 10_000, 10_000] });

const blocksOf = (slide: Slide, index: number): readonly BlockNode[] => {
  const parsed = slide.markup === '' ? null : articleFromMarkup(slide.markup, {});
  return parsed === null ? [] : parsed.body.content.map((block) => onSlide(block, placeOf(index)));
};

type Read = { readonly blocks: BlockNode[]; readonly leftOut: readonly number[] };

/** The text of all slides; hidden ones start out left out, unless there are no others. */
const bodyOfSlides = (slides: readonly (Slide | null)[]): Read => {
  const all = slides.flatMap((slide, at) =>
    slide === null ? [] : blocksOf(slide, at + 1).map((block) => ({ block, isHidden: slide.isHidden })),
  );
  const leftOut = all.flatMap(({ isHidden }, at) => (isHidden ? [at] : []));
  return {
    blocks: all.map(({ block }) => block),
    leftOut: leftOut.length === all.length ? [] : leftOut,
  };
};

/**
 * The article of all `slides`, null for an unreadable one, in presentation order; null if none has text. `comments` is
 * their number.
 */
export const articleOfSlides = (
  slides: readonly (Slide | null)[],
  found: FoundMetadata,
  comments: number,
): ParsedArticle | null => {
  const { blocks, leftOut } = bodyOfSlides(slides);
  if (blocks.length === 0) return null;
  const body = { type: 'doc', content: blocks } as const;
  const there = slides.filter((slide) => slide !== null);
  return {
    body,
    leftOut,
    found: { ...found, ...titleOfBody(body) },
    remarks: foundRemarks([
      { kind: 'hidden-parts', what: 'slide', count: there.filter(({ isHidden }) => isHidden).length },
      { kind: 'speaker-notes', count: there.filter(({ hasNotes }) => hasNotes).length },
      { kind: 'comments', count: comments },
      {
        kind: 'parts-unreadable',
        count: slides.length - there.length + there.reduce((sum, { unread }) => sum + unread, 0),
      },
    ]),
  };
};
