/**
 * A Word template as the sandboxed page has read it: its styles, its page, and what is on every page and around
 * the memo, in pieces of XML that each declare the prefixes they use. Active content, references to outside
 * resources and hidden content are not included. Nothing is trusted before it has passed the schema.
 */
import { z } from 'zod';

/** The most bytes of a template. */
export const MAX_TEMPLATE_BYTES = 4 << 20;
export const MAX_TEMPLATE_STYLES = 2000;
const MAX_XML = 16 << 20;
const MAX_FILES = 500;

const name = z.string().max(500);
const xml = z.string().max(MAX_XML);

/** How a style looks, as far as a preview shows it; unspecified properties are null. */
const lookSchema = z.strictObject({
  font: name.nullable(),
  /** In points. */
  size: z.number().positive().max(1000).nullable(),
  /** Six hexadecimal digits. */
  colour: z
    .string()
    .regex(/^[0-9A-Fa-f]{6}$/u)
    .nullable(),
  isBold: z.boolean(),
  isItalic: z.boolean(),
  align: z.enum(['start', 'center', 'end', 'justify']),
});
export type StyleLook = z.infer<typeof lookSchema>;

const styleSchema = z.strictObject({
  id: name.min(1),
  /** With other names of it behind commas. */
  name,
  kind: z.enum(['paragraph', 'character', 'table', 'numbering']),
  isDefault: z.boolean(),
  /** The level of the outline, from 0. */
  outline: z.int().min(0).max(8).nullable(),
  /** Which list its paragraphs are of by themselves, and the number of that in the template. */
  list: z.enum(['bullet', 'number']).nullable(),
  numId: name.nullable(),
  look: lookSchema,
  xml,
});
export type TemplateStyle = z.infer<typeof styleSchema>;

/** A relation of a part: a picture or a font of the template by its file name, or an address. */
const relationSchema = z.strictObject({
  id: name.min(1),
  type: z.enum(['image', 'font', 'hyperlink']),
  target: z.string().max(4000),
});
export type HouseRelation = z.infer<typeof relationSchema>;

const partSchema = z.strictObject({ xml, relations: z.array(relationSchema).max(MAX_FILES) });
export type HousePart = z.infer<typeof partSchema>;

export const pageSlots = ['default', 'first', 'even'] as const;
const slotsSchema = z.strictObject({
  default: partSchema.nullable(),
  first: partSchema.nullable(),
  even: partSchema.nullable(),
});

const twips = z.int().min(-31_680).max(63_360);
const pageSchema = z.strictObject({
  width: twips.min(1440),
  height: twips.min(1440),
  ...{ top: twips, bottom: twips, left: twips, right: twips, header: twips, footer: twips, gutter: twips },
});
export type HousePage = z.infer<typeof pageSchema>;

/** Features of a template that a memo does not take over; listed where the template is chosen. */
export const templateRemarks = [
  /** It names another template, on a disk or a server. */
  'attached-template',
  /** Fields that read something else than the memo: their words stay, and nothing is read. */
  'fields',
  /** Embedded objects, charts, controls. */
  'objects',
  /** Pictures that are none a memo takes over. */
  'pictures',
  'columns',
  /** Its own text, as it has no place for the memo. */
  'text',
] as const;
export type TemplateRemark = (typeof templateRemarks)[number];

/** The fields that a template can name: `{{title}}`. */
export const templateFields = [
  ...['title', 'kind', 'reference', 'for', 'from', 'asOf', 'period', 'marking', 'restrictions', 'status'],
] as const;

/** Marks the place of a memo field in a piece of XML: a private-use character, the name, the character again. */
export const FIELD_SIGN = '\uE0FD';
export const signOf = (field: string): string => `${FIELD_SIGN}${field}${FIELD_SIGN}`;

export const houseTemplateSchema = z.strictObject({
  styles: z.array(styleSchema).max(MAX_TEMPLATE_STYLES),
  /** `w:docDefaults`; empty where there are none. */
  defaults: xml,
  abstracts: z.array(z.strictObject({ id: name, xml })).max(MAX_TEMPLATE_STYLES),
  numbers: z.array(z.strictObject({ id: name, abstractId: name, xml })).max(MAX_TEMPLATE_STYLES),
  /** The theme, and the table of fonts with those that are embedded. */
  theme: xml.nullable(),
  fonts: partSchema.nullable(),
  /** Elements of the settings that affect page layout, by their names. */
  settings: z.array(z.strictObject({ name, xml })).max(50),
  page: pageSchema,
  /** Elements of the section beside size and margins, by their names. */
  section: z.array(z.strictObject({ name, xml })).max(20),
  hasTitlePage: z.boolean(),
  headers: slotsSchema,
  footers: slotsSchema,
  /** The content before and after the memo; null where the template marks no place for it. */
  body: z.strictObject({ before: xml, after: xml, relations: z.array(relationSchema) }).nullable(),
  /** Bytes of pictures and fonts in Base64, by the names of their files. */
  files: z
    .array(z.strictObject({ name: z.string().regex(/^[a-z0-9]+\.[a-z0-9]{2,5}$/u), base64: z.string() }))
    .max(MAX_FILES),
  /** The fields that appear around the memo: the head leaves them out. */
  fields: z.array(name).max(100),
  remarks: z.array(z.enum(templateRemarks)),
});
export type HouseTemplate = z.infer<typeof houseTemplateSchema>;

/** Why a file is not accepted as a template: forbidden content, or the wrong kind of file. */
export const templateFailures = [
  ...(['macros', 'loads-from-elsewhere', 'not-word', 'damaged', 'unsafe', 'too-large'] as const),
] as const;
export type TemplateFailure = (typeof templateFailures)[number];
