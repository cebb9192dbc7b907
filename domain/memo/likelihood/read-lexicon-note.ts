import { doctrineTerms } from '../../tradecraft/own-terms.ts';

/** One band of a standard: its ends in per cent, its terms, and whether a memo uses one of them. */
export type LikelihoodBand = {
  readonly from: number;
  readonly to: number;
  /** "55 to 80 %" */
  readonly printed: string;
  /** More than one where a memo uses both rows of a standard. */
  readonly wordings: readonly string[];
  readonly isUsed: boolean;
};

export type LikelihoodScale = {
  readonly standard: string;
  readonly bands: readonly LikelihoodBand[];
  /** Whether terms of two rows of the standard are used. */
  readonly isMixed: boolean;
};

const numbers = /\d+/gu;

const endsOf = (band: string): readonly [number, number] => {
  const [from = 0, to = from] = Array.from(band.matchAll(numbers), ([number]) => Number(number));
  return [from, to];
};

/** Wordings by band, as the note lists them: "unlikely = improbable = 20 to 45 %". */
const usedIn = (list: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    list.split(', ').map((line) => {
      const parts = line.split(' = ');
      return [(parts.at(-1) ?? '').replace('–', ' to '), parts.slice(0, -1)] as const;
    }),
  );

/**
 * The scale that a note (`printLexiconNote`) refers to, with all its bands: those of the row that has most of the
 * terms used. Null where the note was not written by Precis.
 */
export const readLexiconNote = (note: string, { lexicons } = doctrineTerms): LikelihoodScale | null => {
  const rows = Object.values(lexicons).filter(({ standard }) => note.includes(` (${standard}).`));
  const standard = rows[0]?.standard;
  if (standard === undefined) return null;
  const used = usedIn(note.slice(0, note.indexOf(` (${standard}).`)));
  const said = [...used.values()].flat();
  const count = (row: (typeof rows)[number]): number =>
    row.terms.filter(({ wording }) => said.includes(wording)).length;
  const [row] = rows.toSorted((a, b) => count(b) - count(a));
  const terms = row?.terms ?? [];
  const isMixed = said.some((wording) => !terms.some((term) => term.wording === wording));
  const bands = [...new Set(terms.map(({ band }) => band))].map((printed) => {
    const own = terms.filter(({ band }) => band === printed).map(({ wording }) => wording);
    const [from, to] = endsOf(printed);
    const wordings = [...new Set([...own, ...(used.get(printed) ?? [])])];
    return { from, to, printed, wordings, isUsed: used.has(printed) };
  });
  return { standard, bands, isMixed };
};
