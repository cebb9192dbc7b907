/**
 * A page as a second reader has read it: by OCR from its picture, or by another reader of PDFs from its text
 * layer. All lengths are points from the upper left corner of the page as displayed; where its picture is sideways
 * or upside down, of the page as turned for reading.
 */
import { z } from 'zod';
import { printCount } from '../../print-count.ts';

/** More words than any page of paper carries, and longer than any word. */
const MAX_WORDS = 20_000;
const MAX_WORD_LENGTH = 400;
const MAX_POINTS = 100_000;

const length = z.number().min(-MAX_POINTS).max(MAX_POINTS);

const wordSchema = z.strictObject({
  text: z.string().min(1).max(MAX_WORD_LENGTH),
  left: length,
  right: length,
  baseline: length,
  /** The height of its letters. */
  size: z.number().min(0).max(MAX_POINTS),
  /** How sure OCR is of it, in whole per cent; null where its letters are those of the text layer. */
  confidence: z.int().min(0).max(100).nullable(),
});

export const machinePageSchema = z.strictObject({
  /** In the file, from 1. */
  index: z.int().min(1),
  /** In the order in which they are read. */
  words: z.array(wordSchema).max(MAX_WORDS),
});
export type MachineWord = z.infer<typeof wordSchema>;
export type MachinePage = z.infer<typeof machinePageSchema>;

/** The words of a page as a text, to be judged. */
export const machineText = ({ words }: Pick<MachinePage, 'words'>): string =>
  words.map(({ text }) => text).join(' ');

/** The contents of a PDF page, as far as they distinguish a scan from a page of text. */
type PageContent = {
  /** Letters and digits of its text layer. */
  readonly letters: number;
  /** The share of the page that its pictures cover, 0 to 1. */
  readonly pictureShare: number;
};

/** A stamp, a page number or the note of a scanner is no text of the page. */
const FEW_LETTERS = 20;
/** A photograph over half a page of a book is beside text; a scan fills the page. */
const MOST_OF_PAGE = 0.7;

/** Whether a page may be a scan, judging by its text alone, of which it has hardly any. */
export const hasHardlyText = ({ letters }: Pick<PageContent, 'letters'>): boolean => letters < FEW_LETTERS;

/**
 * Whether a page is a picture of text, or of nothing but a picture: hardly any text, and a picture over most of it. A
 * cover is one too, and nobody can tell without reading it.
 */
export const isScanned = (content: PageContent): boolean =>
  hasHardlyText(content) && content.pictureShare >= MOST_OF_PAGE;

/**
 * Why a page was not read by OCR; `cancelled`: the reading had ended before, by a person or since page upon page
 * failed; `no-words`: on none of the pages words were found.
 */
export type WhyUnread = 'cancelled' | 'too-long' | 'too-much-memory' | 'crashed' | 'not-drawn' | 'no-words';

/** A page of the file, from 1, that was not read. */
export type UnreadPage = { readonly page: number; readonly why: WhyUnread };

const reasons: Readonly<Record<Exclude<WhyUnread, 'cancelled'>, string>> = {
  'too-long': 'took too long',
  'too-much-memory': 'needed too much memory',
  crashed: 'made the engine fail',
  'not-drawn': 'could not be drawn',
  'no-words': 'shows no text',
};

const isReason = (why: WhyUnread): why is Exclude<WhyUnread, 'cancelled'> => why !== 'cancelled';

/**
 * The result for pages that were to be read by OCR, of which `read` were: what was kept, and what was not read and
 * why.
 */
export const sayReading = (read: number, unread: readonly UnreadPage[]): string => {
  const kept = `${printCount(read, 'page')} read`;
  const failed = unread.flatMap(({ page, why }) => (isReason(why) ? [{ page, why }] : []));
  const stopped = unread.length - failed.length;
  const said = failed.slice(0, 3).map(({ page, why }) => `page ${page} ${reasons[why]}`);
  const more = failed.length > 3 ? [`${failed.length - 3} more failed`] : [];
  const left =
    stopped > 0 ? [`${printCount(stopped, 'page')} left as ${stopped === 1 ? 'it was' : 'they were'}`] : [];
  return `${[kept, ...said, ...more, ...left].join('; ')}.`;
};
