import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readPictureHead } from '#domain/picture/picture-head.ts';
import { err, ok } from '#domain/result.ts';
import type { FigureReader, ReadFigure } from '#electron/ports/picture-file.ts';

const take = (file: string, bytes: Uint8Array): ReadFigure => {
  const head = readPictureHead(bytes);
  if (head === null) return err({ code: 'figure-unusable', file, why: 'no-picture' });
  const { mediaType, width, height } = head;
  return ok({ format: mediaType === 'image/jpeg' ? 'jpg' : 'png', width, height, bytes });
};

/** Takes pictures as if the page had drawn them so: tests of what is done with them need no page. */
export const takeAsDrawn: FigureReader = {
  read: async (path) => ok({ fileName: basename(path), bytes: await readFile(path) }),
  draw: async (fileName, bytes) => take(fileName, bytes),
};
