import { createHash } from 'node:crypto';
import { z } from 'zod';
import { foundMetadataSchema } from '#domain/article/article.ts';
import { MAX_OFFERED } from '#domain/article/attachment.ts';
import { bodySchema } from '#domain/article/body/body.ts';
import { holdsText } from '#domain/article/draft/holds-text.ts';
import { importRemarksSchema, MAX_ATTACHMENT_NAME_LENGTH } from '#domain/article/draft/import-remarks.ts';
import { keptPictures } from '#domain/article/pictures/pictures-in-text.ts';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import {
  type ArticlePicture,
  type AttachedPart,
  type ParsedArticle,
  parseFailures,
} from '#domain/contract/importer-bridge.ts';
import { MAX_MARKS, pdfMarkSchema } from '#domain/passage/marks/pdf-mark.ts';
import { storedPictureSchema } from '#domain/picture/stored-picture.ts';
import { err, type Result } from '#domain/result.ts';
import { isPictureOf } from './check-drawn.ts';

/** Longer than the body, with pictures, of any text that is small enough to be imported. */
const MAX_ANSWER_LENGTH = 300 * 1024 * 1024;
const MAX_PICTURES = 1000;

const pictureSchema = storedPictureSchema.extend({ base64: z.string() });

const parsedSchema = z
  .strictObject({
    body: bodySchema,
    leftOut: z.array(z.int().min(0)).optional(),
    hidden: z
      .array(z.strictObject({ words: z.int().min(1), beginning: z.string().max(100) }))
      .max(20)
      .optional(),
    remarks: importRemarksSchema.optional(),
    found: foundMetadataSchema,
    marks: z.array(pdfMarkSchema).max(MAX_MARKS).optional(),
    pictures: z.array(pictureSchema).max(MAX_PICTURES).optional(),
  })
  .refine(holdsText);

const answerSchema = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    value: parsedSchema,
  }),
  z.strictObject({ ok: z.literal(false), error: z.enum(parseFailures) }),
]);

const isItself = (picture: ArticlePicture): boolean =>
  isPictureOf(picture) &&
  createHash('sha256').update(Buffer.from(picture.base64, 'base64')).digest('hex') === picture.sha256;

/**
 * Whether the pictures of a text match its data: each has the declared hash, format and size, and each that the text
 * names is present.
 */
const hasItsPictures = ({ body, pictures = [] }: Pick<ParsedArticle, 'body' | 'pictures'>): boolean => {
  const bySha256 = new Map(pictures.map((picture) => [picture.sha256, picture]));
  const isThere = keptPictures(body).every(({ sha256, format, width, height }) => {
    const there = bySha256.get(sha256);
    return there?.format === format && there.width === width && there.height === height;
  });
  return isThere && bySha256.size === pictures.length && pictures.every(isItself);
};

/**
 * Validates the answer of the importer's page, which is trusted only as far as it fits the schemas of the domain.
 * Anything else (no JSON, another shape, nesting that exhausts the stack) counts as the answer of a crashed page.
 */
export const checkAnswer = (answer: unknown): Result<ParsedArticle, ImportFailure> => {
  if (typeof answer !== 'string' || answer.length > MAX_ANSWER_LENGTH) return err('importer-crashed');
  try {
    const read = answerSchema.parse(JSON.parse(answer));
    if (read.ok && !hasItsPictures(read.value)) return err('importer-crashed');
    return read;
  } catch {
    return err('importer-crashed');
  }
};

const attachedName = z.string().max(MAX_ATTACHMENT_NAME_LENGTH);

const attachedPart = z.strictObject({
  name: attachedName.min(1),
  fileName: attachedName.nullable(),
  base64: z.string().nullable(),
});

const attachmentsSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.array(attachedPart).max(MAX_OFFERED) }),
  z.strictObject({ ok: z.literal(false), error: z.enum(parseFailures) }),
]);

/**
 * Validates the page's list of an e-mail's attachments: see checkAnswer. More than any e-mail that is small enough to
 * be imported can contain is an invalid answer.
 */
export const checkAttachments = (answer: unknown): Result<readonly AttachedPart[], ImportFailure> => {
  if (typeof answer !== 'string' || answer.length > MAX_ANSWER_LENGTH) return err('importer-crashed');
  try {
    return attachmentsSchema.parse(JSON.parse(answer));
  } catch {
    return err('importer-crashed');
  }
};
