/** The state for writing one document: its footnotes as they occur, and the words that the app adds to it. */
import { createFootnoteList, type FootnoteList, noteMarksOf } from '#domain/memo/document/footnote-mark.ts';
import { textDirection } from '#domain/memo/document/text-direction.ts';
import type { Direction, MemoDocument } from '#domain/memo/memo-document.ts';
import { type SaidPiece, splitDoctrine } from '#domain/memo/print/doctrine-words.ts';
import { englishWords, type PrintedWords, printedTag, wordsOf } from '#domain/memo/print/printed-words.ts';

/** Languages whose lines break by hyphens, because their words are long. */
const hyphenated = /^(?:cs|da|de|fi|hu|nb|nl|pl|ru|sk|sv|uk)(?:-|$)/iu;

/** Whether lines of a memo in `language` (BCP 47) break by hyphens; those of a quotation never do. */
export const hyphenates = (language: string): boolean => hyphenated.test(language);

export type Voice = {
  readonly words: PrintedWords;
  /** The language tag of those words (BCP 47); null if it is the language of the memo. */
  readonly said: string | null;
  /** The language tag of the doctrine's wording; null in an English memo. */
  readonly doctrine: string | null;
  /** The direction in which the memo is written. */
  readonly dir: Direction;
};

export type Writing<Note = string> = FootnoteList<Note> & Voice;

export const voiceOfDocument = (document: Pick<MemoDocument, 'language' | 'printedIn' | 'terms'>): Voice => ({
  words: wordsOf(document),
  said: printedTag(document),
  doctrine: /^en(?:-|$)/iu.test(document.language) ? null : englishWords.tag,
  dir: textDirection('', document.language),
});

export const beginWriting = <Note = string>(
  document: Pick<MemoDocument, 'language' | 'printedIn' | 'terms' | 'sources'>,
): Writing<Note> => ({ ...createFootnoteList<Note>(noteMarksOf(document)), ...voiceOfDocument(document) });

/** Printed words in pieces, each with its language (BCP 47); null where that is the language of the memo. */
export const saidPieces = (
  text: string,
  { said, doctrine, words }: Pick<Voice, 'said' | 'doctrine' | 'words'>,
): readonly { readonly text: string; readonly lang: string | null }[] =>
  (doctrine === null || doctrine === said
    ? [{ text, isDoctrine: false } satisfies SaidPiece]
    : splitDoctrine(text, words.terms.own)
  ).map((piece) => ({ text: piece.text, lang: piece.isDoctrine ? doctrine : said }));
