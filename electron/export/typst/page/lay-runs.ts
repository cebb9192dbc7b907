import { emboldenTerms } from '#domain/memo/document/embolden-terms.ts';
import { footnoteMark } from '#domain/memo/document/footnote-mark.ts';
import type { Run } from '#domain/memo/memo-document.ts';
import { addressPieces, shownAddress, typstVoice } from './prepare-text.ts';

/**
 * A run on paper: behind the words of a link stands where it leads, unless they say so themselves, and a footnote has
 * its index from 0 and its mark.
 */
export type PaperRun = Run & {
  readonly address?: readonly string[];
  readonly index?: number;
  readonly mark?: string;
};

const MAILTO = /^mailto:/iu;
const invisible = /[\u200B\u2060]/gu;

const hrefOf = (run: Run | undefined): string | undefined => (run?.kind === 'text' ? run.href : undefined);

/** An address without what a writer leaves out. */
const bare = (address: string): string =>
  shownAddress(address.replace(invisible, '').trim()).replace(MAILTO, '').replace(/\/$/u, '').toLowerCase();

/** The words of the link that ends with the run `at`. */
const linkWords = (runs: readonly Run[], at: number): string => {
  const href = hrefOf(runs[at]);
  let from = at;
  while (from > 0 && hrefOf(runs[from - 1]) === href) from -= 1;
  return runs
    .slice(from, at + 1)
    .map((run) => (run.kind === 'text' ? run.text : ''))
    .join('');
};

const printAddress = (run: Run, at: number, runs: readonly Run[]): PaperRun => {
  const href = hrefOf(run);
  if (href === undefined || hrefOf(runs[at + 1]) === href) return run;
  if (bare(linkWords(runs, at)) === bare(href)) return run;
  return { ...run, address: addressPieces(href.replace(MAILTO, '')) };
};

const withVoice = (run: Run): Run => (run.kind === 'quote' ? { ...run, ...typstVoice(run.lang) } : run);

/** The runs of a paragraph as they stand on paper; `nextNote` answers the index of the next footnote. */
export const layRuns = (runs: readonly Run[], nextNote: () => number): readonly PaperRun[] =>
  emboldenTerms(runs)
    .map(withVoice)
    .map(printAddress)
    .map((run) => {
      if (run.kind !== 'footnote') return run;
      const index = nextNote();
      return { ...run, index, mark: footnoteMark(index) };
    });
