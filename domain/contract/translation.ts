/** Requests on the translations of an article and of its passages. */
import { z } from 'zod';
import {
  type ArticleId,
  articleIdSchema,
  newTranslationIdSchema,
  passageIdSchema,
  type Sha256,
  translationIdSchema,
} from '../ids.ts';
import type { Pairing } from '../translation/pair-paragraphs.ts';
import {
  languageSchema,
  MAX_BLOCKS,
  MAX_RENDERING,
  makerSchema,
  type Rendering,
  saidOfTranslationSchema,
  type Translation,
} from '../translation/translation.ts';
import { editId, onArticle } from './inputs.ts';
import { defineRequest, edit, query, type } from './request.ts';

/** A current rendering. */
export type ShownRendering = Rendering & {
  /** Whether the words that it was made from have changed since: it waits in Review. */
  readonly isStale: boolean;
  /** The hash of its current words, by which a citation identifies it. */
  readonly textSha256: Sha256;
};

export type ShownPassageRendering = Extract<ShownRendering, { kind: 'passage' }>;

/** A translation with its words. */
export type ShownTranslation = Translation & {
  /** In the order of the blocks. */
  readonly paragraphs: readonly Extract<ShownRendering, { kind: 'block' }>[];
  readonly passages: readonly ShownPassageRendering[];
};

/** The translations of an article. */
export type ArticleTranslations = {
  /** The language of the article, as corrected; null if unknown. */
  readonly language: string | null;
  /** The paragraphs in another language than the article. */
  readonly languages: readonly { readonly block: number; readonly language: string }[];
  /** How many text blocks of the article have words that can be translated. */
  readonly blockCount: number;
  /** The article that this one is declared to be a translation of; null if it is not one. */
  readonly translates: ArticleId | null;
  /** Without those that are deleted, in the order in which they were begun. */
  readonly translations: readonly ShownTranslation[];
};

/** What becomes of an article that is declared to be a translation. */
export type DeclaredTranslation = {
  readonly translation: Translation;
  /** How its paragraphs were paired with those of the original: saved if the pairing is even, else only proposed. */
  readonly pairing: Pairing;
};

/** Another article, with its paragraphs paired with those of this one. */
export type PairedArticle = {
  /** The blocks of the original, and the paragraphs of the other, to which the places of the pairing refer. */
  readonly originals: readonly { readonly block: number; readonly text: string }[];
  readonly translated: readonly string[];
  readonly pairing: Pairing;
};

/** A part of a translation whose original has changed since. */
export type OutdatedRendering = {
  readonly rendering: ShownRendering;
  readonly language: string;
  /** The current original; null if it is gone. */
  readonly original: string | null;
};

export const onTranslation = onArticle.extend({ translationId: translationIdSchema });
export const onTranslationRecords = ({ articleId, translationId }: z.infer<typeof onTranslation>) => [
  articleId,
  translationId,
];

/** Says of whom a translation is that is not there yet: then it is made in the same act. */
const begins = saidOfTranslationSchema.exactOptional();
/** The maker of these words; by default that of the translation. */
const maker = makerSchema.exactOptional();

export const translationList = defineRequest(
  'translation:list',
  query({
    input: onArticle,
    output: type<ArticleTranslations>(),
    // Of passages `translation:passages` tells: these words are as many as those of the text.
    topics: ['translations', 'articles'],
    scope: 'articleId',
    says: 'The translations of an article with their words, and which of these were made from other words.',
  }),
);

export const translationPassages = defineRequest(
  'translation:passages',
  query({
    input: onArticle,
    output: type<readonly ShownPassageRendering[]>(),
    topics: ['translations', 'articles', 'passages'],
    scope: 'articleId',
    says: 'What the translations of an article say of its passages alone, as these stand now.',
  }),
);

export const translationCount = defineRequest(
  'translation:count',
  query({
    input: onArticle,
    output: type<{ readonly count: number }>(),
    topics: ['translations'],
    scope: 'articleId',
    says: 'How many translations an article has: of one without any, nothing more is asked.',
  }),
);

export const translationOutdated = defineRequest(
  'translation:outdated',
  query({
    input: onArticle,
    output: type<readonly OutdatedRendering[]>(),
    topics: ['translations', 'articles', 'passages'],
    scope: 'articleId',
    says: 'What of the translations of an article was made from other words than stand there now.',
  }),
);

export const translationPairArticle = defineRequest(
  'translation:pair-article',
  query({
    input: onArticle.extend({ otherId: articleIdSchema }),
    output: type<PairedArticle>(),
    topics: [],
    says: 'The paragraphs of another article, laid on those of this one, of which it is said to be a translation.',
  }),
);

export const translationAdd = defineRequest(
  'translation:add',
  edit({
    input: onArticle.extend({ translationId: newTranslationIdSchema, ...saidOfTranslationSchema.shape }),
    output: type<Translation>(),
    touches: onTranslationRecords,
    supersedes: 'nothing',
    makes: 'translationId',
    says: 'Begins a translation of an article.',
  }),
);

export const translationChange = defineRequest(
  'translation:change',
  edit({
    input: onTranslation.extend(saidOfTranslationSchema.shape),
    output: type<Translation>(),
    touches: onTranslationRecords,
    supersedes: { on: ['articleId', 'translationId'] },
    says: 'Changes the language of a translation, or who made it; its words keep their makers.',
  }),
);

export const translationDelete = defineRequest(
  'translation:delete',
  edit({
    input: onTranslation,
    output: type<null>(),
    touches: onTranslationRecords,
    supersedes: 'nothing',
    takesAway: true,
    says: 'Moves a translation with its words to the trash.',
  }),
);

export const translationRestore = defineRequest(
  'translation:restore',
  edit({
    input: onTranslation,
    output: type<Translation>(),
    touches: onTranslationRecords,
    supersedes: 'nothing',
    says: 'Brings a translation back from the trash.',
  }),
);

export const translationPutParagraphs = defineRequest(
  'translation:put-paragraphs',
  edit({
    input: onTranslation.extend({
      /** Empty words take the translation of a paragraph away. */
      paragraphs: z
        .array(z.strictObject({ block: z.int().min(0), text: z.string().max(MAX_RENDERING) }))
        .min(1)
        .max(MAX_BLOCKS),
      maker,
      begins,
      editId: editId.exactOptional(),
    }),
    output: type<readonly Rendering[]>(),
    touches: onTranslationRecords,
    supersedes: 'nothing',
    isStep: true,
    says: 'Writes the translation of paragraphs in place of what stood there: of one that was typed, or of many that were pasted.',
  }),
);

export const translationPutPassage = defineRequest(
  'translation:put-passage',
  edit({
    input: onTranslation.extend({
      passageId: passageIdSchema,
      /** One for each part of the passage; none takes its translation away. */
      texts: z.array(z.string().trim().min(1).max(MAX_RENDERING)).max(100),
      maker,
      begins,
      editId: editId.exactOptional(),
    }),
    output: type<Rendering | null>(),
    touches: ({ articleId, translationId, passageId }) => [articleId, translationId, passageId],
    supersedes: 'nothing',
    isStep: true,
    says: 'Writes the translation of a passage in place of what stood there.',
  }),
);

export const translationConfirm = defineRequest(
  'translation:confirm',
  edit({
    input: onTranslation.extend({ renderingIds: z.array(z.string().min(1).max(80)).min(1).max(MAX_BLOCKS) }),
    output: type<null>(),
    touches: onTranslationRecords,
    supersedes: 'nothing',
    isStep: true,
    says: 'Says that translations hold of the words as they are now, which have changed since they were made.',
  }),
);

export const translationDeclare = defineRequest(
  'translation:declare',
  edit({
    input: onArticle.extend({
      translationId: newTranslationIdSchema,
      /** The article that is the translation. */
      otherId: articleIdSchema,
      ...saidOfTranslationSchema.shape,
    }),
    output: type<DeclaredTranslation>(),
    touches: ({ articleId, translationId, otherId }) => [articleId, translationId, otherId],
    supersedes: 'nothing',
    makes: 'translationId',
    says: 'Says that an article is the translation of another; its paragraphs are taken over where the counts agree.',
  }),
);

export const translationSetLanguage = defineRequest(
  'translation:set-language',
  edit({
    input: onArticle.extend({ block: z.int().min(0), language: languageSchema.nullable() }),
    output: type<null>(),
    touches: ({ articleId }) => [articleId],
    supersedes: { on: ['articleId', 'block'] },
    says: 'Sets the language of a paragraph that is not in that of its article; null where it is. That of an article is corrected.',
  }),
);

export const translationRequests = [
  translationList,
  translationPassages,
  translationCount,
  translationOutdated,
  translationPairArticle,
  translationAdd,
  translationChange,
  translationDelete,
  translationRestore,
  translationPutParagraphs,
  translationPutPassage,
  translationConfirm,
  translationDeclare,
  translationSetLanguage,
] as const;
