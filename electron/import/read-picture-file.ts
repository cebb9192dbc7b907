import { basename } from 'node:path';
import type { ChosenPicture } from '#domain/contract/form.ts';
import { logoTypeOf, MAX_LOGO_BYTES } from '#domain/memo/form/logo.ts';
import { isSvg } from '#domain/picture/is-svg.ts';
import { err, ok } from '#domain/result.ts';
import type { ReadPictureFile } from '#electron/ports/picture-file.ts';
import { readOriginal } from './read-original.ts';

const mediaTypeOf = (bytes: Uint8Array, base64: string): ChosenPicture['mediaType'] | null =>
  logoTypeOf(base64) ?? (isSvg(new TextDecoder().decode(bytes)) ? 'image/svg+xml' : null);

/** A picture by its own bytes, whatever its file is called. */
export const readPictureFile: ReadPictureFile = async (path) => {
  const fileName = basename(path);
  const read = await readOriginal(path, MAX_LOGO_BYTES);
  if (!read.ok) {
    if (read.error === 'file-too-large') {
      return err({ code: 'picture-unusable', file: fileName, why: 'too-large' });
    }
    return err({ code: read.error });
  }
  const base64 = Buffer.from(read.value).toString('base64');
  const mediaType = mediaTypeOf(read.value, base64);
  if (mediaType === null) return err({ code: 'picture-unusable', file: fileName, why: 'no-picture' });
  return ok({ fileName, mediaType, base64 });
};
