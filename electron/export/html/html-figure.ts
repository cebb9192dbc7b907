/** A figure as HTML: its picture within the page, or words where there is none. */

import { fitFigure } from '#domain/memo/document/fit-figure.ts';
import {
  type FigureSource,
  figureAlt,
  figureCaption,
  figureInWords,
  figureSource,
  pictureMissing,
} from '#domain/memo/document/print-figure.ts';
import type { FigureBlock, MemoDocument } from '#domain/memo/memo-document.ts';
import { printedWords } from '#domain/memo/print/printed-words.ts';
import { mediaTypeOf } from '#domain/picture/stored-picture.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { element, said } from './html-element.ts';
import { pinpointsToHtml } from './html-runs.ts';

/** The pictures by their hashes; null where none can be shown, as in an e-mail. */
export type HtmlPictures = MemoDocument['pictures'] | null;

/** The measure of the sheet: 49 rem less its padding, at 96 pixels to the inch. */
const TEXT_WIDTH_MM = 178;

const sourceToHtml = ({ before, pinpoint, after }: FigureSource): string => {
  const link = pinpoint === null ? '' : `&nbsp;${pinpointsToHtml([pinpoint])}`;
  return `<br>${element('b', said, printedWords.figure.source)} ${escapeHtml(before)}${link}${escapeHtml(after)}`;
};

const captionOf = (block: FigureBlock): string => {
  const { lead, text } = figureCaption(block);
  const source = figureSource(block);
  return element(
    'figcaption',
    {},
    `${element('b', said, lead)}${text === '' ? '' : ` ${escapeHtml(text)}`}${source === null ? '' : sourceToHtml(source)}`,
  );
};

const pictureToHtml = (block: FigureBlock, base64: string | undefined): string => {
  if (base64 === undefined) return element('p', {}, element('b', {}, pictureMissing(block)));
  const { widthMm } = fitFigure(block, TEXT_WIDTH_MM);
  const { format, width, height } = block.picture;
  const src = `data:${mediaTypeOf[format]};base64,${base64}`;
  // Browsers scale the height with the width, where the page is narrower.
  return `<img src="${src}" alt="${escapeHtml(figureAlt(block))}" width="${width}" height="${height}" style="width:${widthMm}mm">`;
};

export const figureToHtml = (block: FigureBlock, pictures: HtmlPictures): string =>
  pictures === null
    ? figureInWords(block)
        .map((line) => element('p', {}, escapeHtml(line)))
        .join('')
    : element(
        'figure',
        { class: 'picture' },
        pictureToHtml(block, pictures[block.picture.sha256]) + captionOf(block),
      );
