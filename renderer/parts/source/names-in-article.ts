/** Suggestions for those concerned, from the text around a passage: names of the register, and similar spellings. */
import { useEffect } from 'react';
import type { SourceRow } from '#domain/contract/source.ts';
import type { PassageId, SourceId } from '#domain/ids.ts';
import {
  createNameBook,
  type KnownName,
  makingNameBook,
  type NameBook,
} from '#domain/names/names-in-text.ts';
import { createNearNames, makingNearNames, type NearNames } from '#domain/names/near-names.ts';
import { printCount } from '#domain/print-count.ts';
import { foldName } from '#domain/text/fold-text.ts';
import { isolated } from '#domain/text/join-facts.ts';
import { isNamed } from '#domain/tree/record-tree.ts';
import { byUse, type SourceOffer, speakersFirst } from './source-offers.ts';
import type { SourceBook } from './use-sources.ts';

export type PassageText = { readonly passageId: PassageId; readonly text: string };

/** The paragraphs of passages, one a line. */
export type TextOfPassages = {
  /** Those of the passage. */
  readonly text: string;
  /** Those of every passage of the article, including this one. */
  readonly all: () => readonly PassageText[];
};

const toKnown = ({ id, name, aliases }: SourceRow): KnownName => ({ id, names: [name, ...aliases] });

/** Computed in idle slices; callers that can't wait have it computed at once. */
export type InSlices<Made> = {
  /** Null while it is being computed. */
  readonly made: () => Made | null;
  readonly now: () => Made;
  /** Calls `hear` once it is computed, unless the returned function was called before. */
  readonly whenMade: (hear: (made: Made) => void) => () => void;
};

export type RegisterNames = {
  readonly book: InSlices<NameBook>;
  /** Of people. */
  readonly near: InSlices<NearNames>;
};

/** The longest time that the window is blocked at once. */
const SLICE_MS = 10;

/** Continues for that long; null if it is not done then. */
const goOn = <Made>(steps: Generator<void, Made>, forMs: number): { readonly made: Made } | null => {
  const until = performance.now() + forMs;
  do {
    const step = steps.next();
    if (step.done === true) return { made: step.value };
  } while (performance.now() < until);
  return null;
};

const inSlices = <Made>(steps: Generator<void, Made>): InSlices<Made> => {
  const hearing = new Set<(made: Made) => void>();
  let done: { readonly made: Made } | null = null;
  const make = (forMs: number): void => {
    done ??= goOn(steps, forMs);
    if (done === null) return;
    for (const hear of hearing) hear(done.made);
    hearing.clear();
  };
  const slice = (): void => {
    make(SLICE_MS);
    if (hearing.size > 0) setTimeout(slice);
  };
  return {
    made: () => done?.made ?? null,
    now() {
      make(Number.POSITIVE_INFINITY);
      if (done === null) throw new Error('The steps end.');
      return done.made;
    },
    whenMade(hear) {
      if (done !== null) hear(done.made);
      else if (hearing.add(hear).size === 1) setTimeout(slice);
      return () => hearing.delete(hear);
    },
  };
};

let last: { readonly rows: readonly SourceRow[]; readonly names: RegisterNames } | null = null;

const isSameNames = (a: readonly SourceRow[], b: readonly SourceRow[]): boolean =>
  a.length === b.length &&
  a.every((row, at) => {
    const other = b[at];
    return (
      row === other ||
      (row.id === other?.id &&
        row.kind === other.kind &&
        row.name === other.name &&
        row.aliases.join('\n') === other.aliases.join('\n'))
    );
  });

/** The names of the register; the same object until a name changes. */
export const registerNames = (rows: readonly SourceRow[]): RegisterNames => {
  if (last !== null && (last.rows === rows || isSameNames(last.rows, rows))) return last.names;
  const names = {
    book: inSlices(makingNameBook(rows.map(toKnown))),
    near: inSlices(makingNearNames(rows.filter(({ kind }) => kind === 'person').map(toKnown))),
  };
  last = { rows, names };
  return names;
};

/** Makes the names ready before a passage is asked whom it is about. */
export const useReadyNames = (rows: readonly SourceRow[]): void => {
  const { book, near } = registerNames(rows);
  useEffect(() => {
    const leaving = [book.whenMade(() => undefined), near.whenMade(() => undefined)];
    return () => {
      for (const leave of leaving) leave();
    };
  }, [book, near]);
};

/** What one or several passages take from a text: a source, with spellings that become names of it. */
export type TakenName = {
  readonly sourceId: SourceId;
  readonly spellings: readonly string[];
  readonly passageIds: readonly PassageId[];
};

const quoted = (spelling: string): string => `“${isolated(spelling)}”`;

/** The spellings of one person's name in the paragraphs of passages, and these passages. */
const spellingsOf = (row: SourceRow, passages: readonly PassageText[]): TakenName => {
  const known = [toKnown(row)];
  const [book, near] = [createNameBook(known), createNearNames(known)];
  const spellings = new Map<string, string>();
  const passageIds: PassageId[] = [];
  for (const { passageId, text } of passages) {
    const names = book.inText(text);
    const others = near.inText(text, names);
    for (const { spelling } of others) spellings.set(foldName(spelling), spelling);
    if (names.length + others.length > 0) passageIds.push(passageId);
  }
  const news = [...spellings.values()].filter((spelling) => !isNamed(row, spelling));
  return { sourceId: row.id, spellings: news, passageIds };
};

/** How many spellings a suggestion lists. */
const MOST_NAMED = 4;

const printSpellings = (spellings: readonly string[]): string => {
  const more = spellings.length - MOST_NAMED;
  return [...spellings.slice(0, MOST_NAMED).map(quoted), ...(more > 0 ? [`${more} more`] : [])].join(', ');
};

/**
 * Suggestions from the text around a passage: names of the register in it, then spellings similar to a person's name,
 * which become further names, and for a person with several in the article all of them together. Those already in
 * `concernedIds` are left out.
 */
export const offersInText = (
  { rows, byId }: SourceBook,
  {
    passageId,
    text,
    all,
    concernedIds,
  }: TextOfPassages & { readonly passageId: PassageId; readonly concernedIds: readonly SourceId[] },
  take: (taken: TakenName) => void,
): readonly SourceOffer[] => {
  const names = registerNames(rows);
  const isFree = (row: SourceRow | undefined): row is SourceRow =>
    row !== undefined && !concernedIds.includes(row.id);
  const known = names.book.now().inText(text);
  const here = speakersFirst(
    [...new Set(known.flatMap(({ ids }) => ids))].map((id) => byId.get(id)).filter(isFree),
  );
  const spelt = names.near
    .now()
    .inText(text, known)
    .flatMap(({ id, spelling, readFrom }) => {
      const row = byId.get(id);
      return isFree(row) ? [{ row, spelling, readFrom }] : [];
    })
    .toSorted((one, other) => (one.spelling === other.spelling ? byUse(one.row, other.row) : 0));
  const people = new Set([...here, ...spelt.map(({ row }) => row)].filter(({ kind }) => kind === 'person'));
  const wholes = people.size === 0 ? [] : all();
  const isOneOfMany = (row: SourceRow): boolean =>
    spelt.some(
      (one) => one.row === row && spelt.some((other) => other.spelling === one.spelling && other.row !== row),
    );
  // Whom of several people the other spellings mean is not known either.
  const several = [...people]
    .filter((row) => !isOneOfMany(row))
    .map((row) => ({ row, taken: spellingsOf(row, wholes) }))
    .filter(({ taken }) => taken.spellings.length > 1);
  const offers = here.map(
    (row): SourceOffer => ({
      id: row.id,
      name: row.name,
      detail: 'in this paragraph',
      does: { act: 'set', sourceId: row.id },
    }),
  );
  const near = spelt.map(
    ({ row, spelling, readFrom }): SourceOffer => ({
      id: `${row.id} ${spelling}`,
      name: row.name,
      spelling,
      detail: `adds the spelling ${quoted(spelling)}${readFrom === null ? '' : `, read from ${readFrom}`}`,
      does: {
        act: 'run',
        run: () => take({ sourceId: row.id, spellings: [spelling], passageIds: [passageId] }),
      },
    }),
  );
  const whole = several.map(
    ({ row, taken }): SourceOffer => ({
      id: `${row.id} all`,
      name: `${row.name}, on ${printCount(taken.passageIds.length, 'passage')}`,
      detail: `adds ${printCount(taken.spellings.length, 'spelling')}: ${printSpellings(taken.spellings)}`,
      does: { act: 'run', run: () => take(taken) },
    }),
  );
  // Enter takes the suggestion for this passage only; the one for several is the next option.
  return [...offers, ...near].toSpliced(1, 0, ...whole);
};
