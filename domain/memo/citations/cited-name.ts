import { OBJECT_REPLACEMENT } from '../../article/body/canonical-text.ts';
import { effectiveBibliography } from '../../article/effective-bibliography.ts';
import { snippetOf } from '../../search/snippet.ts';
import { englishWords } from '../print/printed-words.ts';
import type { CitedArticle } from './memo-material.ts';

/** The number of characters (UTF-16) of a text that replace a missing title. */
const FIRST_WORDS_LENGTH = 60;

/**
 * What a cited article is called in a sentence: its title, otherwise its first words. One that has neither is
 * `untitled`, in the language of the sentence.
 */
export const citedName = (
  { article, about, text }: CitedArticle,
  untitled = englishWords.source.untitledArticle,
): string => {
  const { title } = effectiveBibliography(article, about);
  if (title !== null) return title;
  const first = text?.paragraphs[0]?.start ?? 0;
  const opening = text?.index.text.slice(first, first + FIRST_WORDS_LENGTH * 4) ?? '';
  return (
    snippetOf(opening.replaceAll(OBJECT_REPLACEMENT, ' ').trimStart(), [], FIRST_WORDS_LENGTH) || untitled
  );
};
