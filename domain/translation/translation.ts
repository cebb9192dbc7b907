/**
 * A translation: a rendering of an article's paragraphs, or of passages of it, into another language. It is never
 * evidence by itself. An article may have several, in several languages and by several makers.
 *
 * `translations.json` of the article holds three kinds of records, so that two people who translate different
 * paragraphs are merged and not in conflict: translations (what language, whose), renderings (the words, one record for
 * each paragraph or passage of a translation), and the languages of single paragraphs.
 */
import { z } from 'zod';
import { articleIdSchema, passageIdSchema, sha256Schema, translationIdSchema } from '../ids.ts';
import { timestampSchema } from '../time.ts';
import { writerNameSchema } from '../written-by.ts';

/** Who made it. A machine's is marked wherever it is shown. */
export const makerKinds = ['analyst', 'colleague', 'published', 'machine'] as const;
export type MakerKind = (typeof makerKinds)[number];

export const makerSchema = z.strictObject({
  kind: z.enum(makerKinds),
  /** The translator, the publication, or the program; empty where nobody is named. */
  name: z.string().trim().max(200),
  /** Of the program; empty of people. */
  version: z.string().trim().max(100),
});
export type Maker = z.infer<typeof makerSchema>;

export const byAnalyst: Maker = { kind: 'analyst', name: '', version: '' };

/** A language as BCP 47 writes it: `de`, `zh-Hant`, `pt-BR`. */
export const languageSchema = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/u);

/** Of one paragraph, and of one part of a passage. */
export const MAX_RENDERING = 200_000;
/** An article has fewer paragraphs; more is no article. */
export const MAX_BLOCKS = 100_000;

const writing = { updatedAt: timestampSchema, by: writerNameSchema.exactOptional() };

/** What is said of a translation as a whole. */
export const saidOfTranslationSchema = z.strictObject({
  language: languageSchema,
  /** Of the renderings that say nothing else. */
  maker: makerSchema,
});
export type SaidOfTranslation = z.infer<typeof saidOfTranslationSchema>;

export const translationSchema = saidOfTranslationSchema.extend({
  id: translationIdSchema,
  articleId: articleIdSchema,
  /** The article of the archive that is this translation; null where there is none. */
  fromArticleId: articleIdSchema.nullable(),
  createdAt: timestampSchema,
  /** A tombstone: its renderings stay until it is purged. */
  deletedAt: timestampSchema.nullable(),
  ...writing,
});
export type Translation = z.infer<typeof translationSchema>;

const blockIndexSchema = z.int().min(0).max(MAX_BLOCKS);

const ofRendering = {
  /** See renderingIdOf: what two people make of one paragraph of one translation is one record. */
  id: z.string().min(1).max(80),
  translationId: translationIdSchema,
  maker: makerSchema,
  /**
   * SHA-256 (UTF-8) of the words that were translated: the text of the block, or the quotation of the passage as read.
   * Another hash than theirs says that the original has changed since.
   */
  originalSha256: sha256Schema,
  ...writing,
};
const renderedText = z.string().max(MAX_RENDERING);

export const renderingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('block'),
    ...ofRendering,
    /** Which text block of the article, from 0 in reading order: see textBlockSpans. */
    block: blockIndexSchema,
    text: renderedText.min(1),
  }),
  z.strictObject({
    kind: z.literal('passage'),
    ...ofRendering,
    passageId: passageIdSchema,
    /** One for each part of the passage: a quotation that is interrupted has several. */
    texts: z.array(renderedText.min(1)).min(1).max(100),
  }),
]);
export type Rendering = z.infer<typeof renderingSchema>;
export type PassageRendering = Extract<Rendering, { kind: 'passage' }>;

/** The id of the rendering of a block (its number) or of a passage (its id) in a translation. */
export const renderingIdOf = (translationId: string, of: number | string): string => `${translationId}/${of}`;

/** The language of a single paragraph, where it is not that of its article. */
export const blockLanguageSchema = z.strictObject({
  /** See blockLanguageIdOf. */
  id: z.string().min(1).max(80),
  articleId: articleIdSchema,
  block: blockIndexSchema,
  language: languageSchema,
  ...writing,
});
export type BlockLanguage = z.infer<typeof blockLanguageSchema>;

export const blockLanguageIdOf = (articleId: string, block: number): string => `${articleId}/${block}`;

/** The translation of a passage as one text to read, joined as its quotation is (see joinQuotes). */
export const renderedWords = (rendering: Rendering): string =>
  rendering.kind === 'block' ? rendering.text : rendering.texts.join(' … ');

/** Whether a machine has made it and nobody has taken it as their own. */
export const isMachineMade = ({ maker }: { readonly maker: Maker }): boolean => maker.kind === 'machine';

/** Languages that are one but for region or script: `en-GB` reads `en`. */
export const isSameLanguage = (one: string, other: string): boolean => primaryOf(one) === primaryOf(other);

const primaryOf = (language: string): string => (language.split('-')[0] ?? '').toLowerCase();

/** Translations of one article with their words, those that are deleted too. */
export type TranslatedWords = {
  readonly translations: readonly Translation[];
  readonly renderings: readonly Rendering[];
};
