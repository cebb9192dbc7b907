import type { PictureName } from '../../picture/stored-picture.ts';
import type { MemoContent, MemoFigure } from '../memo-content.ts';
import type { FigureAttrs } from './figure.ts';

/** The figures of a memo in reading order: the first is figure 1. */
export const listFigures = (content: MemoContent): readonly MemoFigure[] =>
  content.content.flatMap((section) =>
    section.content.flatMap((block) => (block.type === 'figure' ? block : [])),
  );

/** The pictures that a figure needs: the one that it shows and, of a cropped one, the whole. */
export const picturesOfFigure = ({ sha256, format, croppedFrom }: FigureAttrs): readonly PictureName[] => [
  { sha256, format },
  ...(croppedFrom === undefined ? [] : [{ sha256: croppedFrom.sha256, format: croppedFrom.format }]),
];
