/**
 * What an export of another tool holds, in one neutral shape: articles with their text or with excerpts alone, what was
 * highlighted in them, and what could not be taken. Readers make it, one mechanism applies it. All of it comes from
 * files that are not trusted: plain text, with limits.
 */
import { z } from 'zod';
import { articleStateSchema } from '../article/annotations.ts';
import { bibliographySchema } from '../article/bibliography/bibliography.ts';
import { listedSourceSchema, MAX_LISTED_SOURCES } from '../source/list/listed-source.ts';
import { codebookEntrySchema, MAX_CODEBOOK_ENTRIES } from '../tag/codebook-entry.ts';
import { timestampSchema } from '../time.ts';
import { calendarTaskSchema, MAX_CALENDAR_TASKS } from './calendar-task.ts';
import { leftOutSchema } from './left-out.ts';

const MAX_NAME = 1_000;
const MAX_QUOTE = 200_000;
const MAX_TEXT = 30 * 1024 ** 2;

const name = z.string().trim().min(1).max(MAX_NAME);
const tags = z.array(name).max(500);

/** A highlight: its words and those around it, empty where the export has none. */
const passageSchema = z.strictObject({
  exact: z.string().min(1).max(MAX_QUOTE),
  prefix: z.string().max(MAX_NAME),
  suffix: z.string().max(MAX_NAME),
  note: z.string().min(1).max(MAX_QUOTE).nullable(),
  tags,
  /** Its place according to the tool, in the tool's words: "page 12", "location 170–171". */
  place: z.string().min(1).max(200).nullable(),
  /** When it was highlighted. */
  at: timestampSchema.nullable(),
});
export type BroughtPassage = z.infer<typeof passageSchema>;

/** The text as the tool stores it; null where it stores none, and the article consists of its highlights. */
const textSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['html', 'markdown', 'plain']), text: z.string().min(1).max(MAX_TEXT) }),
    /** A file beside the export, by its path from there. */
    z.strictObject({ kind: z.literal('file'), path: z.string().min(1).max(MAX_NAME) }),
  ])
  .nullable();

const { shape } = bibliographySchema;

const articleSchema = z.strictObject({
  /** The known bibliographic values; an unknown one is null. */
  about: z.strictObject({
    type: shape.type.nullable(),
    title: name.nullable(),
    byline: name.nullable(),
    publisher: name.nullable(),
    publishedAt: shape.publishedAt,
    url: shape.url,
    language: shape.language,
    doi: shape.doi,
  }),
  text: textSchema,
  /** The name of its file, where the export has a file for each article; null otherwise. */
  fileName: name.nullable(),
  state: articleStateSchema.nullable(),
  note: z.string().min(1).max(MAX_QUOTE).nullable(),
  tags,
  passages: z.array(passageSchema).max(20_000),
});
export type BroughtArticle = z.infer<typeof articleSchema>;
export type BroughtAbout = BroughtArticle['about'];

export const broughtSchema = z.strictObject({
  articles: z.array(articleSchema).max(50_000),
  leftOut: z.array(leftOutSchema).max(500),
  /** What is said of tags themselves. */
  codebook: z.array(codebookEntrySchema).max(MAX_CODEBOOK_ENTRIES).exactOptional(),
  /** What is said of sources. */
  sources: z.array(listedSourceSchema).max(MAX_LISTED_SOURCES).exactOptional(),
  /** To-dos of a calendar. */
  tasks: z.array(calendarTaskSchema).max(MAX_CALENDAR_TASKS).exactOptional(),
});
export type Brought = z.infer<typeof broughtSchema>;

/** An article of which nothing is known but `about`. */
export const newBrought = (
  about: Partial<BroughtAbout>,
  rest: Partial<Omit<BroughtArticle, 'about'>> = {},
): BroughtArticle => ({
  about: {
    type: null,
    title: null,
    byline: null,
    publisher: null,
    publishedAt: null,
    url: null,
    language: null,
    doi: null,
    ...about,
  },
  text: null,
  fileName: null,
  state: null,
  note: null,
  tags: [],
  passages: [],
  ...rest,
});

/** A passage with only its words and `said`. */
export const newBroughtPassage = (exact: string, said: Partial<BroughtPassage> = {}): BroughtPassage => ({
  exact,
  prefix: '',
  suffix: '',
  note: null,
  tags: [],
  place: null,
  at: null,
  ...said,
});
