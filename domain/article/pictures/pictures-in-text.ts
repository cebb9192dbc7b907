/**
 * Where stored pictures are in a text, and the words that the original gives each. Offsets are UTF-16 of the
 * canonical text.
 */
import type { BlockNode, Body, InlineNode, PictureNode } from '../body/body.ts';
import { type TextBlockSpan, textBlockSpans, textBlockText } from '../body/canonical-text.ts';
import { SCANNED_PAGE } from '../machine/machine-ranges.ts';

export type PictureInText = {
  readonly attrs: PictureNode['attrs'];
  /** Of its one character. */
  readonly offset: number;
  /** Empty where it has none. */
  readonly caption: string;
};

const lengthOf = (node: InlineNode): number => (node.type === 'text' ? node.text.length : 1);

const isCaption = (span: TextBlockSpan | undefined): span is TextBlockSpan =>
  span?.block.content?.some(
    ({ type, marks }) => type === 'text' && marks?.some((mark) => mark.type === 'caption') === true,
  ) === true;

/** A caption is below its picture, otherwise above it. */
const captionBeside = (spans: readonly TextBlockSpan[], at: number): string => {
  const caption = [spans[at], spans[at + 1], spans[at - 1]].find(isCaption);
  return caption === undefined ? '' : textBlockText(caption.block).replaceAll('\uFFFC', '').trim();
};

/** The kept pictures of a text in its order. */
export const picturesInText = (spans: readonly TextBlockSpan[]): readonly PictureInText[] =>
  spans.flatMap(({ block, start }, at) => {
    let offset = start;
    const found: PictureInText[] = [];
    for (const node of block.content ?? []) {
      if (node.type === 'picture')
        found.push({ attrs: node.attrs, offset, caption: captionBeside(spans, at) });
      offset += lengthOf(node);
    }
    return found;
  });

/**
 * The attributes of the stored pictures in a body, in the order of the text; one that occurs twice is listed
 * twice.
 */
export const keptPictures = (body: Body): readonly PictureNode['attrs'][] =>
  picturesInText(textBlockSpans(body)).map(({ attrs }) => attrs);

const isFigure = (block: BlockNode): boolean => {
  if (block.type !== 'paragraph' || block.content?.length !== 1) return false;
  const [only] = block.content;
  return only?.type === 'picture' || (only?.type === 'image' && only.attrs.alt !== SCANNED_PAGE);
};

/**
 * `body` without its paragraphs that consist of a picture and are not pages waiting to be read: the form in which
 * a PDF was read before its figures were. Null where it has none, or nothing else.
 */
export const withoutFigures = (body: Body): Body | null => {
  const content = body.content.filter((block) => !isFigure(block));
  return content.length === body.content.length || content.length === 0 ? null : { ...body, content };
};
