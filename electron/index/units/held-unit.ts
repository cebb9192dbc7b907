/**
 * What of a unit stands in memory, as one text of the index. An archive of years has a hundred thousand passages, and all
 * of this is read at each start: every id and time stands in it once, and passages and facts are numbers that refer to
 * them, so that what is found and what is listed also share them in memory. Values of a list, such as labels, are their
 * places in it: where such a list is put into another order, the version of the index has to be raised.
 */

import { carriedStates } from '#domain/passage/carried.ts';
import { labels } from '#domain/passage/label.ts';
import { type FoundAbout, searchKinds } from '#domain/search/language/search-facts.ts';
import { noTraces } from '#domain/source/traces.ts';
import { credibilities } from '#domain/tradecraft/credibility.ts';
import type { Grade } from '#domain/tradecraft/grade.ts';
import { reliabilities } from '#domain/tradecraft/reliability.ts';
import { sharedGrade } from '../ask/index-memory.ts';
import type { ListedArticle, ListedContent, ListedPassage } from '../read/listed-article.ts';
import type { EnteredDocument } from '../store/index-store.ts';
import { kindOfRow } from '../store/rows.ts';

export type HeldUnit = {
  readonly about: FoundAbout;
  /** What is found of it besides its passages, which are listed. */
  readonly found: readonly EnteredDocument[];
  /** Null of a list that can't be read. */
  readonly listed: ListedContent | null;
};

type Numbers = readonly number[];
type Packed = {
  readonly about: FoundAbout;
  readonly texts: readonly string[];
  readonly found: readonly Numbers[];
  readonly listed:
    | Exclude<ListedContent, ListedArticle>
    | Omit<ListedArticle, 'passages' | 'readSignature'>
    | null;
  /** Of an article. */
  readonly passages: readonly Numbers[];
  /** The relations of those passages that have some, by their places. */
  readonly relations: readonly (readonly [number, ListedPassage['relations']])[];
  /** The traces of those passages that have some, by their places. */
  readonly traces: readonly (readonly [number, ListedPassage['traces']])[];
};

/** In the place of a text, or of a value of a list, where there is none. */
const NONE = -1;

/** Gives each text a number. */
const createTexts = () => {
  const numbers = new Map<string, number>();
  const numberOf = (text: string | null): number => {
    if (text === null) return NONE;
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  return { numberOf, all: (): readonly string[] => [...numbers.keys()] };
};
type NumberOf = ReturnType<typeof createTexts>['numberOf'];

const packGrade = ({ reliability, credibility }: Grade): readonly [number, number] => [
  reliability === null ? 0 : reliabilities.indexOf(reliability) + 1,
  credibility === null ? 0 : credibilities.indexOf(credibility) + 1,
];
const unpackGrade = (reliability = 0, credibility = 0): Grade =>
  sharedGrade({
    reliability: reliabilities[reliability - 1] ?? null,
    credibility: credibilities[credibility - 1] ?? null,
  });

/** Facts that are true or false are the bits of one number. */
const bitOf = { isOrphan: 1, hasTask: 2, hasNote: 4, hasRelation: 8 } as const;
type Flag = keyof typeof bitOf;
const flags = Object.keys(bitOf) as readonly Flag[];

const packFlags = (facts: Readonly<Record<Flag, boolean>>): number =>
  flags.reduce((bits, flag) => (facts[flag] ? bits | bitOf[flag] : bits), 0);
const hasFlag = (bits: number, flag: Flag): boolean => (bits & bitOf[flag]) !== 0;

const packFacts = ({ row, facts }: EnteredDocument, numberOf: NumberOf): Numbers => [
  row,
  packFlags(facts),
  numberOf(facts.citableId),
  numberOf(facts.speakerId),
  numberOf(facts.addedAt),
  facts.label === null ? NONE : labels.indexOf(facts.label),
  ...(facts.grade === null ? [NONE, NONE] : packGrade(facts.grade)),
  ...facts.tagIds.map(numberOf),
];

const unpackFacts = (
  [
    row = 0,
    bits = 0,
    citable = NONE,
    speaker = NONE,
    added = NONE,
    label = NONE,
    reliability = NONE,
    credibility = NONE,
    ...tags
  ]: Numbers,
  texts: readonly string[],
): EnteredDocument => ({
  row,
  facts: {
    kind: searchKinds[kindOfRow(row)] ?? 'passage',
    tagIds: tags.map((tag) => texts[tag]) as never,
    speakerId: (texts[speaker] ?? null) as never,
    label: labels[label] ?? null,
    grade: reliability === NONE ? null : unpackGrade(reliability, credibility),
    isOrphan: hasFlag(bits, 'isOrphan'),
    hasTask: hasFlag(bits, 'hasTask'),
    hasNote: hasFlag(bits, 'hasNote'),
    hasRelation: hasFlag(bits, 'hasRelation'),
    addedAt: (texts[added] ?? null) as never,
    citableId: texts[citable] ?? null,
  },
});

const packPassage = (passage: ListedPassage, numberOf: NumberOf): Numbers => [
  numberOf(passage.id),
  numberOf(passage.createdAt),
  numberOf(passage.speakerId),
  labels.indexOf(passage.label),
  ...packGrade(passage.grade),
  passage.openTaskCount,
  passage.paragraph ?? NONE,
  numberOf(passage.page),
  passage.unsettled === null ? NONE : carriedStates.indexOf(passage.unsettled),
  passage.number ?? NONE,
  (passage.isOrphan ? bitOf.isOrphan : 0) | (passage.hasNote ? bitOf.hasNote : 0),
  ...passage.tagIds.map(numberOf),
];

const noRelations: ListedPassage['relations'] = [];

const unpackPassage = (
  [id = NONE, createdAt = NONE, speaker = NONE, label = 0, reliability, credibility, ...more]: Numbers,
  texts: readonly string[],
): ListedPassage => {
  const [
    openTaskCount = 0,
    paragraph = NONE,
    page = NONE,
    unsettled = NONE,
    number = NONE,
    bits = 0,
    ...tags
  ] = more;
  return {
    id: texts[id] as never,
    createdAt: texts[createdAt] as never,
    speakerId: (texts[speaker] ?? null) as never,
    label: labels[label] ?? 'claim',
    grade: unpackGrade(reliability, credibility),
    relations: noRelations,
    openTaskCount,
    paragraph: paragraph === NONE ? null : paragraph,
    page: texts[page] ?? null,
    traces: noTraces,
    unsettled: carriedStates[unsettled] ?? null,
    number: number === NONE ? null : number,
    isOrphan: hasFlag(bits, 'isOrphan'),
    hasNote: hasFlag(bits, 'hasNote'),
    tagIds: tags.map((tag) => texts[tag]) as never,
  };
};

export const packUnit = ({ about, found, listed }: HeldUnit): string => {
  const { numberOf, all } = createTexts();
  const { passages, ...rest } = listed?.is === 'listed article' ? listed : { ...listed, passages: [] };
  const packed = {
    found: found.map((each) => packFacts(each, numberOf)),
    passages: passages.map((each) => packPassage(each, numberOf)),
    relations: passages.flatMap(({ relations }, at) => (relations.length === 0 ? [] : [[at, relations]])),
    traces: passages.flatMap(({ traces }, at) => (traces === noTraces ? [] : [[at, traces]])),
  };
  return JSON.stringify({ about, texts: all(), ...packed, listed: listed && rest });
};

/** A unit as it was packed; `readSignature` reads that of the text of an article, which is kept apart. */
export const unpackUnit = (printed: string, readSignature: () => string | null): HeldUnit => {
  const { about, texts, found, listed, passages, relations, traces } = JSON.parse(printed) as Packed;
  const unpacked = passages.map((each) => unpackPassage(each, texts));
  const give = (at: number, held: Partial<ListedPassage>): void => {
    const passage = unpacked[at];
    if (passage !== undefined) unpacked[at] = { ...passage, ...held };
  };
  for (const [at, said] of relations) give(at, { relations: said });
  for (const [at, shown] of traces) give(at, { traces: shown });
  return {
    about,
    found: found.map((each) => unpackFacts(each, texts)),
    listed: listed?.is === 'listed article' ? { ...listed, passages: unpacked, readSignature } : listed,
  };
};
