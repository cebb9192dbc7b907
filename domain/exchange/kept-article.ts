/**
 * What the original of an article is that was brought from another tool: the text as the tool kept it, or the excerpts
 * that it kept in place of one, with where they come from. One file of JSON, from which the text is read, and read
 * again.
 */
import { z } from 'zod';
import type { Body, ParagraphNode } from '../article/body/body.ts';
import type { BroughtArticle } from './brought.ts';

const keptSchema = z.strictObject({
  /** The tool by its id; one that a later version of Precis knows is read as well. */
  tool: z.string(),
  title: z.string().nullable(),
  byline: z.string().nullable(),
  url: z.string().nullable(),
  content: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['html', 'markdown', 'plain']), text: z.string() }),
    z.strictObject({ kind: z.literal('excerpts'), excerpts: z.array(z.string().min(1)).min(1) }),
  ]),
});
export type KeptArticle = z.infer<typeof keptSchema>;

/** An excerpt as it is kept: lines without white space around them, and no empty ones. Empty where nothing is left. */
export const excerptOf = (exact: string): string =>
  exact
    .split(/\r\n?|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/** The excerpts of an article in their order, each once. */
export const excerptsOf = ({ passages }: Pick<BroughtArticle, 'passages'>): string[] => [
  ...new Set(passages.map(({ exact }) => excerptOf(exact)).filter((excerpt) => excerpt !== '')),
];

/** What was selected on a page of which the text is not there, or does not hold it. */
type SelectedOnPage = {
  readonly address: string;
  readonly title: string;
  readonly selections: readonly { readonly exact: string }[];
};

/** The excerpts of a page, each once, and the file that they are kept as; null where there are none. */
export const excerptsOfPage = ({
  address,
  title,
  selections,
}: SelectedOnPage): { readonly excerpts: readonly string[]; readonly json: string } | null => {
  const said = selections.map(({ exact }) => excerptOf(exact)).filter((excerpt) => excerpt !== '');
  const excerpts = [...new Set(said)];
  if (excerpts.length === 0) return null;
  const content = { kind: 'excerpts', excerpts } as const;
  return {
    excerpts,
    json: writeKept({ tool: 'browser', title: title || null, byline: null, url: address || null, content }),
  };
};

/** The text of the file that `kept` is kept as. */
export const writeKept = (kept: KeptArticle): string => `${JSON.stringify(kept, null, 2)}\n`;

/** What stands in the file that an article is kept as. Throws where it is another file. */
export const readKept = (json: string): KeptArticle => keptSchema.parse(JSON.parse(json));

const paragraphOf = (line: string): ParagraphNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text: line }],
});

/** Excerpts as a body: a quotation each, of a paragraph a line. Its canonical text is the excerpts, joined by "\n". */
export const bodyOfExcerpts = (excerpts: readonly string[]): Body => ({
  type: 'doc',
  content: excerpts.map((excerpt) => ({
    type: 'blockquote',
    content: excerpt.split('\n').map(paragraphOf),
  })),
});
