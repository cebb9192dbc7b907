/** What an export puts around a memo as lines and tables: the key to what a reader sees, and the evidence annex. */

import { inQuotationMarks } from '../../text/quotation-marks.ts';
import type { AnnexPassage, DocumentKey, KeyEntry, KeySign, KeySubject } from '../document-apparatus.ts';
import type { MemoDocument } from '../memo-document.ts';
import { printedWords } from '../print/printed-words.ts';
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

/** A cited passage: the line that leads it, its paragraphs, and what is said below. */
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

const { key: words, annex: annexWords, part: parts } = printedWords;

/** What stands above the signs of an entry. */
const headsOf: Readonly<Record<KeySubject, readonly string[]>> = {
  likelihood: [words.term, words.range, words.term, words.range],
  confidence: [words.level, words.meaning],
  grades: [words.letter, words.source, words.digit, words.whatItSays],
  references: [],
  handling: [words.label, words.for],
  portions: [],
  state: [],
};

const cellsOf = (sign: KeySign | undefined): readonly string[] =>
  sign === undefined ? ['', ''] : [sign.sign, sign.meaning];

const tableOf = ({ subject, signs }: KeyEntry): LaidTable | null => {
  if (signs.length === 0) return null;
  const rows = Math.max(...signs.map(({ length }) => length));
  return {
    columns: headsOf[subject].slice(0, signs.length * 2),
    rows: Array.from({ length: rows }, (_, row) => signs.flatMap((list) => cellsOf(list[row]))),
  };
};

/** "How to read this memo" where it stands at `place` of the document: before all else, or at the end. */
export const layKey = ({ key }: MemoDocument, place: 'cover' | 'end'): readonly LaidKey[] => {
  const isHere = (at: DocumentKey['place']): boolean => (at === 'cover') === (place === 'cover');
  if (key === null || !isHere(key.place)) return [];
  const entries = key.entries.map((entry) => ({
    name: entry.name,
    text: entry.text,
    table: tableOf(entry),
  }));
  return [{ kind: 'key', heading: parts.key, entries }];
};

/** What is said below a passage of the annex, each line with the words that lead it. */
export const annexNotes = (passage: AnnexPassage): LaidPassage['notes'] =>
  [
    ...passage.shortened.map((text) => ({ lead: annexWords.shortened, text })),
    { lead: annexWords.gradedThen, text: passage.gradeThen ?? '' },
    { lead: annexWords.note, text: passage.note ?? '' },
    { lead: annexWords.hash, text: passage.quoteSha256 ?? '' },
    { lead: annexWords.notShown, text: passage.paragraphs.length === 0 ? annexWords.changed : '' },
  ].filter(({ text }) => text !== '');

const layPassage = (passage: AnnexPassage): LaidPassage => ({
  paragraphs: passage.paragraphs,
  lang: passage.lang,
  dir: passage.dir,
  pinpoint: passage.pinpoint,
  place: printPinpoints([passage.pinpoint]),
  grade: passage.grade,
  from: [
    passage.speaker,
    passage.publication,
    passage.published,
    passage.accessed === null ? null : `${printedWords.source.accessed} ${passage.accessed}`,
  ]
    .filter((part) => part !== null)
    .join(', '),
  notes: annexNotes(passage),
});

/** The heading of the annex of a saved search of that name, or, null, of what the memo cites. */
export const annexHeading = (search: string | null): string =>
  search === null ? parts.annex : `${parts.annexOfSearch} ${inQuotationMarks(search)}`;

/** The evidence annex, where there is one. */
export const layAnnex = ({ annex, annexSearch }: MemoDocument): readonly LaidAnnex[] =>
  annex.length === 0
    ? []
    : [{ kind: 'annex', heading: annexHeading(annexSearch), passages: annex.map(layPassage) }];

/** What leads the annex: `cited` is how the cited words are told from the others. */
export const annexLead = (cited: string): string => `${cited}: ${annexWords.lead}`;
