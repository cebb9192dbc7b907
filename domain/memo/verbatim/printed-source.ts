import { effectiveBibliography } from '../../article/effective-bibliography.ts';
import type { PassageId } from '../../ids.ts';
import { anchorPassage } from '../../passage/anchor/anchor-passage.ts';
import { readingTextOf } from '../../reading/reading-text.ts';
import type { TextRange } from '../../text/selector.ts';
import type { CitedArticle } from '../citations/memo-material.ts';
import { type SourceText, sourceTextOf } from './source-text.ts';

/** The text of a cited article to hold quotations against, and where each of its passages stands in it. */
export type PrintedSource = {
  readonly text: SourceText;
  /** UTF-16; a passage that is not found whole has no place. */
  readonly placesOf: (passageId: PassageId) => readonly TextRange[] | null;
};

const made = new WeakMap<CitedArticle, PrintedSource>();

const makePrintedSource = (cited: CitedArticle, text: NonNullable<CitedArticle['text']>): PrintedSource => {
  const { language } = effectiveBibliography(cited.article, cited.about);
  return {
    text: sourceTextOf(readingTextOf(text.index.text, text.blocks, language)),
    placesOf: (passageId) => {
      const passage = cited.passages.find(({ id }) => id === passageId);
      if (passage === undefined) return null;
      const { ranges } = anchorPassage(text.index, passage.selectors);
      return ranges.length === passage.selectors.length ? ranges : null;
    },
  };
};

/** The source that `cited` is to a quotation; null for an article of which the text is not read. */
export const printedSourceOf = (cited: CitedArticle): PrintedSource | null => {
  if (cited.text === null) return null;
  const known = made.get(cited) ?? makePrintedSource(cited, cited.text);
  made.set(cited, known);
  return known;
};
