/** Figures of written memos, and their pictures. */
import { createHash } from 'node:crypto';
import type { Sha256 } from '#domain/ids.ts';
import type { FigureAttrs } from '#domain/memo/figure/figure.ts';
import type { MemoFigure } from '#domain/memo/memo-content.ts';
import { makePng } from './make-png.ts';

export type WrittenPicture = {
  readonly bytes: Buffer;
  readonly sha256: Sha256;
  readonly width: number;
  readonly height: number;
};

export const hashOf = (bytes: Uint8Array): Sha256 =>
  createHash('sha256').update(bytes).digest('hex') as Sha256;

export const writePicture = (width = 640, height = 400): WrittenPicture => {
  const bytes = makePng(width, height);
  return { bytes, sha256: hashOf(bytes), width, height };
};

/** A figure of a picture, with its caption as description. */
export const figureOf = (
  { sha256, width, height }: WrittenPicture,
  attrs: Partial<FigureAttrs> = {},
): MemoFigure => ({
  type: 'figure',
  attrs: {
    ...{ sha256, format: 'png', width, height, size: 'text' },
    alt: 'Six bands and a red diagonal',
    caption: 'Calls at Vostochny, by month',
    source: 'Harbour register, April 2024',
    ...attrs,
  },
});

/** The pictures of a document, as in an export. */
export const picturesOf = (...pictures: readonly WrittenPicture[]): Readonly<Record<string, string>> =>
  Object.fromEntries(pictures.map(({ sha256, bytes }) => [sha256, bytes.toString('base64')]));
