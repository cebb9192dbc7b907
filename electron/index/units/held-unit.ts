/**
 * The in-memory data of a unit, stored as one text of the index. An old archive has a hundred thousand passages, and
 * all of this is read at each start: every id and time occurs in it once, and passages and facts are numbers that refer
 * to them, so that search and lists share them in memory too. Values of an enumeration, such as grades, are stored as
 * their index in it: if its order changes, the version of the index has to be increased.
 */

import { carriedStates } from '#domain/passage/carried.ts';
import { type FoundAbout, type SearchKind, searchKinds } from '#domain/search/language/search-facts.ts';
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
  /** The searchable documents besides the passages, which are in `listed`. */
  readonly found: readonly EnteredDocument[];
  /** Null for a list that can't be read. */
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
  /** The relations of those passages that have any, by index. */
  readonly relations: readonly (readonly [number, ListedPassage['relations']])[];
  /** The statements that passages repeat, by index. */
  readonly statements: readonly (readonly [number, ListedPassage['traces']['statements']])[];
  /** The sources that passages credit, by index. */
  readonly credits: readonly (readonly [number, ListedPassage['traces']['credits']])[];
  /** The names that passages are about, by index. */
  readonly concerned: readonly (readonly [number, Numbers])[];
};

/** The number for a missing text or enumeration value. */
const NONE = -1;

/** Assigns a number to each text. */
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

/** Boolean facts are the bits of one number. */
const bitOf = { isOrphan: 1, hasTask: 2, hasNote: 4, hasRelation: 8 } as const;
type Flag = keyof typeof bitOf;
const flags = Object.keys(bitOf) as readonly Flag[];

const packFlags = (facts: Readonly<Record<Flag, boolean>>): number =>
  flags.reduce((bits, flag) => (facts[flag] ? bits | bitOf[flag] : bits), 0);
const hasFlag = (bits: number, flag: Flag): boolean => (bits & bitOf[flag]) !== 0;

/** Events and boards have no label, so their own facts are stored in its place. */
const packedInLabel = ({ kind, label, event, seenBy }: EnteredDocument['facts']): string | null => {
  if (kind === 'event') return JSON.stringify(event);
  return kind === 'board' ? JSON.stringify(seenBy) : label;
};

const packFacts = ({ row, facts }: EnteredDocument, numberOf: NumberOf): Numbers => [
  row,
  packFlags(facts),
  numberOf(facts.citableId),
  numberOf(facts.speakerId),
  numberOf(facts.addedAt),
  numberOf(packedInLabel(facts)),
  ...(facts.grade === null ? [NONE, NONE] : packGrade(facts.grade)),
  facts.concernedIds.length,
  ...facts.concernedIds.map(numberOf),
  ...facts.tagIds.map(numberOf),
];

const unpackLabel = (
  kind: SearchKind,
  packed: string | null,
): Pick<EnteredDocument['facts'], 'label' | 'event' | 'seenBy'> => {
  const none = { label: null, event: null, seenBy: null };
  if (kind === 'event') return { ...none, event: JSON.parse(packed ?? 'null') };
  return kind === 'board'
    ? { ...none, seenBy: JSON.parse(packed ?? 'null') }
    : { ...none, label: packed as never };
};

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
    concerned = 0,
    ...named
  ]: Numbers,
  texts: readonly string[],
): EnteredDocument => {
  const kind = searchKinds[kindOfRow(row)] ?? 'passage';
  return {
    row,
    facts: {
      kind,
      tagIds: named.slice(concerned).map((tag) => texts[tag]) as never,
      speakerId: (texts[speaker] ?? null) as never,
      concernedIds: named.slice(0, concerned).map((id) => texts[id]) as never,
      ...unpackLabel(kind, texts[label] ?? null),
      grade: reliability === NONE ? null : unpackGrade(reliability, credibility),
      isOrphan: hasFlag(bits, 'isOrphan'),
      hasTask: hasFlag(bits, 'hasTask'),
      hasNote: hasFlag(bits, 'hasNote'),
      hasRelation: hasFlag(bits, 'hasRelation'),
      addedAt: (texts[added] ?? null) as never,
      citableId: texts[citable] ?? null,
    },
  };
};

const packPassage = (passage: ListedPassage, numberOf: NumberOf): Numbers => [
  numberOf(passage.id),
  numberOf(passage.createdAt),
  numberOf(passage.speakerId),
  numberOf(passage.label),
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
const noTags: ListedPassage['tagIds'] = [];
const noneConcerned: ListedPassage['concernedIds'] = [];
/** The number of fields of a passage before those of its tags. */
const BEFORE_TAGS = 12;

/** The items with a value, by index. */
const placed = <Known>(items: readonly Known[], isKnown: (item: Known) => boolean) =>
  items.flatMap((item, at) => (isKnown(item) ? [[at, item] as const] : []));
const hasAny = ({ length }: readonly unknown[]): boolean => length > 0;

/** The values, placed at their indexes. */
const atPlaces = <Known>(known: readonly (readonly [number, Known])[], count: number) => {
  const items = new Array<Known | undefined>(count).fill(undefined);
  for (const [at, item] of known) items[at] = item;
  return items;
};

const unpackTags = (numbers: Numbers, texts: readonly string[]): ListedPassage['tagIds'] =>
  numbers.length === BEFORE_TAGS
    ? noTags
    : (numbers.slice(BEFORE_TAGS).map((tag) => texts[tag]) as readonly unknown[] as ListedPassage['tagIds']);

/**
 * The passages of a unit. All fields are written out in one object literal: a hundred thousand objects are made in this
 * way at a start, and spread syntax would take twice the time and give each its own hidden class.
 */
const unpackPassages = ({ passages, texts, ...more }: Packed): readonly ListedPassage[] => {
  const relations = atPlaces(more.relations, passages.length);
  const statements = atPlaces(more.statements, passages.length);
  const credits = atPlaces(more.credits, passages.length);
  const concerned = atPlaces(more.concerned, passages.length);
  const textAt = (at = NONE): string | null => texts[at] ?? null;
  const countAt = (at = NONE): number | null => (at === NONE ? null : at);
  const tracesAt = (at: number): ListedPassage['traces'] => {
    const [repeats, names] = [statements[at], credits[at]];
    if (repeats === undefined && names === undefined) return noTraces;
    return { statements: repeats ?? noTraces.statements, credits: names ?? noTraces.credits };
  };
  return passages.map((numbers, at): ListedPassage => {
    const bits = numbers[11] ?? 0;
    return {
      id: textAt(numbers[0]) as never,
      createdAt: textAt(numbers[1]) as never,
      speakerId: textAt(numbers[2]) as never,
      label: textAt(numbers[3]) as never,
      grade: unpackGrade(numbers[4], numbers[5]),
      relations: relations[at] ?? noRelations,
      openTaskCount: numbers[6] ?? 0,
      paragraph: countAt(numbers[7]),
      page: textAt(numbers[8]),
      traces: tracesAt(at),
      unsettled: carriedStates[numbers[9] ?? NONE] ?? null,
      number: countAt(numbers[10]),
      isOrphan: hasFlag(bits, 'isOrphan'),
      hasNote: hasFlag(bits, 'hasNote'),
      tagIds: unpackTags(numbers, texts),
      concernedIds: (concerned[at]?.map((id) => texts[id]) as never) ?? noneConcerned,
    };
  });
};

export const packUnit = ({ about, found, listed }: HeldUnit): string => {
  const { numberOf, all } = createTexts();
  const { passages, ...rest } = listed?.kind === 'listed article' ? listed : { ...listed, passages: [] };
  const packed = {
    found: found.map((each) => packFacts(each, numberOf)),
    passages: passages.map((each) => packPassage(each, numberOf)),
    relations: placed(
      passages.map(({ relations }) => relations),
      hasAny,
    ),
    statements: placed(
      passages.map(({ traces }) => traces.statements),
      hasAny,
    ),
    credits: placed(
      passages.map(({ traces }) => traces.credits),
      hasAny,
    ),
    concerned: placed(
      passages.map(({ concernedIds }) => concernedIds.map(numberOf)),
      hasAny,
    ),
  };
  return JSON.stringify({ about, texts: all(), ...packed, listed: listed && rest });
};

/** Unpacks a unit; `readSignature` reads the signature of an article's text, which is stored separately. */
export const unpackUnit = (printed: string, readSignature: () => string | null): HeldUnit => {
  const packed = JSON.parse(printed) as Packed;
  const { about, texts, found, listed } = packed;
  return {
    about,
    found: found.map((each) => unpackFacts(each, texts)),
    listed:
      listed?.kind === 'listed article'
        ? { ...listed, passages: unpackPassages(packed), readSignature }
        : listed,
  };
};
