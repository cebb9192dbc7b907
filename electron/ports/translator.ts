/** The analyst's own translation program: it reads a text and writes one. Precis includes no model. */
import { z } from 'zod';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';
import { languageSchema } from '#domain/translation/translation.ts';

/** The arguments of the program: `{from}` and `{to}` stand for the codes of the two languages. */
export const USUAL_ARGUMENTS = '{from} {to}';
/** A model may take a while to load. */
const USUAL_LIMIT_SECONDS = 120;

/** How the program is run; data saved before these options existed get the defaults. */
const runOfProgramSchema = z.strictObject({
  arguments: z.string().trim().max(1000).default(USUAL_ARGUMENTS),
  /** For one paragraph. */
  limitSeconds: z.int().min(1).max(3600).default(USUAL_LIMIT_SECONDS),
  /** The default target language (BCP 47); null for the analyst's own. */
  language: languageSchema.nullable().default(null),
});

/** Stored on this machine, and never in an archive. */
export const translatorProgramSchema = z.strictObject({
  path: z.string().min(1).max(4096),
  /** Shown with its translations. */
  name: z.string().trim().min(1).max(200),
  version: z.string().trim().max(100),
  ...runOfProgramSchema.shape,
});
export type TranslatorProgram = z.infer<typeof translatorProgramSchema>;

/** The input besides the text. */
export type TranslationJob = {
  readonly program: TranslatorProgram;
  readonly text: string;
  /** BCP 47; null if unknown. */
  readonly from: string | null;
  readonly to: string;
};

/** How this machine denies a program network access; `none` if it can't. */
export const isolations = ['namespace', 'sandbox-exec', 'none'] as const;
export type Isolation = (typeof isolations)[number];

export type Translator = {
  isolation(): Promise<Isolation>;
  /** The program's own version line; empty if it does not answer in time. */
  versionOf(path: string): Promise<string>;
  /** The text translated by the program. Fails `translator-failed`, or `cancelled` by `signal`. */
  translate(job: TranslationJob, signal: AbortSignal): Promise<Result<string, AppError>>;
};
