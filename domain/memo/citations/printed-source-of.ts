import { effectiveBibliography } from '../../article/effective-bibliography.ts';
import { anchorPassage } from '../../passage/anchor/anchor-passage.ts';
import { readingTextOf } from '../../reading/reading-text.ts';
import type { PrintedSource } from '../verbatim/printed-source.ts';
import { sourceTextOf } from '../verbatim/source-text.ts';
import type { CitedArticle } from './memo-material.ts';

const made = new WeakMap<CitedArticle, PrintedSource>();

const makePrintedSource = (cited: CitedArticle, text: NonNullable<CitedArticle['text']>): PrintedSource => {
  const { language } = effectiveBibliography(cited.article, cited.about);
  return {
    text: sourceTextOf(
      readingTextOf(text.index.text, text.blocks, language ?? cited.guessedLanguage ?? null),
    ),
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
