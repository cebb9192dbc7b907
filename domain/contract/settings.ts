import { z } from 'zod';
import { keyMapSchema } from '../command/key-bindings.ts';
import { pdfStandardSchema } from '../memo/export/pdf-standard.ts';
import { usualNamePattern } from '../memo/export-file-name.ts';
import { paperSchema } from '../memo/memo.ts';
import { passageColumnIdSchema } from '../search/passage-order.ts';
import { addedDictionarySchema } from '../spelling/added-dictionary.ts';
import { MAX_OWN_WORD, MAX_OWN_WORDS, spellingLanguages } from '../spelling/dictionaries.ts';
import { lexiconSchema } from '../tradecraft/likelihood.ts';
import { markingSchema } from '../tradecraft/marking.ts';
import { MAX_WRITER_NAME } from '../written-by.ts';

/** By the view whose page it explains. */
const hideablePaneSchema = z.enum(['passages', 'search', 'memo', 'board', 'chronology']);

/** The analyst's preferences on this machine. Stored in userData, never in the archive. */
export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** Size of the reading text, in CSS pixels. */
  readingSizePx: z.int().min(14).max(28),
  /** Whether single letters act in the reader (WCAG 2.1.4). */
  hasSingleKeys: z.boolean(),
  /** The keys that the analyst has chosen; read with `bindKeys`, which passes over what makes no sense. */
  keys: keyMapSchema,
  paper: paperSchema,
  pdfStandard: pdfStandardSchema,
  lexicon: lexiconSchema,
  defaultMarking: markingSchema.nullable(),
  /** Whether others on this machine may read an archive's files, as far as its user lets them read new files. */
  isArchiveShared: z.boolean(),
  /** An encrypted archive is locked after this many minutes without keyboard or mouse input; 0: never. */
  lockAfterMinutes: z.int().min(0).max(480),
  /** The name on the records that the analyst makes or changes, see written-by.ts; empty: none. */
  analystName: z.string().max(MAX_WRITER_NAME),
  /** Printed in a memo's "From"; never taken from the machine's user name. */
  exportFrom: z.string().max(200),
  /** How a passage is cited in a sentence: with its quotation, or as a number after own words. */
  citationForm: z.enum(['whole', 'number']),
  /** How an exported file is named: see `namePartWords`. */
  exportName: z.string().max(200),
  /** Whether a daily system notification lists due tasks. */
  tellsDueTasks: z.boolean(),
  /** Whether quotation marks, dashes and dots are set in memos as they are typed. */
  setsTypography: z.boolean(),
  /** Whether the names of the register are marked in the texts of articles. */
  marksNames: z.boolean(),
  /** Spelling in notes and memos. */
  spelling: z.strictObject({
    isOn: z.boolean(),
    /** The analyst's language for notes, which also decides the spelling of English without a region. */
    language: z.enum(spellingLanguages),
    /** Words accepted besides the dictionaries. */
    ownWords: z.array(z.string().min(1).max(MAX_OWN_WORD)).max(MAX_OWN_WORDS),
  }),
  /** The spelling dictionaries that were added on this machine, each language once. */
  dictionaries: z.array(addedDictionarySchema).max(spellingLanguages.length),
  /** The layout of the table of passages: hidden columns, and custom widths in CSS pixels. */
  passageColumns: z.strictObject({
    hidden: z.array(passageColumnIdSchema),
    widths: z.partialRecord(passageColumnIdSchema, z.int().min(30).max(2000)),
  }),
  /** How high the rows of all lists are. */
  rowHeight: z.enum(['comfortable', 'compact']),
  /** Whether the list of articles is a table, each article a line in columns. */
  hasArticleColumns: z.boolean(),
  /** Whether the sidebar shows icons although there is room for words. */
  isSidebarCollapsed: z.boolean(),
  /** Panes beside a page that were closed. */
  hiddenPanes: z.array(hideablePaneSchema).max(hideablePaneSchema.options.length),
  /** The widths in CSS pixels that panes were drawn to. */
  paneWidths: z.partialRecord(z.enum(['list', 'side', 'pages', 'original']), z.int().min(100).max(3000)),
});
export type Settings = z.infer<typeof settingsSchema>;
export type HideablePane = z.infer<typeof hideablePaneSchema>;

export const defaultSettings: Settings = {
  theme: 'system',
  readingSizePx: 18,
  hasSingleKeys: true,
  keys: {},
  paper: 'a4',
  pdfStandard: 'ua-1',
  lexicon: 'icd203-likely',
  defaultMarking: null,
  isArchiveShared: false,
  lockAfterMinutes: 15,
  analystName: '',
  exportFrom: '',
  citationForm: 'whole',
  exportName: usualNamePattern,
  tellsDueTasks: false,
  setsTypography: true,
  marksNames: true,
  spelling: { isOn: true, language: 'en-GB', ownWords: [] },
  dictionaries: [],
  passageColumns: { hidden: [], widths: {} },
  rowHeight: 'comfortable',
  hasArticleColumns: false,
  isSidebarCollapsed: false,
  hiddenPanes: [],
  paneWidths: {},
};
