import { z } from 'zod';
import { storedPictureSchema } from '../../picture/stored-picture.ts';

/**
 * The body of an article: ProseMirror JSON of a fixed, small schema. It is written once and never changes. The
 * TipTap schema of the reader must accept exactly what this one accepts, which a test verifies.
 */

const linkMark = z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: z.string() }) });
const plainMark = z.strictObject({
  type: z.enum([
    'bold',
    'italic',
    'code',
    'strike',
    'inserted',
    'superscript',
    'subscript',
    'hyphenated',
    'caption',
  ]),
});
/**
 * The edges of a box on a page, left, top, right, bottom, from its left upper corner in ten-thousandths of its size.
 */
export const boxSchema = z
  .tuple([z.int(), z.int(), z.int(), z.int()])
  .refine((edges) => edges.every((edge) => edge >= 0 && edge <= 10_000));
export type BodyBox = z.infer<typeof boxSchema>;
/** Where a text is printed: page `index` of the original from 1, `label` the number that is printed on it. */
const pageMark = z.strictObject({
  type: z.literal('page'),
  attrs: z.strictObject({
    index: z.int().min(1),
    label: z.string().min(1).max(20).nullable(),
    box: boxSchema,
  }),
});
/** Text that OCR has read from a picture of the page, and how sure it was, in whole per cent. */
const machineMark = z.strictObject({
  type: z.literal('machine'),
  attrs: z.strictObject({ confidence: z.int().min(0).max(100) }),
});
/**
 * `hyphenated` are the letters of a word up to the end of a line, where the original prints a hyphen that the text has
 * not; `caption` are the words that the original sets to a picture.
 */
const markSchema = z.union([pageMark, machineMark, linkMark, plainMark]);
/** A text is bold once and leads to one address. */
const marksSchema = z
  .array(markSchema)
  .refine((marks) => new Set(marks.map(({ type }) => type)).size === marks.length)
  .optional();

const textSchema = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: marksSchema,
});
const hardBreakSchema = z.strictObject({
  type: z.literal('hardBreak'),
  marks: marksSchema,
});
/**
 * A picture that is stored elsewhere, or could not be kept. It is never fetched: the reader shows its description
 * and address.
 */
const imageSchema = z.strictObject({
  type: z.literal('image'),
  attrs: z.strictObject({ alt: z.string(), src: z.string() }),
  marks: marksSchema,
});
/**
 * A picture that is kept, in `media/` of its article, under the hash of its bytes. In the text it is one
 * character.
 */
const pictureSchema = z.strictObject({
  type: z.literal('picture'),
  attrs: storedPictureSchema.extend({ alt: z.string() }),
  marks: marksSchema,
});
const inlineSchema = z.discriminatedUnion('type', [textSchema, hardBreakSchema, imageSchema, pictureSchema]);
const inlineContent = z.array(inlineSchema).optional();

const paragraphSchema = z.strictObject({ type: z.literal('paragraph'), content: inlineContent });
const headingSchema = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.int().min(1).max(6) }),
  content: inlineContent,
});
const codeBlockSchema = z.strictObject({
  type: z.literal('codeBlock'),
  content: z.array(textSchema).optional(),
});
const horizontalRuleSchema = z.strictObject({ type: z.literal('horizontalRule') });

const span = z.int().min(1).max(1000);
const cell = <T extends 'tableCell' | 'tableHeader'>(type: T) =>
  z.strictObject({
    type: z.literal(type),
    attrs: z.strictObject({ colspan: span, rowspan: span }),
    content: z.array(z.lazy(() => blockSchema)).min(1),
  });
const tableRowSchema = z.strictObject({
  type: z.literal('tableRow'),
  content: z.array(z.union([cell('tableCell'), cell('tableHeader')])).min(1),
});
const tableSchema = z.strictObject({ type: z.literal('table'), content: z.array(tableRowSchema).min(1) });

const blockquoteSchema = z.strictObject({
  type: z.literal('blockquote'),
  content: z.array(z.lazy(() => blockSchema)).min(1),
});
const listItemSchema = z.strictObject({
  type: z.literal('listItem'),
  content: z.array(z.lazy(() => blockSchema)).min(1),
});
const bulletListSchema = z.strictObject({
  type: z.literal('bulletList'),
  content: z.array(listItemSchema).min(1),
});
const orderedListSchema = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z.strictObject({ start: z.int().min(0) }),
  content: z.array(listItemSchema).min(1),
});

export type Mark = z.infer<typeof markSchema>;
export type TextNode = z.infer<typeof textSchema>;
export type InlineNode = z.infer<typeof inlineSchema>;
export type PictureNode = z.infer<typeof pictureSchema>;
export type ParagraphNode = z.infer<typeof paragraphSchema>;
export type HeadingNode = z.infer<typeof headingSchema>;
export type CodeBlockNode = z.infer<typeof codeBlockSchema>;
export type ListItemNode = { type: 'listItem'; content: BlockNode[] };
export type TableCellNode = {
  type: 'tableCell' | 'tableHeader';
  attrs: { colspan: number; rowspan: number };
  content: BlockNode[];
};
export type TableRowNode = { type: 'tableRow'; content: TableCellNode[] };
export type TableNode = { type: 'table'; content: TableRowNode[] };

/** A node of block level. */
export type BlockNode =
  | ParagraphNode
  | HeadingNode
  | CodeBlockNode
  | { type: 'horizontalRule' }
  | { type: 'blockquote'; content: BlockNode[] }
  | { type: 'bulletList'; content: ListItemNode[] }
  | { type: 'orderedList'; attrs: { start: number }; content: ListItemNode[] }
  | TableNode;

/** A block that holds text directly: the unit of the canonical text. */
export type TextBlock = ParagraphNode | HeadingNode | CodeBlockNode;

const blockSchema: z.ZodType<BlockNode> = z.discriminatedUnion('type', [
  paragraphSchema,
  headingSchema,
  codeBlockSchema,
  horizontalRuleSchema,
  blockquoteSchema,
  bulletListSchema,
  orderedListSchema,
  tableSchema,
]);

export const bodySchema = z.strictObject({ type: z.literal('doc'), content: z.array(blockSchema).min(1) });
export type Body = z.infer<typeof bodySchema>;

/** Whether `block` holds text directly. */
export const isTextBlock = (block: BlockNode): block is TextBlock =>
  block.type === 'paragraph' || block.type === 'heading' || block.type === 'codeBlock';
