/**
 * The shape of a frozen document model: exactly FrozenDocument. A new field is added here, with a migration of
 * `snapshot` that gives its value for older snapshots.
 */
import { z } from 'zod';
import { anchorIdSchema, passageIdSchema, sha256Schema, translationIdSchema } from '../../ids.ts';
import { labelIdSchema } from '../../passage/label.ts';
import { storedPictureSchema } from '../../picture/stored-picture.ts';
import { ownTermsSchema } from '../../tradecraft/own-terms.ts';
import { listNumberings } from '../content/list-numbering.ts';
import { figureSizes } from '../figure/figure.ts';
import { referenceKinds, sectionRoles } from '../memo-content.ts';
import type { DocumentBlock, FrozenDocument, Run } from '../memo-document.ts';
import { printedLanguages } from '../print/printed-words.ts';

const direction = z.enum(['ltr', 'rtl']);
const nullableText = z.string().nullable();
const anchor = anchorIdSchema.exactOptional();
const pinpoint = z.strictObject({
  source: z.int(),
  page: z.string().optional(),
  paragraph: z.int().nullable(),
  place: nullableText,
});

const styledWordsSchema = z.array(
  z.strictObject({
    text: z.string(),
    bold: z.exactOptional(z.boolean()),
    italic: z.exactOptional(z.boolean()),
    smallCaps: z.exactOptional(z.boolean()),
    raised: z.enum(['superscript', 'subscript']).exactOptional(),
    href: z.exactOptional(z.string()),
    source: z.int().exactOptional(),
  }),
);
const runSchema: z.ZodType<Run> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    text: z.string(),
    bold: z.exactOptional(z.boolean()),
    italic: z.exactOptional(z.boolean()),
    underline: z.exactOptional(z.boolean()),
    strike: z.exactOptional(z.boolean()),
    raised: z.enum(['superscript', 'subscript']).exactOptional(),
    smallCaps: z.exactOptional(z.boolean()),
    href: z.exactOptional(z.string()),
    source: z.int().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('quote'),
    text: z.string(),
    source: z.int(),
    passageId: passageIdSchema,
    lang: nullableText,
    dir: direction,
    translationId: z.exactOptional(translationIdSchema),
  }),
  z.strictObject({ kind: z.literal('break') }),
  z.strictObject({
    kind: z.literal('reference'),
    text: z.string(),
    to: z.enum(referenceKinds),
    target: anchorIdSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('footnote'),
    text: z.string(),
    runs: z.exactOptional(z.array(z.lazy(() => runSchema))),
    original: z.exactOptional(z.strictObject({ text: z.string(), lang: nullableText, dir: direction })),
  }),
  z.strictObject({
    kind: z.literal('citation'),
    pinpoints: z.array(pinpoint),
    styled: styledWordsSchema.exactOptional(),
  }),
]);
const runs = z.array(runSchema);

const listSchema = z.strictObject({
  kind: z.literal('list'),
  ordered: z.boolean(),
  start: z.int().exactOptional(),
  numbering: z.enum(listNumberings).exactOptional(),
  items: z.array(z.array(z.lazy(() => blockSchema))),
});
const tableSchema = z.strictObject({
  kind: z.literal('table'),
  anchor,
  columns: z.int(),
  widths: z.array(z.number()).exactOptional(),
  headerRows: z.int(),
  cells: z.array(
    z.strictObject({
      column: z.int(),
      row: z.int(),
      colspan: z.int(),
      rowspan: z.int(),
      isHeader: z.boolean(),
      align: z.enum(['centre', 'end', 'decimal']).exactOptional(),
      blocks: z.array(z.lazy(() => blockSchema)),
    }),
  ),
});
const judgementSchema = z.strictObject({
  kind: z.literal('judgement'),
  anchor,
  number: z.int(),
  likelihood: nullableText,
  statement: runs,
  confidence: nullableText,
  assumptions: nullableText,
  wouldChange: nullableText,
});
const quotationSchema = z.strictObject({
  kind: z.literal('quotation'),
  passageId: passageIdSchema,
  quotes: z.array(z.string()),
  runOn: z.array(z.int()).exactOptional(),
  label: labelIdSchema,
  lang: nullableText,
  dir: direction,
  translationId: z.exactOptional(translationIdSchema),
  original: z.exactOptional(
    z.strictObject({ quotes: z.array(z.string()), lang: nullableText, dir: direction }),
  ),
  pinpoint,
  cited: z.lazy(() => runSchema).exactOptional(),
  attribution: z.string(),
  grade: nullableText,
});

const figureSchema = z.strictObject({
  kind: z.literal('figure'),
  anchor,
  number: z.int(),
  picture: storedPictureSchema,
  size: z.enum(figureSizes),
  alt: z.string(),
  caption: z.string(),
  source: z.string(),
  pinpoint: pinpoint.exactOptional(),
});

const paragraphSchema = z.strictObject({
  kind: z.literal('paragraph'),
  anchor,
  keepsNext: z.literal(true).exactOptional(),
  runs,
  number: z.int().positive().exactOptional(),
  role: z.enum(['table-caption', 'table-source']).exactOptional(),
});

const blockSchema: z.ZodType<DocumentBlock> = z.discriminatedUnion('kind', [
  paragraphSchema,
  z.strictObject({ kind: z.literal('own-quotation'), blocks: z.array(paragraphSchema) }),
  z.strictObject({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2)]),
    text: z.string(),
  }),
  z.strictObject({ kind: z.literal('page-break') }),
  figureSchema,
  listSchema,
  tableSchema,
  judgementSchema,
  quotationSchema,
]);

const sourceSchema = z.strictObject({
  number: z.int(),
  text: z.string(),
  entry: z.strictObject({ words: styledWordsSchema, at: z.int().exactOptional() }).exactOptional(),
  url: nullableText,
  reliability: nullableText,
  descriptor: nullableText,
  textSha256: sha256Schema.nullable(),
  importedOn: nullableText,
});

const markingSchema = z.strictObject({
  text: z.string(),
  textColour: z.string(),
  background: z.string(),
  disclosure: nullableText,
});

/** A document model as it is frozen. */
export const frozenDocumentSchema: z.ZodType<FrozenDocument> = z.strictObject({
  title: z.string(),
  referenceNumber: z.string(),
  for: z.string(),
  from: z.string(),
  period: z.exactOptional(z.string()),
  asOf: z.string(),
  asOfEpochSeconds: z.number(),
  marking: markingSchema.nullable(),
  restrictions: z.string(),
  status: z.strictObject({ word: z.string(), detail: z.string() }).nullable(),
  language: z.string(),
  printedIn: z.enum(printedLanguages).exactOptional(),
  terms: ownTermsSchema.exactOptional(),
  sections: z.array(
    z.strictObject({ role: z.enum(sectionRoles), heading: z.string(), anchor, blocks: z.array(blockSchema) }),
  ),
  tasks: z.array(
    z.strictObject({ title: z.string(), owner: z.string(), due: z.string(), isDone: z.boolean() }),
  ),
  sources: z.array(sourceSchema),
  lexiconNote: nullableText,
});
