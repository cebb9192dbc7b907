/**
 * The note that the browser extension writes beside each page that it saves: where the page was, and the words that
 * were selected on it. `STEM.keep.json` lies beside `STEM.mhtml`; a further press on the same page writes
 * `STEM.keep-2.json`. What a note says is believed as far as its shape goes: it may come from any hand.
 */
import { z } from 'zod';
import { timestampSchema } from '../time.ts';

/** More than anybody selects, and than stands around a selection. */
const MAX_WORDS = 200_000;
const MAX_CONTEXT = 1000;
const MAX_SELECTIONS = 500;

/** A note that is longer is none. */
export const MAX_NOTE_BYTES = 8 << 20;

/** Words that were selected on a page, and what stands right before and after them. */
export const keptSelectionSchema = z.object({
  exact: z.string().min(1).max(MAX_WORDS),
  prefix: z.string().max(MAX_CONTEXT),
  suffix: z.string().max(MAX_CONTEXT),
  /** Which of the equal places on the page it is, from 1, and how many there are; null where nobody counted. */
  occurrence: z
    .object({ number: z.int().min(1), of: z.int().min(1) })
    .nullable()
    .optional(),
});
export type KeptSelection = z.infer<typeof keptSelectionSchema>;

/** What a later extension says besides is passed over. */
const keepNoteSchema = z.object({
  format: z.literal('precis-keep'),
  version: z.literal(1),
  page: z.object({
    /** The name of its file, in the same folder. */
    file: z.string().min(1).max(255),
    sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  }),
  address: z.string().max(8000),
  title: z.string().max(2000),
  /** When the button was pressed. */
  keptAt: timestampSchema,
  selections: z.array(keptSelectionSchema).max(MAX_SELECTIONS),
});
export type KeepNote = z.infer<typeof keepNoteSchema>;

/** What a file says; null where it is no note. */
export const readKeepNote = (json: string): KeepNote | null => {
  try {
    const note = keepNoteSchema.parse(JSON.parse(json));
    const isPlainName = !/[/\\]/u.test(note.page.file) && !note.page.file.startsWith('.');
    return isPlainName ? note : null;
  } catch {
    return null;
  }
};

/** A browser numbers a file whose name is taken. */
const NOTE_ENDING = /\.keep(?:-\d+)?(?: ?\(\d+\))?\.json$/iu;

/** Whether a file is a note, by its name alone. */
export const isKeepNote = (path: string): boolean => NOTE_ENDING.test(path);

/** The page that lies beside a note, by its name or path. */
export const pageOfKeepNote = (path: string): string => path.replace(NOTE_ENDING, '.mhtml');
