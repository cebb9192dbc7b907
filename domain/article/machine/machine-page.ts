/**
 * A page as a second reader has read it: by OCR from its picture, or by another reader of PDFs from its text layer. All
 * lengths are points from the left upper corner of the page as it is shown; where its picture lies on its side or its head,
 * of the page as it is held to be read.
 */
import { z } from 'zod';

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
