import { z } from 'zod';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import { parseFailures } from '#domain/contract/importer-bridge.ts';
import { type Brought, broughtSchema } from '#domain/exchange/brought.ts';
import { err, type Result } from '#domain/result.ts';

/** More than the answer to any export that is small enough to be read. */
const MAX_ANSWER_LENGTH = 512 * 1024 ** 2;

const answerSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: broughtSchema }),
  z.strictObject({ ok: z.literal(false), error: z.enum([...parseFailures, 'not-of-tool']) }),
]);

/** What the importer's page answers to an export, believed only so far as the schema goes: see checkAnswer. */
export const checkExport = (answer: unknown): Result<Brought, ImportFailure | 'not-of-tool'> => {
  if (typeof answer !== 'string' || answer.length > MAX_ANSWER_LENGTH) return err('importer-crashed');
  try {
    return answerSchema.parse(JSON.parse(answer));
  } catch {
    return err('importer-crashed');
  }
};
