/**
 * The formats in which a text can come: one row each. `renderer/importer/parse-article.ts` has the reader of each, which
 * gets the bytes of its files, or of a text, the text in UTF-8.
 */

type FormatRow = {
  /** By which its files are known, without the dot; the first is the plainest. */
  readonly endings: readonly string[];
  /** Whether its files are text, of which the encoding has to be found; HTML may say its own. */
  readonly text: 'plain' | 'html' | null;
};

const rows = {
  txt: { endings: ['txt', 'text'], text: 'plain' },
  markdown: { endings: ['md', 'markdown', 'mdown', 'mkd'], text: 'plain' },
  html: { endings: ['html', 'htm', 'xhtml'], text: 'html' },
  // What was pasted is kept as one file of JSON, and never looked for by its name.
  clipboard: { endings: [], text: null },
} as const satisfies Readonly<Record<string, FormatRow>>;

export type ArticleFormat = keyof typeof rows;

export const articleFormats: Readonly<Record<ArticleFormat, FormatRow>> = rows;
export const articleFormatNames = Object.keys(rows) as readonly ArticleFormat[];

/** The format of files whose names end so, without the dot and in lower case; null for one that is not known. */
export const formatOfEnding = (ending: string): ArticleFormat | null =>
  articleFormatNames.find((name) => articleFormats[name].endings.includes(ending)) ?? null;
