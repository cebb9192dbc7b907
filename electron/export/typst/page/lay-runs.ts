/** The runs of a paragraph as they stand on paper: links with their addresses, footnotes with their marks. */
import { emboldenTerms } from '#domain/memo/document/embolden-terms.ts';
import { footnoteMark } from '#domain/memo/document/footnote-mark.ts';
import type { Run } from '#domain/memo/memo-document.ts';
import { isolateNames } from '../../isolate-direction.ts';
import {
  addressPieces,
  BREAK,
  bareAddress,
  type ForeignRun,
  foreignRuns,
  hrefOfTyped,
  MAILTO,
  splitAddresses,
  typstVoice,
} from './prepare-text.ts';

/**
 * A run on paper: behind the words of a link stands where it leads, unless they say so themselves, and a footnote has
 * its index from 0 and its mark.
 */
export type PaperRun = (Run | ForeignRun | { readonly kind: 'pad'; readonly text: string }) & {
  readonly address?: readonly string[];
  /** Of an address that was typed: what it is printed in, in place of its text. */
  readonly pieces?: readonly string[];
  readonly index?: number;
  readonly mark?: string;
  /** Of a footnote. */
  readonly runs?: readonly PaperRun[];
};

const hrefOf = (run: Run | undefined): string | undefined => (run?.kind === 'text' ? run.href : undefined);

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
  if (bareAddress(linkWords(runs, at)) === bareAddress(href)) return run;
  return { ...run, address: addressPieces(href.replace(MAILTO, '')) };
};

const withVoice = (run: Run): Run => (run.kind === 'quote' ? { ...run, ...typstVoice(run.lang) } : run);

/** The run with each address that was typed in it as a link. */
const linkAddresses = (run: PaperRun): readonly PaperRun[] => {
  if (run.kind !== 'text' || run.href !== undefined) return [run];
  return splitAddresses(run.text).flatMap((text, at): readonly PaperRun[] => {
    if (at % 2 === 0) return text === '' ? [] : [{ ...run, text }];
    const address = text.replaceAll(BREAK, '');
    return [{ ...run, text: address, href: hrefOfTyped(address), pieces: text.split(BREAK) }];
  });
};

/** The runs of a paragraph as they stand on paper; `nextNote` answers the index of the next footnote. */
export const layRuns = (
  runs: readonly Run[],
  nextNote: () => number,
  doctrine: string | null = null,
): readonly PaperRun[] =>
  emboldenTerms(runs, doctrine)
    .map(withVoice)
    .map(printAddress)
    .flatMap(linkAddresses)
    .map((run) => {
      if (run.kind !== 'footnote') return run;
      const index = nextNote();
      const note: PaperRun = {
        kind: 'text',
        text: run.original === undefined ? run.text : isolateNames(run.text),
      };
      return {
        ...run,
        index,
        mark: footnoteMark(index),
        runs: [...foreignRuns(run), ...linkAddresses(note)],
      };
    });
