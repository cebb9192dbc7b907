import { z } from 'zod';
import {
  anchorIdSchema,
  articleIdSchema,
  eventIdSchema,
  type JudgementId,
  judgementIdSchema,
  passageIdSchema,
  sha256Schema,
  translationIdSchema,
} from '../ids.ts';
import { confidenceSchema } from '../tradecraft/confidence.ts';
import { type ListNumbering, listNumberings } from './content/list-numbering.ts';
import { figureAttrsSchema } from './figure/figure.ts';
import { keptSchema } from './verbatim/kept/kept.ts';

/**
 * The content of a memo: ProseMirror JSON. The memo editor's TipTap schema accepts exactly what this accepts.
 *
 *   doc            section+                      (the memo's title stands in its head)
 *   section        heading, then blocks          attrs.role says which part of the form it is
 *   heading        text                          a sub-heading, directly in its section
 *   figure         a picture with its words, directly in its section; the file lies in the memo's folder
 *   judgement      inline*                       the statement; likelihood, confidence, … are attributes
 *   quotation      a block citation: the whole passage as a block quote with its attribution
 *   ownQuotation   a block quotation that the analyst typed or pasted: his own text, and no evidence of a passage
 *   citation       an inline reference to a passage, by id and hash, never copied text
 *   reference      a cross reference to a judgement, table, figure, paragraph or section, by the anchor that it bears
 *   pageBreak      what follows begins on a new page
 */

/**
 * A reference to a passage, resolvable without the catalogue. `exactSha256` is the hash (UTF-8) of the
 * passage's quote or region (see passageEvidence) when it was cited: a passage that was resized or deleted since is
 * seen.
 */
export const citationForms = ['whole', 'paraphrase', 'number'] as const;
export const citationSchema = z.strictObject({
  articleId: articleIdSchema,
  passageId: passageIdSchema,
  exactSha256: sha256Schema,
  /** whole: “quote” [1 ¶8]; paraphrase and number: [1 ¶8] alone, after own words or as a bare reference. */
  form: z.enum(citationForms),
  /** The kept parts of the quote where it is shortened; absent where it is printed whole. */
  kept: keptSchema.optional(),
  /** The translation of the passage that is quoted; absent where its own words are. */
  translation: z
    .strictObject({
      translationId: translationIdSchema,
      /** Of the translated words as they are read (see renderedWords) when they were cited. */
      textSha256: sha256Schema,
      /** The kept parts of the translation's words where they are shortened. */
      kept: keptSchema.optional(),
    })
    .optional(),
});
export type Citation = z.infer<typeof citationSchema>;

/** How words are set. Struck words stay words of the text. */
export const plainMarks = [
  'bold',
  'italic',
  'underline',
  'strike',
  'superscript',
  'subscript',
  'smallCaps',
] as const;

/** What a cross reference can point at. */
export const referenceKinds = ['judgement', 'table', 'figure', 'paragraph', 'section'] as const;
export const referenceSchema = z.strictObject({
  kind: z.enum(referenceKinds),
  /** The id of a judgement, or the anchor of anything else. */
  target: anchorIdSchema,
});
export type Reference = z.infer<typeof referenceSchema>;

/** The name by which a cross reference finds a block; absent where none refers to it. */
const anchor = anchorIdSchema.optional();

const markSchema = z.union([
  z.strictObject({ type: z.enum(plainMarks) }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: z.string() }) }),
]);
const marks = z.array(markSchema).optional();
const textSchema = z.strictObject({ type: z.literal('text'), text: z.string().min(1), marks });
const inlineCitationSchema = z.strictObject({ type: z.literal('citation'), attrs: citationSchema, marks });
const inlineReferenceSchema = z.strictObject({ type: z.literal('reference'), attrs: referenceSchema, marks });

/** The content of a footnote: one paragraph without notes. */
const noteInlineSchema = z.discriminatedUnion('type', [
  textSchema,
  inlineCitationSchema,
  inlineReferenceSchema,
]);
export type NoteInline = z.infer<typeof noteInlineSchema>;
/** Plain words are `text`, as in older memos; of anything more that is empty, and `content` says all. */
export const footnoteAttrsSchema = z.strictObject({
  text: z.string(),
  content: z.array(noteInlineSchema).min(1).optional(),
});
export type FootnoteAttrs = z.infer<typeof footnoteAttrsSchema>;

const inlineSchema = z.discriminatedUnion('type', [
  textSchema,
  z.strictObject({ type: z.literal('hardBreak'), marks }),
  /** A footnote takes a letter, so that it never looks like a source number. */
  z.strictObject({ type: z.literal('footnote'), attrs: footnoteAttrsSchema, marks }),
  inlineCitationSchema,
  inlineReferenceSchema,
]);
export type MemoInline = z.infer<typeof inlineSchema>;
const inlineContent = z.array(inlineSchema).optional();

/** What a judgement says beside its statement. */
export const judgementAttrsSchema = z.strictObject({
  id: judgementIdSchema,
  /** The id of a term of the memo's lexicon; null while none is chosen. */
  likelihood: z.string().min(1).nullable(),
  confidence: confidenceSchema.nullable(),
  confidenceReason: z.string(),
  assumptions: z.string(),
  /** What would change this judgement. */
  wouldChange: z.string(),
});
export type JudgementAttrs = z.infer<typeof judgementAttrsSchema>;

const paragraphSchema = z.strictObject({
  type: z.literal('paragraph'),
  attrs: z
    .strictObject({
      anchor,
      /** Whether it stays on the page of the block that follows. */
      keepsNext: z.literal(true).optional(),
    })
    .optional(),
  content: inlineContent,
});
const judgementSchema = z.strictObject({
  type: z.literal('judgement'),
  attrs: judgementAttrsSchema,
  content: inlineContent,
});
const quotationSchema = z.strictObject({
  type: z.literal('quotation'),
  attrs: citationSchema.omit({ form: true }),
});
const ownQuotationSchema = z.strictObject({
  type: z.literal('ownQuotation'),
  content: z.array(paragraphSchema).min(1),
});
const span = z.int().min(1).max(100);
export const cellAlignSchema = z.enum(['start', 'centre', 'end', 'decimal']);
export type CellAlign = z.infer<typeof cellAlignSchema>;
/** What a cell prints of the event of its row. */
export const eventParts = ['when', 'what', 'concerned'] as const;
export type EventPart = (typeof eventParts)[number];
/** Of a line of a chronology: its event, and the hash of what it printed of it (see textOfPrinted). */
export const rowAttrsSchema = z.strictObject({
  event: z.strictObject({ eventId: eventIdSchema, printedSha256: sha256Schema }).optional(),
});
const cellAttrsSchema = z.strictObject({
  colspan: span,
  rowspan: span,
  part: z.enum(eventParts).optional(),
  /**
   * Null or absent: figures at the end of their column, words at its beginning. `decimal`: aligned at the decimal
   * sign.
   */
  align: cellAlignSchema.nullable().exactOptional(),
});
/** The text above a table, with its number, and below it; empty for none. */
export const tableAttrsSchema = z.strictObject({
  caption: z.string().max(500),
  source: z.string().max(500),
  anchor,
  /** Shares of the width, one a column; absent, or of another count, where the widths follow the cells' content. */
  widths: z.array(z.number().min(1).max(100)).max(100).optional(),
});
export type TableAttrs = z.infer<typeof tableAttrsSchema>;
const tableSchema: z.ZodType<MemoTable> = z.strictObject({
  type: z.literal('table'),
  attrs: tableAttrsSchema.exactOptional(),
  content: z
    .array(
      z.strictObject({
        type: z.literal('tableRow'),
        attrs: rowAttrsSchema.exactOptional(),
        content: z
          .array(
            z.strictObject({
              type: z.enum(['tableCell', 'tableHeader']),
              attrs: cellAttrsSchema,
              content: z.array(z.union([paragraphSchema, z.lazy(() => listSchema)])).min(1),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});

/**
 * A sub-heading within a section; a lower one is below another. It contains plain words only: citations and notes
 * belong in the text.
 */
export const headingLevels = [1, 2] as const;
const headingSchema = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(1), z.literal(2)]) }),
  content: z.array(z.strictObject({ type: z.literal('text'), text: z.string().min(1) })).optional(),
});

/** A figure is directly in its section. It refers to its picture by hash, and never contains it. */
const figureSchema = z.strictObject({ type: z.literal('figure'), attrs: figureAttrsSchema });

/** Directly in its section: what follows begins on a new page, where the format has pages. */
const pageBreakSchema = z.strictObject({ type: z.literal('pageBreak') });
export type MemoPageBreak = z.infer<typeof pageBreakSchema>;

export type MemoFigure = z.infer<typeof figureSchema>;
export type MemoHeading = z.infer<typeof headingSchema>;
export type HeadingLevel = (typeof headingLevels)[number];
export type MemoParagraph = z.infer<typeof paragraphSchema>;
export type MemoJudgement = z.infer<typeof judgementSchema>;
export type MemoQuotation = z.infer<typeof quotationSchema>;
export type MemoOwnQuotation = z.infer<typeof ownQuotationSchema>;
/** A cell holds paragraphs and lists. */
export type MemoTable = {
  type: 'table';
  attrs?: TableAttrs;
  content: {
    type: 'tableRow';
    attrs?: z.infer<typeof rowAttrsSchema>;
    content: {
      type: 'tableCell' | 'tableHeader';
      attrs: z.infer<typeof cellAttrsSchema>;
      content: (MemoParagraph | MemoList)[];
    }[];
  }[];
};
export type MemoList = {
  type: 'bulletList' | 'orderedList';
  /** Of an ordered list: the number of its first item, where that is not 1, and how numbers are written. */
  attrs?: { start?: number | undefined; numbering?: ListNumbering | undefined } | undefined;
  content: { type: 'listItem'; content: MemoBlock[] }[];
};
export type MemoBlock =
  | MemoParagraph
  | MemoHeading
  | MemoFigure
  | MemoPageBreak
  | MemoJudgement
  | MemoQuotation
  | MemoOwnQuotation
  | MemoTable
  | MemoList;

const listSchema: z.ZodType<MemoList> = z.strictObject({
  type: z.enum(['bulletList', 'orderedList']),
  attrs: z
    .strictObject({
      start: z.int().min(0).max(9999).optional(),
      numbering: z.enum(listNumberings).optional(),
    })
    .optional(),
  content: z
    .array(
      z.strictObject({ type: z.literal('listItem'), content: z.array(z.lazy(() => blockSchema)).min(1) }),
    )
    .min(1),
});
const blockSchema: z.ZodType<MemoBlock> = z.union([
  paragraphSchema,
  judgementSchema,
  quotationSchema,
  ownQuotationSchema,
  tableSchema,
  listSchema,
]);

/** The parts of the BLUF form (TRADECRAFT.md, "Memo forms"), in their order; `own` is a section added by hand. */
export const sectionRoles = [
  'bottom-line',
  'key-judgements',
  'background',
  'analysis',
  'so-what',
  'assumptions',
  'alternatives',
  'would-change',
  'change-since',
  'gaps',
  'source-summary',
  'own',
] as const;
export type SectionRole = (typeof sectionRoles)[number];

/** What a form defines for one of its sections, and a memo stores of it. Only `whenEmpty` is ever printed. */
export const sectionGuideSchema = z.strictObject({
  /** The prompt that the analyst sees while the section is empty. */
  prompt: z.string().trim().max(1000),
  /** What is printed where nothing was written, such as "No change."; where this is empty the section is left out. */
  whenEmpty: z.string().trim().max(200),
  isRequired: z.boolean(),
});
export type SectionGuide = z.infer<typeof sectionGuideSchema>;

/** Which part of the form a section is, and its heading. */
export const sectionAttrsSchema = z.strictObject({
  role: z.enum(sectionRoles),
  heading: z.string().trim().min(1).max(200),
  /** Absent in a section that was added by hand, and in memos that are older than forms. */
  guide: sectionGuideSchema.optional(),
  anchor,
});

const sectionSchema = z.strictObject({
  type: z.literal('section'),
  attrs: sectionAttrsSchema,
  content: z.array(z.union([headingSchema, figureSchema, pageBreakSchema, blockSchema])).min(1),
});
export type MemoSection = z.infer<typeof sectionSchema>;

export const memoContentSchema = z.strictObject({
  type: z.literal('doc'),
  content: z.array(sectionSchema).min(1),
});
export type MemoContent = z.infer<typeof memoContentSchema>;

/** A judgement of which nothing is said yet. */
export const emptyJudgement = (id: JudgementId): JudgementAttrs => ({
  id,
  likelihood: null,
  confidence: null,
  confidenceReason: '',
  assumptions: '',
  wouldChange: '',
});

/** The content of a footnote in reading order; nothing of an empty one. */
export const inlineOfNote = ({ text, content }: FootnoteAttrs): readonly NoteInline[] =>
  content ?? (text === '' ? [] : [{ type: 'text', text }]);

/** The footnote with this content: one run of words without marks is stored as plain words. */
export const footnoteOf = (inline: readonly NoteInline[]): FootnoteAttrs => {
  const [only] = inline;
  if (only === undefined) return { text: '' };
  const isPlain = inline.length === 1 && only.type === 'text' && (only.marks ?? []).length === 0;
  return isPlain ? { text: only.text } : { text: '', content: [...inline] };
};

/** Inline content with what its footnotes hold, each right behind its mark. */
export const withNotes = (inline: readonly MemoInline[]): readonly MemoInline[] =>
  inline.flatMap((node): readonly MemoInline[] =>
    node.type === 'footnote' ? [node, ...inlineOfNote(node.attrs)] : [node],
  );
