import type { Node } from '@tiptap/pm/model';
import type { OpenMemo, ResolvedCitation } from '#domain/contract/memo.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import { createFootnoteList, type FootnoteList } from '#domain/memo/document/footnote-mark.ts';
import { judgementNotes } from '#domain/memo/document/lay-document.ts';
import { likelihoodLead, printBesideStatement } from '#domain/memo/document/print-judgement.ts';
import type { FigureAttrs } from '#domain/memo/figure/figure.ts';
import { likelihoodWording } from '#domain/memo/likelihood/used-likelihoods.ts';
import type { MemoHead } from '#domain/memo/memo.ts';
import {
  type Citation,
  type FootnoteAttrs,
  inlineOfNote,
  type JudgementAttrs,
  type MemoInline,
  type NoteInline,
} from '#domain/memo/memo-content.ts';
import { type PrintedWords, printLed, wordsFor } from '#domain/memo/print/printed-words.ts';
import type { LexiconId } from '#domain/tradecraft/likelihood.ts';
import { attributionOf, blockWordsOf } from '../nodes/quotation-block.ts';
import { type CitationBook, lookUp, printReference } from '../state/citation-book.ts';

/** The context for the words of a copy, and what its lists have collected. */
export type ClipboardScope = {
  readonly book: ReturnType<CitationBook['getState']>;
  readonly lexicon: LexiconId;
  /** The printed words around the memo's own, in its language. */
  readonly words: PrintedWords;
  readonly footnotes: FootnoteList<string>;
  readonly cited: Map<ArticleId, ResolvedCitation | null>;
  /** The numbers of the following paragraphs, in reading order; null for one without a number. */
  readonly numbers: (number | null)[];
  /** The words of cross references. */
  readonly names: ReadonlyMap<string, string>;
};

export const createClipboardScope = (
  book: CitationBook,
  { lexicon, language, terms }: Pick<MemoHead, 'lexicon' | 'language'> & Pick<OpenMemo, 'terms'>,
  numbers: readonly (number | null)[],
  names: ReadonlyMap<string, string>,
): ClipboardScope => ({
  numbers: [...numbers],
  names,
  book: book.getState(),
  lexicon,
  words: wordsFor(language, terms),
  footnotes: createFootnoteList(),
  cited: new Map(),
});

/** The details of a cited passage; adds its article to the list of sources. */
const takeUp = (scope: ClipboardScope, cited: CitedPassage): ResolvedCitation | null => {
  const known = lookUp(scope.book, cited);
  if ((scope.cited.get(cited.articleId) ?? null) === null) scope.cited.set(cited.articleId, known);
  return known;
};

/** “3. ” before the paragraph being written, “” if it has no number. Each paragraph calls it once. */
export const takeNumber = ({ numbers }: ClipboardScope): string => {
  const number = numbers.shift() ?? null;
  return number === null ? '' : `${number}. `;
};

/** “quote” [1 ¶8], or only [1 ¶8]. */
export const citationWords = ({ attrs }: Pick<Node, 'attrs'>, scope: ClipboardScope): string => {
  const cited = attrs as Citation;
  const known = takeUp(scope, cited);
  const quote = cited.form === 'whole' ? (known?.printed ?? '') : '';
  const reference = printReference(scope.book, cited);
  return quote === '' ? reference : `${quote} ${reference}`;
};

const noteWord = (node: NoteInline, scope: ClipboardScope): string => {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'citation':
      return citationWords(node, scope);
    case 'reference':
      return scope.names.get(`${node.attrs.kind} ${node.attrs.target}`) ?? '';
  }
};

/** The text of a footnote. */
export const noteWords = (attrs: FootnoteAttrs, scope: ClipboardScope): string =>
  inlineOfNote(attrs)
    .map((node) => noteWord(node, scope))
    .join('');

/** The paragraphs of a block quotation, with the attribution below. */
export const quotationWords = (
  { attrs }: Node,
  scope: ClipboardScope,
): { readonly paragraphs: readonly string[]; readonly from: string } => {
  const cited = attrs as CitedPassage;
  const known = takeUp(scope, cited);
  const reference = printReference(scope.book, cited);
  if (known === null) return { paragraphs: [], from: `— ${reference}` };
  return {
    paragraphs: blockWordsOf(known)
      .split('\n')
      .filter((line) => line !== ''),
    from: `— ${known.attribution ?? attributionOf(known)} ${reference}`,
  };
};

/** The words before the statement of a judgement, and those below it. */
export const judgementWords = (
  node: Node,
  { lexicon, words }: ClipboardScope,
): { readonly lead: string | null; readonly notes: readonly string[] } => {
  const attrs = node.attrs as JudgementAttrs;
  const { likelihood } = attrs;
  const wording = likelihood === null ? null : likelihoodWording(lexicon, likelihood, words.terms);
  const statement = node.content.toJSON() as readonly MemoInline[] | null;
  return {
    lead: wording === null ? null : likelihoodLead(statement ?? [], wording, words),
    notes: judgementNotes(printBesideStatement(attrs, words), words).map(({ lead, text }) =>
      printLed(lead, text),
    ),
  };
};

/** A figure in words: the picture is not copied, its file stays in the folder of the memo. */
export const figureWords = (
  { caption, alt, source }: FigureAttrs,
  { words: { figure, sign } }: ClipboardScope,
): readonly string[] => [
  ...(caption === '' ? [] : [caption]),
  `[${printLed(`${figure.picture}${sign.colon}`, alt === '' ? figure.notDescribed : alt)}]`,
  ...(source === '' ? [] : [printLed(figure.source, source)]),
];

/** A line of the lists below a copy: "[1]" and its text. */
export type ListedNote = { readonly mark: string; readonly text: string };

/** The sources cited so far, with their numbers in the memo. */
export const listedSources = ({ cited, book }: ClipboardScope): readonly ListedNote[] =>
  [...cited]
    .map(([articleId, known]) => ({
      number: book.numbers.get(articleId) ?? 0,
      text:
        known?.sourceText ??
        [known?.publication, known?.articleTitle].filter((part) => typeof part === 'string').join(', '),
    }))
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, text }) => ({ mark: `[${number}]`, text }));

/** The footnotes met so far. */
export const listedFootnotes = ({ footnotes }: ClipboardScope): readonly ListedNote[] =>
  footnotes.all().map(({ mark, note }) => ({ mark: `[${mark}]`, text: note }));
