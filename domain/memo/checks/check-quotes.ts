import type { MemoMaterial } from '../citations/memo-material.ts';
import { listProse } from '../content/list-prose.ts';
import type { Memo } from '../memo.ts';
import type { Citation, MemoInline } from '../memo-content.ts';
import { isVerbatim } from '../verbatim/is-verbatim.ts';
import type { MemoProblem } from './memo-problem.ts';

/** Fewer words in quotation marks are a manner of speaking rather than evidence. */
const MIN_QUOTED_WORDS = 3;
const quoted = /“([^“”]+)”|"([^"]+)"/gu;

type QuotedBeforeCitation = { readonly quotes: readonly string[]; readonly citation: Citation };

const quotesIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(quoted), (match) => match[1] ?? match[2] ?? '').filter(
    (quote) => quote.trim().split(/\s+/u).length >= MIN_QUOTED_WORDS,
  );

/** For each citation that prints no quote of its own: what was typed in quotation marks since the one before. */
const typedQuotes = (inline: readonly MemoInline[]): readonly QuotedBeforeCitation[] => {
  const found: QuotedBeforeCitation[] = [];
  let text = '';
  for (const node of inline) {
    if (node.type === 'text') text += node.text;
    if (node.type !== 'citation') continue;
    if (node.attrs.form !== 'whole') found.push({ quotes: quotesIn(text), citation: node.attrs });
    text = '';
  }
  return found;
};

/** Words that were typed in quotation marks before a citation and do not stand so in the cited article. */
export const checkTypedQuotes = (memo: Memo, { articles }: MemoMaterial): readonly MemoProblem[] =>
  listProse(memo.content)
    .flatMap(({ inline }) => typedQuotes(inline))
    .flatMap(({ quotes, citation: { articleId, passageId } }) => {
      const text = articles.get(articleId)?.text?.index.text;
      if (text === undefined) return [];
      return quotes
        .filter((quote) => !isVerbatim(quote, text))
        .map((quote) => ({ severity: 'should', kind: 'quote-not-verbatim', passageId, quote }) as const);
    });
