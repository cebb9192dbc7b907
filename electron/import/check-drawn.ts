import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import { type DrawMarksRequest, type DrawnPicture, parseFailures } from '#domain/contract/importer-bridge.ts';
import { type FigureFailure, figureFailures } from '#domain/contract/memo-figure.ts';
import { sha256Schema } from '#domain/ids.ts';
import { logoTypeOf } from '#domain/memo/form/logo.ts';
import { pictureSize } from '#domain/memo/form/picture-size.ts';
import { type DrawnMark, drawnMarkSchema } from '#domain/passage/marks/mark-region.ts';
import type { PdfMark } from '#domain/passage/marks/pdf-mark.ts';
import { isWithin } from '#domain/passage/region/rectangle.ts';
import { MAX_PICTURE_BYTES, mediaTypeOf, storedPictureSchema } from '#domain/picture/stored-picture.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { DrawnFigure } from '#electron/ports/importer.ts';

const drawnSchema = storedPictureSchema.omit({ sha256: true }).extend({ base64: z.string() });
const answerSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: drawnSchema }),
  z.strictObject({ ok: z.literal(false), error: z.enum(figureFailures) }),
]);

const MAX_BASE64_LENGTH = Math.ceil(MAX_PICTURE_BYTES / 3) * 4;

/** Whether a picture matches its declaration: its bytes have the format and the size. */
export const isPictureOf = ({ format, width, height, base64 }: DrawnPicture): boolean => {
  if (base64.length > MAX_BASE64_LENGTH || !/^[A-Za-z0-9+/]+={0,2}$/u.test(base64)) return false;
  const mediaType = mediaTypeOf[format];
  const size = logoTypeOf(base64) === mediaType ? pictureSize(mediaType, base64) : null;
  return size !== null && size.width === width && size.height === height;
};

/** Longer than any valid answer. */
const MAX_ANSWER_LENGTH = 2 * MAX_PICTURE_BYTES;

/** Validates a picture drawn by the page: its bytes must have the format and size that the page declares. */
export const checkDrawn = (answer: unknown): Result<DrawnFigure, FigureFailure> => {
  if (typeof answer !== 'string' || answer.length > MAX_ANSWER_LENGTH) return err('not-drawn');
  try {
    const read = answerSchema.parse(JSON.parse(answer));
    if (!read.ok) return read;
    const { format, width, height, base64 } = read.value;
    if (!isPictureOf(read.value)) return err('not-drawn');
    return ok({ format, width, height, bytes: Buffer.from(base64, 'base64') });
  } catch {
    return err('not-drawn');
  }
};

const marksSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.array(drawnMarkSchema(drawnSchema).nullable()) }),
  z.strictObject({ ok: z.literal(false), error: z.enum(parseFailures) }),
]);

/** A drawn mark, if its page is that of the mark, the rectangle is within the page and the picture is valid. */
const drawnMarkOf = (
  drawn: z.infer<ReturnType<typeof drawnMarkSchema<typeof drawnSchema>>> | null | undefined,
  { page: number }: PdfMark,
  at: number,
): DrawnMark | null => {
  if (drawn === null || drawn === undefined) return null;
  const { page, viewrect, picture } = drawn;
  if (page.number !== number || !isWithin(viewrect, page) || !isPictureOf(picture)) return null;
  const { base64, ...size } = picture;
  const bytes = Buffer.from(base64, 'base64');
  const sha256 = sha256Schema.parse(createHash('sha256').update(bytes).digest('hex'));
  return { at, page, viewrect, picture: { ...size, sha256 }, bytes };
};

/**
 * Validates the marks that the page has drawn so far: their pictures and their places. `at` is the index in `marks`.
 */
export const checkDrawnMarks =
  ({ marks }: DrawMarksRequest) =>
  (answer: unknown): Result<readonly (DrawnMark | null)[], ImportFailure> => {
    if (typeof answer !== 'string') return err('importer-crashed');
    try {
      const read = marksSchema.parse(JSON.parse(answer));
      if (!read.ok) return read;
      const reached = marks.slice(0, read.value.length);
      return ok(reached.map((mark, at) => drawnMarkOf(read.value[at], mark, at)));
    } catch {
      return err('importer-crashed');
    }
  };
