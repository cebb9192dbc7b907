import { fitFigure } from '#domain/memo/document/fit-figure.ts';
import {
  type FigureSource,
  figureAlt,
  figureSource,
  pictureMissing,
} from '#domain/memo/document/print-figure.ts';
import type { FigureBlock, MemoDocument } from '#domain/memo/memo-document.ts';
import type { PrintedWords } from '#domain/memo/print/printed-words.ts';
import type { PictureName } from '#domain/picture/stored-picture.ts';
import { keepDays } from '../../keep-dates.ts';

/** The measure of the text, on A4 and on Letter: see resources/templates/tokens.typ. */
const TEXT_WIDTH_MM = 122;

export type PaperFigure = {
  readonly kind: 'figure';
  readonly anchor?: string;
  readonly number: number;
  /** Null if its picture is missing: `missing` is then printed instead. */
  readonly picture: { readonly file: string; readonly widthMm: number; readonly heightMm: number } | null;
  readonly missing: string;
  readonly alt: string;
  readonly caption: string;
  /** Null where nothing is said of it. */
  readonly source: FigureSource | null;
};

/** The file name of a picture, which is in the folder of the templates during the compilation. */
export const pictureFileOf = ({ sha256, format }: PictureName): string => `picture-${sha256}.${format}`;

/** A figure prepared for paper, its picture with its size. */
export const layFigure = (
  block: FigureBlock,
  { pictures, words }: { readonly pictures: MemoDocument['pictures']; readonly words: PrintedWords },
): PaperFigure => {
  const { number, picture, caption } = block;
  return {
    kind: 'figure',
    ...(block.anchor === undefined ? {} : { anchor: block.anchor }),
    number,
    picture:
      pictures[picture.sha256] === undefined
        ? null
        : { file: pictureFileOf(picture), ...fitFigure(block, TEXT_WIDTH_MM) },
    missing: pictureMissing(block, words),
    alt: figureAlt(block, words),
    caption: keepDays(caption, words),
    source: figureSource(block, words),
  };
};
