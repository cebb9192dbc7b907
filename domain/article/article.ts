import { z } from 'zod';
import { partialByKey } from '../exact-partial.ts';
import { articleIdSchema, sha256Schema } from '../ids.ts';
import { timestampSchema } from '../time.ts';
import { bibliographySchema } from './bibliography/bibliography.ts';
import { articleFormatNames } from './formats/article-formats.ts';

/** Where the importer found a value; printed as "found in …" in the import check. */
export const foundInSchema = z.enum([
  'json-ld',
  'open-graph',
  'meta-tag',
  'html-title',
  'html-lang',
  'heading',
  'byline-element',
  'time-element',
  'canonical-link',
  'front-matter',
  /** The note that a browser leaves in a page that it saves. */
  'saved-page',
  /** A web archive's record of a page. */
  'web-archive',
  'clipboard-source',
  /** Hidden metadata of a document: Dublin Core, XMP, the properties of a program. */
  'document-properties',
  'mail-header',
  /** What a feed says of itself and of the item. */
  'feed',
  /** The head of an article in JATS or of a text in TEI. */
  'text-header',
  /** The tool that an article was brought from, in its export. */
  'other-tool',
  /** The host of its address, in the table of publishers. */
  'host',
  'detected',
]);
export type FoundIn = z.infer<typeof foundInSchema>;

/** The values that an importer may find. */
export const foundFields = [
  'type',
  'title',
  'byline',
  'publisher',
  'publishedAt',
  'url',
  'doi',
  'accessedAt',
  'language',
] as const;
export type FoundField = (typeof foundFields)[number];

export const foundMetadataSchema = partialByKey(
  foundFields,
  z.strictObject({ value: z.string().min(1), foundIn: foundInSchema }),
);
/** The importer's findings and their origin; written once and never corrected. */
export type FoundMetadata = z.infer<typeof foundMetadataSchema>;

/** `articles/<id>/article.json`: the provenance of an article, written once. */
export const articleRecordSchema = z.strictObject({
  id: articleIdSchema,
  importedAt: timestampSchema,
  format: z.enum(articleFormatNames),
  /** The name of the imported file without its folder; null for a paste. */
  originalName: z.string().min(1).nullable(),
  /** The name of the stored original beside this file, e.g. `original.html`. */
  originalFile: z.string().regex(/^original\.[a-z0-9]{1,10}$/),
  originalSha256: sha256Schema,
  /**
   * The encoding from which the original was decoded: a WHATWG name, e.g. `windows-1252`, or `utf-32le`, `utf-32be`.
   */
  originalEncoding: z.string().min(1),
  /** SHA-256 of the canonical text in UTF-8: the name of this copy in every citation. */
  textSha256: sha256Schema,
  words: z.int().min(0),
  found: foundMetadataSchema,
  /** The bibliography as it was sealed; later corrections are stored in annotations.json. */
  bibliography: bibliographySchema,
  previousVersionId: articleIdSchema.nullable(),
});
export type ArticleRecord = z.infer<typeof articleRecordSchema>;

/**
 * The hash by which a text is known again: its own, and of one without a word, such as that of a photograph, the hash
 * of its original, since all of these have one and the same text.
 */
export const comparedHash = ({
  words,
  textSha256,
  originalSha256,
}: Pick<ArticleRecord, 'words' | 'textSha256' | 'originalSha256'>): ArticleRecord['textSha256'] =>
  words === 0 ? originalSha256 : textSha256;

/** Which of the versions of one article in the archive it is, from 1, and how many there are. */
export type ArticleVersion = { readonly number: number; readonly count: number };
