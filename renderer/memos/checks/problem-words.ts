/** What the checks found, in words that say what to do. */
import type { MemoProblem, ResolvedCitation } from '#domain/contract/memo.ts';
import { inQuotationMarks } from '#domain/text/quotation-marks.ts';
import { printHasNo } from '#renderer/parts/article/print-missing-fields.ts';
import { quoteFaultWords } from './quote-fault-words.ts';

type EvidenceState = ResolvedCitation['state'];
type Kind = MemoProblem['kind'];
type ProblemOf<K extends Kind> = Extract<MemoProblem, { readonly kind: K }>;

const lookAtIt = 'Look at it, then cite it as it reads now or take the citation out.';
const evidence: Readonly<Record<EvidenceState, (ofArticle: string) => string>> = {
  ok: (ofArticle) => `A cited passage${ofArticle} stands.`,
  changed: (ofArticle) => `A cited passage${ofArticle} has changed. ${lookAtIt}`,
  altered: (ofArticle) =>
    `A cited passage${ofArticle} stands in a text that was changed after it was imported. Open the article: restore its text, or say why it is used as it is.`,
  deleted: (ofArticle) => `A cited passage${ofArticle} is in the trash. ${lookAtIt}`,
  missing: (ofArticle) => `A cited passage${ofArticle} is missing. ${lookAtIt}`,
};

/** More are counted and not named. */
const MAX_NAMED = 3;

const nameAll = (articles: readonly string[]): string => {
  const rest = articles.length - MAX_NAMED;
  const names = articles.slice(0, MAX_NAMED).map(inQuotationMarks);
  const all = rest > 0 ? [...names, rest === 1 ? '1 other' : `${rest} others`] : names;
  return new Intl.ListFormat('en-GB').format(all);
};

const isMarked = (articles: readonly string[]): string =>
  `${nameAll(articles)} ${articles.length === 1 ? 'is' : 'are'} marked`;

const words: { readonly [K in Kind]: (problem: ProblemOf<K>) => string } = {
  'evidence-changed': ({ article, state }) =>
    evidence[state](article === null ? '' : ` of ${inQuotationMarks(article)}`),
  'marking-below-evidence': ({ needed, articles }) =>
    needed.kind === 'tlp'
      ? `${isMarked(articles)} ${needed.label}: mark the memo at least as high.`
      : `${isMarked(articles)} “${needed.text}”: mark the memo so, or write it into its restrictions.`,
  'judgement-without-likelihood-or-confidence': () => 'A judgement has neither likelihood nor confidence.',
  'judgement-without-citation': () => 'A judgement cites nothing.',
  'judgement-of-one-text': ({ articles }) =>
    `A judgement cites ${nameAll(articles)}, which carry one text: they are one source, not ${articles.length}.`,
  'confirmed-by-no-other-origin': ({ article }) =>
    `A passage${article === null ? '' : ` of ${inQuotationMarks(article)}`} is graded 1, confirmed, and nothing of another origin supports it. Link what does, or give the reason in its grade.`,
  'judgement-says-another-likelihood': ({ chosen, written }) =>
    `A judgement is set to “${chosen}” and says “${written}”.`,
  'likelihood-and-confidence-in-one-sentence': ({ sentence }) =>
    `Likelihood and confidence stand in one sentence (ICD 203 keeps them apart): ${inQuotationMarks(sentence)}`,
  'quote-not-verbatim': ({ quote, fault }) => `${inQuotationMarks(quote)}: ${quoteFaultWords(fault)}`,
  'quoted-not-cited': ({ quote }) => `${inQuotationMarks(quote)} is quoted, but not cited.`,
  'quote-of-another-speaker': ({ quote, speaker }) =>
    `${inQuotationMarks(quote)} is given to ${speaker} in the cited article, not to the speaker of the passage that is cited.`,
  'quote-of-struck-words': ({ words: struck }) =>
    `A cited passage holds words that its article strikes out: ${struck.map(inQuotationMarks).join(', ')}. The quotation prints them as if they stood.`,
  'empty-section': ({ heading }) => `“${heading}” is empty and will not be printed.`,
  'list-too-deep': ({ heading }) =>
    `A list in “${heading}” has more than 20 levels: what is deeper is printed in the twentieth.`,
  'head-incomplete': ({ field }) => `“${field === 'for' ? 'For' : 'From'}” is empty.`,
  'citation-incomplete': ({ article, missingFields }) =>
    `${inQuotationMarks(article)} has ${printHasNo(missingFields)}.`,
  'mixed-lexicons': ({ terms }) => `Words of another lexicon: ${terms.join(', ')}.`,
  'missing-glyph': ({ glyph }) =>
    `No font has ${glyph.character} (${glyph.codePoint}) in “${glyph.place}”. Take it out, or print its number.`,
};

/** The problem as a sentence. */
export const problemWords = (problem: MemoProblem): string =>
  // The table is total over the kinds; the types can't follow the key to its function.
  (words[problem.kind] as (problem: MemoProblem) => string)(problem);

/** A key that tells two problems of one memo apart. */
export const problemKey = (problem: MemoProblem): string => JSON.stringify(problem);
