/** The program of the analyst's own that translates: it reads a text and writes one. No model comes with Precis. */
import { z } from 'zod';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';
import { languageSchema } from '#domain/translation/translation.ts';

/** The words of the command line after the program: `{from}` and `{to}` stand for the codes of the two languages. */
export const USUAL_ARGUMENTS = '{from} {to}';
/** A model that has to be loaded takes its time. */
const USUAL_LIMIT_SECONDS = 120;

/** How the program is run; what was kept before there was a choice is as usual. */
const runOfProgramSchema = z.strictObject({
  arguments: z.string().trim().max(1000).default(USUAL_ARGUMENTS),
  /** For one paragraph. */
  limitSeconds: z.int().min(1).max(3600).default(USUAL_LIMIT_SECONDS),
  /** Into which it translates if nothing else is chosen (BCP 47); null for the analyst's own. */
  language: languageSchema.nullable().default(null),
});

/** What is kept of it on this machine, and never in an archive. */
export const translatorProgramSchema = z.strictObject({
  path: z.string().min(1).max(4096),
  /** As it stands with what it makes. */
  name: z.string().trim().min(1).max(200),
  version: z.string().trim().max(100),
  ...runOfProgramSchema.shape,
});
export type TranslatorProgram = z.infer<typeof translatorProgramSchema>;

/** What is asked of it, besides the text. */
export type TranslationJob = {
  readonly program: TranslatorProgram;
  readonly text: string;
  /** BCP 47; null where it is not known. */
  readonly from: string | null;
  readonly to: string;
};

/** How this machine keeps a program from the network; `none` where it can't. */
export const isolations = ['namespace', 'sandbox-exec', 'none'] as const;
export type Isolation = (typeof isolations)[number];

export type Translator = {
  isolation(): Promise<Isolation>;
  /** What the program says of its version, in a line; empty where it says nothing in time. */
  versionOf(path: string): Promise<string>;
  /** The text as the program has translated it. Fails `translator-failed`, or `cancelled` where `signal` ends it. */
  translate(job: TranslationJob, signal: AbortSignal): Promise<Result<string, AppError>>;
};
