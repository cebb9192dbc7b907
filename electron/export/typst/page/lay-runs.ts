/** The runs of a paragraph prepared for paper: links with their addresses, footnotes with their marks. */
import { emboldenTerms } from '#domain/memo/document/embolden-terms.ts';
import { type Footnote, runsOfNote } from '#domain/memo/document-run.ts';
import type { Run, StyledWords } from '#domain/memo/memo-document.ts';
import { englishWords, type PrintedWords } from '#domain/memo/print/printed-words.ts';
import { isolateNames } from '../../isolate-direction.ts';
import { keepDays, keepNumber } from '../../keep-dates.ts';
import type { Voice } from '../../writing.ts';
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
 * A run on paper. The words of a link are followed by its address, unless they contain it, and a footnote has its index
 * from 0 and its mark.
 */
export type PaperRun = (Run | ForeignRun | { readonly kind: 'pad'; readonly text: string }) & {
  readonly address?: readonly string[];
  /** For an address that was typed: the pieces in which it is printed, in place of its text. */
  readonly pieces?: readonly string[];
  readonly index?: number;
  readonly mark?: string;
  /** The content of a footnote. */
  readonly noted?: readonly PaperRun[];
  /** For a citation in a citation style: its words. */
  readonly words?: readonly PaperRun[];
};

const hrefOf = (run: Run | undefined): string | undefined => (run?.kind === 'text' ? run.href : undefined);

/** The words of the link that ends with the run at index `at`. */
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

/**
 * The words of a citation style as a run: an address printed as such is treated like a typed one, and may break across
 * lines.
 */
const styledRun = ({ href, ...words }: StyledWords): Run => ({
  ...words,
  kind: 'text',
  ...(href === undefined || (/^https?:/u.test(words.text) && bareAddress(words.text) === bareAddress(href))
    ? {}
    : { href }),
});

/** Names in another script keep the dates after them in their place; addresses stay as they are. */
const isolateStyled = <Words extends { readonly text: string }>(run: Words, words: PrintedWords): Words => ({
  ...run,
  text: splitAddresses(run.text)
    .map((part, at) => (at % 2 === 1 ? part : isolateNames(part, words)))
    .join(''),
});

/** The words of a citation style prepared for paper; those of a source link to its entry. */
export const layStyled = (styled: readonly StyledWords[], words: PrintedWords): readonly PaperRun[] =>
  styled
    .map((run) => (run.href === undefined ? isolateStyled(run, words) : run))
    .map(styledRun)
    .map(printAddress)
    .flatMap((run) => linkAddresses(run, words));

const withVoice = (run: Run): Run => {
  if (run.kind === 'reference') return { ...run, text: keepNumber(run) };
  return run.kind === 'quote' ? { ...run, ...typstVoice(run.lang) } : run;
};

/**
 * A sign stays with its number ("38 %"). The editor inserts a no-break space for typed text, but pasted text has a
 * plain space.
 */
const keepSigns = (text: string): string => text.replace(/(?<=\p{N}) (?=[%‰€$£°])/gu, '\u00A0');

/** The run with each address that was typed in it as a link. */
const linkAddresses = (run: PaperRun, words: PrintedWords): readonly PaperRun[] => {
  if (run.kind !== 'text' || run.href !== undefined) return [run];
  return splitAddresses(run.text).flatMap((text, at): readonly PaperRun[] => {
    if (at % 2 === 0) return text === '' ? [] : [{ ...run, text: keepDays(keepSigns(text), words) }];
    const address = text.replaceAll(BREAK, '');
    return [{ ...run, text: address, href: hrefOfTyped(address), pieces: text.split(BREAK) }];
  });
};

/** Returns the index of the next footnote, from 0, and its mark. */
export type NextNote = () => { readonly index: number; readonly mark: string };

const withStyle = (run: PaperRun, words: PrintedWords): PaperRun =>
  run.kind === 'citation' && run.styled !== undefined ? { ...run, words: layStyled(run.styled, words) } : run;

const layOwn = (runs: readonly Run[], words: PrintedWords): readonly PaperRun[] =>
  runs
    .map(withVoice)
    .map(printAddress)
    .flatMap((run) => linkAddresses(run, words))
    .map((run) => withStyle(run, words));

/** After the original of a translation names are isolated; the note has only plain words. */
const layNote = (note: Footnote, words: PrintedWords): readonly PaperRun[] =>
  note.original === undefined
    ? layOwn(
        runsOfNote(note).map((run) => {
          if (run.kind !== 'text') return run;
          return styledRun(run.source === undefined ? run : isolateStyled(run, words));
        }),
        words,
      )
    : [...foreignRuns(note), ...layOwn([{ kind: 'text', text: isolateNames(note.text, words) }], words)];

/** The runs of a paragraph prepared for paper; `nextNote` returns the index of the next footnote. */
export const layRuns = (
  runs: readonly Run[],
  nextNote: NextNote,
  { words, doctrine }: Pick<Voice, 'words' | 'doctrine'> = { words: englishWords, doctrine: null },
): readonly PaperRun[] =>
  layOwn(emboldenTerms(runs, doctrine, words.terms), words).map((run) => {
    if (run.kind !== 'footnote') return run;
    return { kind: run.kind, text: run.text, ...nextNote(), noted: layNote(run, words) };
  });
