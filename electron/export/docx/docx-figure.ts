/** A figure in Word: its picture with the words that stand for it, and below it caption and source, kept together. */

import { ImageRun, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { fitFigure } from '#domain/memo/document/fit-figure.ts';
import {
  type FigureSource,
  figureAlt,
  figureCaption,
  figureSource,
  pictureMissing,
} from '#domain/memo/document/print-figure.ts';
import type { FigureBlock } from '#domain/memo/memo-document.ts';
import { printedWords } from '#domain/memo/print/printed-words.ts';
import { mm, pixels } from './docx-look.ts';
import { pinpointsToDocx, saidRun } from './docx-runs.ts';
import type { DocxScope } from './docx-scope.ts';
import { styleIds } from './docx-styles.ts';

const pictureToDocx = (block: FigureBlock, { picture, textWidth }: DocxScope): ParagraphChild => {
  const data = picture(block.picture.sha256);
  if (data === null) return new TextRun({ text: pictureMissing(block), bold: true });
  const { widthMm, heightMm } = fitFigure(block, textWidth / mm(1));
  return new ImageRun({
    type: block.picture.format,
    data,
    transformation: { width: pixels(widthMm), height: pixels(heightMm) },
    altText: { name: `${printedWords.figure.figure} ${block.number}`, description: figureAlt(block) },
  });
};

const sourceToDocx = ({ before, pinpoint, after }: FigureSource): Paragraph =>
  new Paragraph({
    style: styleIds.figureSource,
    children: [
      saidRun(printedWords.figure.source, { bold: true }),
      new TextRun(` ${before}`),
      ...(pinpoint === null ? [] : pinpointsToDocx([pinpoint])),
      ...(after === '' ? [] : [new TextRun(after)]),
    ],
  });

export const figureToDocx = (block: FigureBlock, scope: DocxScope): readonly Paragraph[] => {
  const { lead, text } = figureCaption(block);
  const source = figureSource(block);
  const caption = new Paragraph({
    style: styleIds.caption,
    keepNext: source !== null,
    ...(source === null ? {} : { spacing: { after: 0 } }),
    children: [saidRun(lead, { bold: true }), ...(text === '' ? [] : [new TextRun(` ${text}`)])],
  });
  return [
    new Paragraph({ style: styleIds.figure, children: [pictureToDocx(block, scope)] }),
    caption,
    ...(source === null ? [] : [sourceToDocx(source)]),
  ];
};
