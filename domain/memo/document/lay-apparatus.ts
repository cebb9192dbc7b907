/** What an export puts around a memo as lines and tables: the key to what a reader sees, and the evidence annex. */
import { inQuotationMarks } from '../../text/quotation-marks.ts';
import type { AnnexPassage, DocumentKey, KeyEntry, KeySign, KeySubject } from '../document-apparatus.ts';
import type { MemoDocument } from '../memo-document.ts';
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

/** What stands above the signs of an entry. */
const headsOf: Readonly<Record<KeySubject, readonly string[]>> = {
  likelihood: ['Term', 'Range', 'Term', 'Range'],
  confidence: ['Level', 'Meaning'],
  grades: ['Letter', 'Source', 'Digit', 'What it says'],
  references: [],
  handling: ['Label', 'For'],
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
  return [{ kind: 'key', heading: 'How to read this memo', entries }];
};

const CHANGED = 'The passage was changed after it was cited: its words are not shown.';

/** What is said below a passage of the annex, each line with the words that lead it. */
export const annexNotes = (passage: AnnexPassage): LaidPassage['notes'] =>
  [
    ...passage.shortened.map((text) => ({ lead: 'Shortened in the memo:', text })),
    { lead: 'Graded when it was sent:', text: passage.gradeThen ?? '' },
    { lead: 'Note:', text: passage.note ?? '' },
    { lead: 'SHA-256 of the quoted words:', text: passage.quoteSha256 ?? '' },
    { lead: 'Not shown:', text: passage.paragraphs.length === 0 ? CHANGED : '' },
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
    passage.accessed === null ? null : `accessed ${passage.accessed}`,
  ]
    .filter((part) => part !== null)
    .join(', '),
  notes: annexNotes(passage),
});

/** The heading of the annex of a saved search of that name, or, null, of what the memo cites. */
export const annexHeading = (search: string | null): string =>
  search === null ? 'Annex: passages in their paragraphs' : `Annex: passages of ${inQuotationMarks(search)}`;

/** The evidence annex, where there is one. */
export const layAnnex = ({ annex, annexSearch }: MemoDocument): readonly LaidAnnex[] =>
  annex.length === 0
    ? []
    : [{ kind: 'annex', heading: annexHeading(annexSearch), passages: annex.map(layPassage) }];

/** What leads the annex: `cited` is how the cited words are told from the others. */
export const annexLead = (cited: string): string =>
  `${cited}: the words cited. The rest is the paragraph as stored. Nothing is changed; […] stands for words of a long paragraph that are not shown.`;
