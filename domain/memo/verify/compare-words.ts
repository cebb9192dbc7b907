/**
 * Whether a file prints the words of a snapshot. Lines, hyphens, spaces and marks belong to the layout: letters,
 * digits and signs are compared. A piece must occur in the file as often as in the snapshot, so that a change in
 * one of two places is noticed. A page break may divide a piece: then the text between its halves has to be page
 * furniture, which contains the number of the memo or its marking, and words of tables and figures of the snapshot
 * that have floated to the top of the page.
 */

import type { PassageId } from '../../ids.ts';
import { foldedTypography } from '../../passage/folded-typography.ts';
import type { DocumentBlock, FrozenDocument, Run } from '../memo-document.ts';
import { listPrintedQuotes } from '../verbatim/verify-quotes.ts';

/** What a file prints otherwise. */
export type DifferingWords = {
  readonly quotes: readonly { readonly passageId: PassageId; readonly words: string }[];
  /** Of the memo's own words. */
  readonly texts: readonly string[];
};

/** So many letters are no chance. */
const MIN_PIECE = 4;
const MAX_FURNITURE = 600;
/** With a table or a figure that has floated to the head of the page. */
const MAX_BETWEEN = 6000;

const squashed = (text: string): string =>
  foldedTypography(text.normalize('NFKC')).replace(/[\s\p{Pd}\p{Cf}"'\u00AD]/gu, '');

const textsOfRuns = (runs: readonly Run[]): readonly string[] =>
  runs.flatMap((run) => {
    if (run.kind === 'footnote')
      return run.runs === undefined ? `${run.original?.text ?? ''}${run.text}` : textsOfRuns(run.runs);
    return run.kind === 'text' || run.kind === 'reference' ? run.text : [];
  });

const textsOf = (block: DocumentBlock): readonly string[] => {
  switch (block.kind) {
    case 'paragraph':
      return textsOfRuns(block.runs);
    case 'heading':
      return [block.text];
    case 'judgement':
      return [
        ...textsOfRuns(block.statement),
        ...[block.confidence, block.assumptions, block.wouldChange].filter((text) => text !== null),
      ];
    case 'figure':
      return [block.caption, block.source];
    case 'own-quotation':
      return block.blocks.flatMap(textsOf);
    case 'list':
      return block.items.flatMap((item) => item.flatMap(textsOf));
    case 'table':
      return block.cells.flatMap(({ blocks }) => blocks.flatMap(textsOf));
    case 'quotation':
    case 'page-break':
      return [];
  }
};

const countIn = (text: string, piece: string): number => {
  let count = 0;
  for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + piece.length)) count += 1;
  return count;
};

/** The words of tables and figures, the longest first. */
const floatingTexts = ({ sections }: FrozenDocument): readonly string[] =>
  sections
    .flatMap(({ blocks }) => blocks)
    .filter(
      (block) =>
        block.kind === 'table' ||
        block.kind === 'figure' ||
        (block.kind === 'paragraph' && block.role !== undefined),
    )
    .flatMap(textsOf)
    .map(squashed)
    .filter((words) => words !== '')
    .toSorted((one, other) => other.length - one.length);

type Furniture = { readonly marks: readonly string[]; readonly floating: readonly string[] };

/** Whether only page furniture and floated tables or figures are between two halves. */
const isFurniture = (between: string, { marks, floating }: Furniture): boolean => {
  if (!marks.some((mark) => between.includes(mark))) return false;
  if (between.length <= MAX_FURNITURE) return true;
  const rest = floating.reduce((left, words) => left.replace(words, ''), between);
  return rest.length <= MAX_FURNITURE;
};

/** Whether `piece` occurs in `text` with the furniture of a page between its two halves. */
const standsOverPages = (text: string, piece: string, furniture: Furniture): boolean => {
  for (
    let at = text.indexOf(piece.slice(0, MIN_PIECE));
    at !== -1;
    at = text.indexOf(piece.slice(0, MIN_PIECE), at + 1)
  ) {
    let length = MIN_PIECE;
    while (length < piece.length && text[at + length] === piece[length]) length += 1;
    const rest = piece.slice(length);
    const from = at + length;
    const next = rest === '' ? -1 : text.slice(from, from + MAX_BETWEEN + rest.length).indexOf(rest);
    const between = next === -1 ? '' : text.slice(from, from + next);
    if (isFurniture(between, furniture)) return true;
  }
  return false;
};

/** The words of `document` that a file with the words `printed` prints otherwise, or not at all. */
export const differingWords = (document: FrozenDocument, printed: string): DifferingWords => {
  const text = squashed(printed);
  const quotes = listPrintedQuotes(document).flatMap(({ passageId, parts }) =>
    parts.map((words) => ({ passageId, words })),
  );
  const own = [
    document.title,
    ...document.sections.flatMap(({ heading, blocks }) => [heading, ...blocks.flatMap(textsOf)]),
  ];
  const wanted = [...quotes.map(({ words }) => words), ...own].map(squashed).join('\n');
  const marks = [document.referenceNumber, document.marking?.text ?? '']
    .map(squashed)
    .filter((mark) => mark.length >= MIN_PIECE);
  const furniture = { marks, floating: floatingTexts(document) };
  const differs = (words: string): boolean => {
    const piece = squashed(words);
    if (piece.length < MIN_PIECE) return false;
    const missing = countIn(wanted, piece) - countIn(text, piece);
    return missing > 0 && !(missing === 1 && standsOverPages(text, piece, furniture));
  };
  const isNew = (words: string, at: number, all: readonly string[]): boolean => all.indexOf(words) === at;
  return {
    quotes: quotes.filter(({ words }) => differs(words)),
    texts: own.filter(differs).filter(isNew),
  };
};
