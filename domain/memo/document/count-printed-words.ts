import { countWords } from '../../article/draft/count-words.ts';
import type { Steps } from '../../steps.ts';
import { bareApparatus } from '../document-apparatus.ts';
import type { MemoDocument } from '../memo-document.ts';
import { mapDocumentTexts } from './map-document-texts.ts';

/** Brysbaert (2019): adults read English non-fiction silently at 238 words a minute on average. */
const WORDS_A_MINUTE = 238;

/** The sections alone: the parts around them are looked up rather than read. */
const bodyOf = (document: MemoDocument): MemoDocument => ({
  ...document,
  ...bareApparatus,
  kind: '',
  title: '',
  referenceNumber: '',
  for: '',
  from: '',
  marking: null,
  restrictions: '',
  status: null,
  tasks: [],
  sources: [],
  lexiconNote: null,
});

/** How many words the sections of a memo print: headings, own words, and what they quote. */
export function* countPrintedWords(document: MemoDocument): Steps<number> {
  const texts: string[] = [];
  mapDocumentTexts(bodyOf(document), (text) => {
    texts.push(text);
    return text;
  });
  let words = 0;
  for (const text of texts) {
    words += countWords(text, document.language);
    yield;
  }
  return words;
}

/** In how many minutes so many words are read, at least one. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / WORDS_A_MINUTE));
