/** Requests on the analyst's own program that translates, and on what it is given to translate. */
import { z } from 'zod';
import { languageSchema, MAX_BLOCKS, makerSchema } from '../translation/translation.ts';
import type { AppError } from './errors/app-error.ts';
import { nothing } from './inputs.ts';
import { defineRequest, edit, query, transientEdit, type } from './request.ts';
import { onTranslation, onTranslationRecords } from './translation.ts';

/** The program of the analyst's own that translates. */
export type ShownProgram = {
  readonly name: string;
  readonly version: string;
  /** Its file. */
  readonly path: string;
  /** The arguments on the command line: `{from}` and `{to}` stand for the languages. */
  readonly arguments: string;
  /** For one paragraph. */
  readonly limitSeconds: number;
  /** Into which it translates if nothing else is chosen; null for the analyst's own. */
  readonly language: string | null;
  /** How its network access is denied; `none` if this system can't do that. */
  readonly isolation: 'namespace' | 'sandbox-exec' | 'none';
};

/** What became of paragraphs that it was given. */
export type TranslatedByMachine = {
  readonly done: number;
  readonly total: number;
  /** Why it stopped; what was done before is kept. */
  readonly failure: AppError | null;
};

/** Of a text with which the program is tried. */
export const MAX_TRIED = 2000;

/** The analyst's settings of the program. */
export const describedProgramSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  version: makerSchema.shape.version,
  arguments: z.string().trim().max(1000),
  limitSeconds: z.int().min(1).max(3600),
  language: languageSchema.nullable(),
});
export type DescribedProgram = z.infer<typeof describedProgramSchema>;

export const translationProgram = defineRequest(
  'translation:program',
  query({
    input: nothing,
    output: type<ShownProgram | null>(),
    topics: ['translations'],
    says: 'The program of the analyst’s own that translates; null where none is set.',
  }),
);

export const translationChooseProgram = defineRequest(
  'translation:choose-program',
  transientEdit({
    input: nothing,
    output: type<ShownProgram | null>(),
    refreshes: ['translation:program'],
    says: 'Asks for the program that translates, and keeps it on this machine.',
  }),
);

export const translationDescribeProgram = defineRequest(
  'translation:describe-program',
  transientEdit({
    input: describedProgramSchema,
    output: type<ShownProgram | null>(),
    refreshes: ['translation:program'],
    says: 'Sets name and version that are kept with what the program makes, and how it is run.',
  }),
);

export const translationTryProgram = defineRequest(
  'translation:try-program',
  transientEdit({
    input: z.strictObject({
      text: z.string().min(1).max(MAX_TRIED),
      from: languageSchema,
      to: languageSchema,
    }),
    output: type<{ readonly text: string; readonly tookMs: number }>(),
    says: 'Has a sentence translated, which is kept nowhere.',
  }),
);

export const translationForgetProgram = defineRequest(
  'translation:forget-program',
  transientEdit({
    input: nothing,
    output: type<null>(),
    refreshes: ['translation:program'],
    says: 'Keeps no program that translates any more; what it made stays.',
  }),
);

export const translationByMachine = defineRequest(
  'translation:by-machine',
  edit({
    input: onTranslation.extend({
      language: languageSchema,
      /** Which blocks; by default all with words. */
      blocks: z.array(z.int().min(0)).min(1).max(MAX_BLOCKS).exactOptional(),
    }),
    output: type<TranslatedByMachine>(),
    touches: onTranslationRecords,
    supersedes: 'not-kept',
    isStep: true,
    says: 'Has paragraphs translated by the program; the translation is begun where it is not there. One act.',
  }),
);

export const translationCancel = defineRequest(
  'translation:cancel',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Ends the program at the paragraph at hand; those before it are kept.',
  }),
);

export const translationProgramRequests = [
  translationProgram,
  translationChooseProgram,
  translationDescribeProgram,
  translationTryProgram,
  translationForgetProgram,
  translationByMachine,
  translationCancel,
] as const;
