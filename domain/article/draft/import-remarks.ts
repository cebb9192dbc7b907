/**
 * Observations by the reader of a document that the text alone does not show: tracked changes, attachments, pages
 * without text. Shown in the import check, in the report and on the command line; none of it is text of the
 * article.
 */
import { z } from 'zod';
import { printCount } from '../../print-count.ts';

/** The maximum number of attachments listed, and the maximum length of a name. */
export const MAX_ATTACHMENTS = 200;
export const MAX_ATTACHMENT_NAME_LENGTH = 300;
const MAX_NAMES_LENGTH = 1000;

const count = z.int().min(1);
const formatName = z.string().min(1).max(60);
/** Pages of the file, from 1. */
const pages = z.array(z.int().min(1)).min(1).max(10_000);

const importRemarkSchema = z.discriminatedUnion('kind', [
  /** Both are in the text, marked as inserted and as struck. */
  z.strictObject({
    kind: z.literal('tracked-changes'),
    insertions: z.int().min(0),
    deletions: z.int().min(0),
  }),
  z.strictObject({ kind: z.literal('comments'), count }),
  /** Words that a document hides; they are not in the text. */
  z.strictObject({ kind: z.literal('hidden-words'), count }),
  z.strictObject({
    kind: z.literal('attachments'),
    names: z.array(z.string().min(1).max(MAX_ATTACHMENT_NAME_LENGTH)).min(1).max(MAX_ATTACHMENTS),
  }),
  /** Of a web archive: pages besides the one that it is read as. */
  z.strictObject({ kind: z.literal('more-pages'), count }),
  z.strictObject({ kind: z.literal('page-furniture'), count }),
  z.strictObject({ kind: z.literal('hyphens'), count }),
  z.strictObject({ kind: z.literal('pages-without-text'), pages }),
  z.strictObject({ kind: z.literal('pages-unreadable'), pages }),
  /** Nothing but a picture over most of the page, which OCR can read. */
  z.strictObject({ kind: z.literal('pages-scanned'), pages }),
  /** The first reader made garbage of their letters, and a second one did not. */
  z.strictObject({ kind: z.literal('pages-read-again'), pages }),
  /** By OCR, from their pictures. */
  z.strictObject({ kind: z.literal('pages-read-by-machine'), pages }),
  /** The file does not state which letters it draws. */
  z.strictObject({ kind: z.literal('pages-doubtful'), pages }),
  /** Their letters are right and their spaces are not: letters stand apart, or words run together. */
  z.strictObject({ kind: z.literal('pages-broken-words'), pages }),
  /** More than are read. `read` is how many were. */
  z.strictObject({
    kind: z.literal('cut-short'),
    what: z.enum(['pages', 'mails', 'items', 'rows', 'columns']),
    read: count,
    of: count,
  }),
  z.strictObject({ kind: z.literal('parts-unreadable'), count }),
  /** The format by the file name differs from that of its bytes; both as they are called within a sentence. */
  z.strictObject({ kind: z.literal('named-otherwise'), named: formatName, is: formatName }),
  /** Of a web page: so few words are no report. */
  z.strictObject({ kind: z.literal('few-words'), count }),
  /** For a web page: the percentage of its sentences that the text contains. */
  z.strictObject({ kind: z.literal('little-of-page'), percent: z.int().min(0).max(99) }),
  /** For a web page: how many words of its article the text has, of how many that the page or its data has. */
  z.strictObject({ kind: z.literal('part-of-article'), read: count, of: count }),
  /** For a web page: names of several people with nothing between them. */
  z.strictObject({
    kind: z.literal('names-run-together'),
    names: z.array(z.string().min(1).max(MAX_NAMES_LENGTH)).length(1),
  }),
  /** For an item of a feed: the number of words, which only announce a text published elsewhere. */
  z.strictObject({ kind: z.literal('teaser'), count }),
  /** Slides or sheets that a document hides: they are offered and not taken. */
  z.strictObject({ kind: z.literal('hidden-parts'), what: z.enum(['slide', 'sheet']), count }),
  /** Headings whose numbers the program counts by itself. */
  z.strictObject({ kind: z.literal('numbered-headings'), count }),
  /** For slides: the notes that only the speaker sees. */
  z.strictObject({ kind: z.literal('speaker-notes'), count }),
  /** They are damaged, of a kind that can't be drawn, or too large to be. */
  z.strictObject({ kind: z.literal('pictures-undrawn'), count }),
  /** There are more, or more bytes of them, than are kept. */
  z.strictObject({ kind: z.literal('pictures-left-out'), count }),
  /** So much is drawn on them, or so many pages come before them, that no pictures were looked for. */
  z.strictObject({ kind: z.literal('pages-unpictured'), pages }),
  /** So many marks come before theirs, or they can't be read. */
  z.strictObject({ kind: z.literal('pages-marks-unread'), pages }),
]);
export type ImportRemark = z.infer<typeof importRemarkSchema>;

export const importRemarksSchema = z.array(importRemarkSchema).max(20);

const isOfSomething = (remark: ImportRemark): boolean => {
  switch (remark.kind) {
    case 'tracked-changes':
      return remark.insertions + remark.deletions > 0;
    case 'attachments':
      return remark.names.length > 0;
    case 'pages-without-text':
    case 'pages-unreadable':
    case 'pages-doubtful':
    case 'pages-broken-words':
    case 'pages-scanned':
    case 'pages-read-again':
    case 'pages-read-by-machine':
    case 'pages-unpictured':
    case 'pages-marks-unread':
      return remark.pages.length > 0;
    case 'cut-short':
    case 'part-of-article':
      return remark.read < remark.of;
    case 'little-of-page':
    case 'named-otherwise':
    case 'names-run-together':
      return true;
    default:
      return remark.count > 0;
  }
};

/** The remarks with findings, from all that the reader of a document looks for. */
export const foundRemarks = (lookedFor: readonly ImportRemark[]): readonly ImportRemark[] =>
  lookedFor.filter(isOfSomething);

/** Whether so little of a page was kept that somebody should look at it before it is sealed. */
export const saysLittle = ({ kind }: ImportRemark): boolean =>
  kind === 'few-words' || kind === 'little-of-page' || kind === 'part-of-article';

type Said = { readonly [K in ImportRemark['kind']]: (remark: Extract<ImportRemark, { kind: K }>) => string };

/** `count` to two figures: how much a page holds is not known to the word. */
const printAbout = (count: number): string => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
  return (Math.round(count / step) * step).toLocaleString('en');
};

/** So many pages are named one by one. */
const MAX_NAMED = 8;

export const printPages = (numbers: readonly number[]): string => {
  const named = numbers.slice(0, MAX_NAMED).join(', ');
  const more = numbers.length > MAX_NAMED ? ` and ${numbers.length - MAX_NAMED} more` : '';
  return `${numbers.length === 1 ? 'page' : 'pages'} ${named}${more} of the file`;
};

const said: Said = {
  'tracked-changes': ({ insertions, deletions }) =>
    `The file has tracked changes: ${printCount(insertions, 'insertion')} and ${printCount(deletions, 'deletion')}. The text shows both: insertions underlined, deletions struck out.`,
  comments: ({ count }) => `The file has ${printCount(count, 'comment')}, not shown in the text.`,
  'hidden-words': ({ count }) =>
    `${printCount(count, 'hidden word')} ${count === 1 ? 'is' : 'are'} not in the text.`,
  attachments: ({ names }) =>
    `Attached, but not imported: ${names.join(', ')}. To import one, save it as a separate file.`,
  'more-pages': ({ count }) =>
    `The web archive has ${printCount(count, 'more page')}, not imported. Import the archive on its own to choose pages.`,
  'page-furniture': ({ count }) =>
    `Headers and footers were left out (${printCount(count, 'line')}). You can put them back.`,
  hyphens: ({ count }) =>
    `${printCount(count, 'word')} hyphenated at the end of a line ${count === 1 ? 'was' : 'were'} joined and marked.`,
  'pages-without-text': ({ pages: numbers }) =>
    `No text on ${printPages(numbers)}: only a picture, or empty.`,
  'pages-unreadable': ({ pages: numbers }) =>
    `The file is damaged: ${printPages(numbers)} could not be read.`,
  'pages-scanned': ({ pages: numbers }) => `Scanned, not read yet: ${printPages(numbers)}.`,
  'pages-read-again': ({ pages: numbers }) =>
    `The fonts of the file are unclear. A second reader recovered the letters on ${printPages(numbers)}.`,
  'pages-read-by-machine': ({ pages: numbers }) =>
    `Read by machine: ${printPages(numbers)}. Check quotations against the page.`,
  'pages-doubtful': ({ pages: numbers }) =>
    `The letters on ${printPages(numbers)} could not be identified, so the text is probably wrong. Compare before you quote.`,
  'pages-broken-words': ({ pages: numbers }) =>
    `The file does not separate its words clearly: on ${printPages(numbers)} letters stand apart or words run together. Reading the picture of the page by OCR may be better.`,
  'cut-short': ({ what, read, of }) => `Only the first ${read} of its ${of} ${what} were read.`,
  'hidden-parts': ({ what, count }) =>
    `${printCount(count, `hidden ${what}`)} ${count === 1 ? 'was' : 'were'} left out. You can put ${count === 1 ? 'it' : 'them'} back.`,
  'numbered-headings': ({ count }) =>
    `${printCount(count, 'heading')} ${count === 1 ? 'has an automatic number, which is' : 'have automatic numbers, which are'} not in the text.`,
  'speaker-notes': ({ count }) =>
    `${printCount(count, 'slide')} ${count === 1 ? 'has' : 'have'} speaker notes. They follow the slide as quotations.`,
  'few-words': ({ count }) =>
    `The page has only ${printCount(count, 'word')} of text. The rest may need a script or a log-in. Save the page again once all is shown, or print it to PDF.`,
  'little-of-page': ({ percent }) =>
    `The page shows more text than was kept (${percent} %). Compare it with the page, and put back what belongs to the article.`,
  'part-of-article': ({ read, of }) =>
    `The text has about ${printAbout(read)} of about ${printAbout(of)} words of the article. Compare it with the page, and put back what is missing.`,
  'names-run-together': ({ names }) =>
    `The author reads like several people with nothing between their names: ${names.join(', ')}. Separate them with commas.`,
  teaser: ({ count }) =>
    `Only a teaser (${printCount(count, 'word')}): the feed does not hold the whole text. Open the address, save the page, and import that.`,
  'named-otherwise': ({ named, is }) =>
    `The file name says ${named}, but the file is ${is} and was read as that.`,
  'parts-unreadable': ({ count }) =>
    `${printCount(count, 'part')} of the file could not be read and ${count === 1 ? 'is' : 'are'} missing.`,
  'pictures-undrawn': ({ count }) =>
    `${printCount(count, 'picture')} could not be drawn: damaged, unknown or too large. Places and descriptions are kept.`,
  'pictures-left-out': ({ count }) =>
    `The file has too many pictures: ${printCount(count, 'picture')} ${count === 1 ? 'was' : 'were'} left out. Places and descriptions are kept.`,
  'pages-marks-unread': ({ pages: numbers }) => `Marks were not read on ${printPages(numbers)}.`,
  'pages-unpictured': ({ pages: numbers }) =>
    `Pictures were not searched for on ${printPages(numbers)}: too much is drawn there, or there are too many pages. The text is complete.`,
};

const READABLE: ReadonlySet<ImportRemark['kind']> = new Set([
  'pages-scanned',
  'pages-doubtful',
  'pages-broken-words',
]);

/**
 * The pages of the file, ascending, that OCR can read and has not: scans, and pages whose letters are garbage or whose
 * words are broken.
 */
export const readablePages = (remarks: readonly ImportRemark[]): readonly number[] =>
  remarks
    .flatMap((remark) => (READABLE.has(remark.kind) && 'pages' in remark ? remark.pages : []))
    .sort((a, b) => a - b);

/** `remark` as one or two sentences. */
export const sayRemark = (remark: ImportRemark): string =>
  (said[remark.kind] as (remark: ImportRemark) => string)(remark);
