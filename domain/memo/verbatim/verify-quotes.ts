import type { PassageId } from '../../ids.ts';
import type { DocumentBlock, MemoDocument, Run } from '../memo-document.ts';
import { isVerbatim, isVerbatimBlock } from './is-verbatim.ts';

/** A printed quote, and the number of the source in which it must stand. */
export type PrintedQuote = {
  readonly source: number;
  readonly passageId: PassageId;
  readonly quote: string;
  /** A block quotation changes nothing; running text may make the permitted changes. */
  readonly isBlock: boolean;
};

const quotesOfRuns = (runs: readonly Run[]): readonly PrintedQuote[] =>
  runs.flatMap((run) =>
    run.kind === 'quote'
      ? [{ source: run.source, passageId: run.passageId, quote: run.text, isBlock: false }]
      : [],
  );

const quotesOfBlock = (block: DocumentBlock): readonly PrintedQuote[] => {
  switch (block.kind) {
    case 'paragraph':
      return quotesOfRuns(block.runs);
    case 'judgement':
      return quotesOfRuns(block.statement);
    case 'quotation':
      return block.quotes.map((quote) => ({
        source: block.pinpoint.source,
        passageId: block.passageId,
        quote,
        isBlock: true,
      }));
    case 'list':
      return block.items.flat().flatMap(quotesOfBlock);
    case 'table':
      return block.cells.flatMap((cell) => cell.blocks.flatMap(quotesOfBlock));
  }
};

/** Every quote that the document prints, in reading order. */
export const listPrintedQuotes = (document: MemoDocument): readonly PrintedQuote[] =>
  document.sections.flatMap((section) => section.blocks.flatMap(quotesOfBlock));

/**
 * The printed quotes that do not stand in their source's canonical text to the character, but for the changes that
 * running text may make. `texts` holds the canonical text by the number of the source; a quote of a source without
 * a text fails. The last gate before a file is written: an empty answer is the proof.
 */
export const verifyQuotes = (
  document: MemoDocument,
  texts: ReadonlyMap<number, string>,
): readonly PrintedQuote[] =>
  listPrintedQuotes(document).filter(({ source, quote, isBlock }) => {
    const text = texts.get(source);
    if (text === undefined) return true;
    return isBlock ? !isVerbatimBlock(quote, text) : !isVerbatim(quote, text);
  });
