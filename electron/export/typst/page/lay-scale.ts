import { ownText } from '#domain/memo/document/embolden-terms.ts';
import { findLikelihoodTerms } from '#domain/memo/likelihood/find-likelihood-terms.ts';
import type { LikelihoodScale } from '#domain/memo/likelihood/read-lexicon-note.ts';
import type { JudgementBlock } from '#domain/memo/memo-document.ts';
import { type PrintedWords, printLed } from '#domain/memo/print/printed-words.ts';
import { capital } from '#domain/text/capital.ts';
import type { Terms } from '#domain/tradecraft/own-terms.ts';

/** The text beside a judgement: its term, the index of its band in the scale, and the meaning of the term. */
export type JudgementTerm = { readonly term: string; readonly band: number; readonly printed: string };

/** The single term of a judgement; null if its statement has another one too, or if the term is not in the scale. */
export const termBeside = (
  { likelihood, statement }: JudgementBlock,
  scale: LikelihoodScale | null,
  terms: Terms,
): JudgementTerm | null => {
  if (likelihood === null || scale === null) return null;
  const said = new Set(findLikelihoodTerms(ownText(statement), terms).map(({ wording }) => wording));
  const band = scale.bands.findIndex(({ wordings }) => wordings.includes(likelihood));
  const found = scale.bands[band];
  if (found === undefined || said.size !== 1 || !said.has(likelihood)) return null;
  return {
    term: capital(likelihood),
    band,
    printed: found.printed.replace(' to ', '–'),
  };
};

/** The scale as the page draws it. */
export const layScale = (scale: LikelihoodScale, note: string, { likelihood, sign }: PrintedWords) => ({
  standard: scale.standard,
  isMixed: scale.isMixed,
  alt: printLed(`${likelihood.terms}${sign.colon}`, note),
  bands: scale.bands.map(({ from, to, wordings, isUsed }) => ({
    from,
    to,
    isUsed,
    label: wordings.join(' / '),
  })),
});
