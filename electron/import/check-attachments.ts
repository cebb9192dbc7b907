import { z } from 'zod';
import { MAX_OFFERED } from '#domain/article/attachment.ts';
import { MAX_ATTACHMENT_NAME_LENGTH } from '#domain/article/draft/import-remarks.ts';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import { type AttachedPart, parseFailures } from '#domain/contract/importer-bridge.ts';
import { err, type Result } from '#domain/result.ts';

/** More than what is attached to any mail that is small enough to be imported. */
const MAX_ANSWER_LENGTH = 300 * 1024 ** 2;

const name = z.string().max(MAX_ATTACHMENT_NAME_LENGTH);

const answerSchema = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    value: z
      .array(z.strictObject({ name: name.min(1), fileName: name.nullable(), base64: z.string().nullable() }))
      .max(MAX_OFFERED),
  }),
  z.strictObject({ ok: z.literal(false), error: z.enum(parseFailures) }),
]);

/** What the importer's page says is attached to a mail, believed only so far as the schema goes: see checkAnswer. */
export const checkAttachments = (answer: unknown): Result<readonly AttachedPart[], ImportFailure> => {
  if (typeof answer !== 'string' || answer.length > MAX_ANSWER_LENGTH) return err('importer-crashed');
  try {
    return answerSchema.parse(JSON.parse(answer));
  } catch {
    return err('importer-crashed');
  }
};
