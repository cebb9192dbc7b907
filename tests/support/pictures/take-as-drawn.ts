import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readPictureHead } from '#domain/picture/picture-head.ts';
import { err, ok } from '#domain/result.ts';
import type { FigureReader, ReadFigure } from '#electron/ports/importer.ts';
import { makePng } from './make-png.ts';

const take = (file: string, bytes: Uint8Array): ReadFigure => {
  const head = readPictureHead(bytes);
  if (head === null) return err({ code: 'figure-unusable', file, why: 'no-picture' });
  const { mediaType, width, height } = head;
  return ok({ format: mediaType === 'image/jpeg' ? 'jpg' : 'png', width, height, bytes });
};

/** Accepts pictures as if the page had re-encoded them: tests of later steps need no page. */
export const takeAsDrawn: FigureReader = {
  read: async (path) => ok({ fileName: basename(path), bytes: await readFile(path) }),
  // A crop is another picture with its size.
  draw: async (fileName, bytes, cut) => take(fileName, cut === undefined ? bytes : makePng(cut.w, cut.h)),
};
