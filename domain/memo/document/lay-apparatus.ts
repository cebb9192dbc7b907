/** Lays what an export puts around a memo as lines and tables: the key to its signs, and the evidence annex. */

import type { AnnexPassage, DocumentKey, KeyEntry, KeySign, KeySubject } from '../document-apparatus.ts';
import type { MemoDocument } from '../memo-document.ts';
import { inMarksOf, type PrintedWords, printLed, wordsOf } from '../print/printed-words.ts';
import { printPinpoints } from './print-pinpoints.ts';

export type LaidTable = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

export type LaidKeyEntry = {
  readonly name: string;
  readonly text: string;
  readonly table: LaidTable | null;
};

export type LaidKey = {
  readonly kind: 'key';
  readonly heading: string;
  readonly entries: readonly LaidKeyEntry[];
};

/** A cited passage: its leading line, its paragraphs, and the notes below. */
export type LaidPassage = Pick<AnnexPassage, 'paragraphs' | 'lang' | 'dir' | 'pinpoint'> & {
  /** "[1 ¶8]" */
  readonly place: string;
  readonly grade: string;
  /** "State Department official (unnamed), Harbour Dispatch, 22 April 2024, accessed 23 April 2024" */
  readonly from: string;
  readonly notes: readonly { readonly lead: string; readonly text: string }[];
};

export type LaidAnnex = {
  readonly kind: 'annex';
  readonly heading: string;
  readonly passages: readonly LaidPassage[];
};

/** What stands above the signs of an entry. */
const headsOf: Readonly<Record<KeySubject, (words: PrintedWords['key']) => readonly string[]>> = {
  likelihood: ({ term, range }) => [term, range, term, range],
  confidence: ({ level, meaning }) => [level, meaning],
  grades: ({ letter, source, digit, whatItSays }) => [letter, source, digit, whatItSays],
  references: () => [],
  handling: (words) => [words.label, words.for],
  portions: () => [],
  state: () => [],
};

const cellsOf = (sign: KeySign | undefined): readonly string[] =>
  sign === undefined ? ['', ''] : [sign.sign, sign.meaning];

const tableOf = ({ subject, signs }: KeyEntry, words: PrintedWords): LaidTable | null => {
  if (signs.length === 0) return null;
  const rows = Math.max(...signs.map(({ length }) => length));
  return {
    columns: headsOf[subject](words.key).slice(0, signs.length * 2),
    rows: Array.from({ length: rows }, (_, row) => signs.flatMap((list) => cellsOf(list[row]))),
  };
};

/** "How to read this memo", if it is placed at `place` of the document: before everything else, or at the end. */
export const layKey = (document: MemoDocument, place: 'cover' | 'end'): readonly LaidKey[] => {
  const { key } = document;
  const words = wordsOf(document);
  const isHere = (at: DocumentKey['place']): boolean => (at === 'cover') === (place === 'cover');
  if (key === null || !isHere(key.place)) return [];
  const entries = key.entries.map((entry) => ({
    name: entry.name,
    text: entry.text,
    table: tableOf(entry, words),
  }));
  return [{ kind: 'key', heading: words.part.key, entries }];
};

/** The notes below a passage of the annex, each line with the words that introduce it. */
export const annexNotes = (
  passage: AnnexPassage,
  { annex: annexWords }: PrintedWords,
): LaidPassage['notes'] =>
  [
    ...passage.shortened.map((text) => ({ lead: annexWords.shortened, text })),
    { lead: annexWords.gradedThen, text: passage.gradeThen ?? '' },
    { lead: annexWords.note, text: passage.note ?? '' },
    { lead: annexWords.hash, text: passage.quoteSha256 ?? '' },
    { lead: annexWords.notShown, text: passage.paragraphs.length === 0 ? annexWords.changed : '' },
  ].filter(({ text }) => text !== '');

/** "State Department official (unnamed), Harbour Dispatch, 22 April 2024, accessed 23 April 2024" */
export const printOrigin = (
  { speaker, publication, published, accessed }: AnnexPassage,
  { source, sign }: PrintedWords,
): string =>
  [speaker, publication, published, accessed === null ? null : source.accessed(accessed)]
    .filter((part) => part !== null)
    .join(sign.comma);

const layPassage = (passage: AnnexPassage, words: PrintedWords): LaidPassage => ({
  paragraphs: passage.paragraphs,
  lang: passage.lang,
  dir: passage.dir,
  pinpoint: passage.pinpoint,
  place: printPinpoints([passage.pinpoint], words),
  grade: passage.grade,
  from: printOrigin(passage, words),
  notes: annexNotes(passage, words),
});

/** The heading of the annex of a saved search of that name, or, null, of what the memo cites. */
export const annexHeading = (search: string | null, words: PrintedWords): string =>
  search === null ? words.part.annex : words.part.annexOfSearch(inMarksOf(words, search));

/** The evidence annex, where there is one. */
export const layAnnex = (document: MemoDocument): readonly LaidAnnex[] => {
  const { annex, annexSearch } = document;
  const words = wordsOf(document);
  if (annex.length === 0) return [];
  const passages = annex.map((passage) => layPassage(passage, words));
  return [{ kind: 'annex', heading: annexHeading(annexSearch, words), passages }];
};

/** The introduction of the annex: `cited` describes how the cited words are distinguished from the others. */
export const annexLead = (cited: string, { annex, sign }: PrintedWords): string =>
  printLed(`${cited}${sign.colon}`, annex.lead);
