import { doctrineTerms } from '../../tradecraft/own-terms.ts';
import { type FoundTerm, findLikelihoodTerms } from '../likelihood/find-likelihood-terms.ts';
import type { Run } from '../memo-document.ts';

type TextRun = Extract<Run, { kind: 'text' }>;

/** Replaces text that is not the writer's, one for each of its characters. */
const NOT_OWN = '\uFFFC';

/** The writer's own words in `runs`; all else keeps its length and holds no word. */
export const ownText = (runs: readonly Run[]): string =>
  runs
    .map((run) => {
      if (run.kind === 'text') return run.text;
      return run.kind === 'quote' ? NOT_OWN.repeat(run.text.length) : NOT_OWN;
    })
    .join('');

const spoken = (lang: string | null): { readonly lang?: string } => (lang === null ? {} : { lang });

/** The run, which begins at `at` of the whole, with its parts inside `terms` in bold. */
const embolden = (
  run: TextRun,
  at: number,
  terms: readonly FoundTerm[],
  lang: string | null,
): readonly TextRun[] => {
  const parts: TextRun[] = [];
  let from = 0;
  for (const term of terms) {
    const start = Math.max(from, term.start - at);
    const end = Math.min(run.text.length, term.end - at);
    if (start >= end) continue;
    if (start > from) parts.push({ ...run, text: run.text.slice(from, start) });
    parts.push({ ...run, text: run.text.slice(start, end), bold: true, ...spoken(term.isOwn ? null : lang) });
    from = end;
  }
  return from < run.text.length || parts.length === 0
    ? [...parts, { ...run, text: run.text.slice(from) }]
    : parts;
};

/**
 * The runs with every term of likelihood that their writer states in bold; a denied term is not stated.
 * @param lang the language tag for the doctrine's terms (BCP 47); null where they are in the language of the memo
 * @param worded the terms of the memo
 */
export const emboldenTerms = (
  runs: readonly Run[],
  lang: string | null = null,
  worded = doctrineTerms,
): readonly Run[] => {
  const text = ownText(runs);
  const terms = findLikelihoodTerms(text, worded).filter(({ isAltered }) => !isAltered);
  if (terms.length === 0) return runs;
  let at = 0;
  return runs.flatMap((run): readonly Run[] => {
    const start = at;
    at += run.kind === 'text' || run.kind === 'quote' ? run.text.length : 1;
    // Text that is bold as a whole, such as the lead of a judgement, is not split.
    if (run.kind !== 'text') return [run];
    if (run.bold !== true) return embolden(run, start, terms, lang);
    // Of such a lead the term alone is in its language: the colon belongs to the line.
    return lang === null ? [run] : embolden(run, start, terms, lang);
  });
};
