/** The units on which two coders agree, tag by tag. */

import { err, ok } from '../result.ts';
import type { Steps } from '../steps.ts';
import { countWhile } from '../text/sequences/count-while.ts';
import {
  type CodedArticle,
  type CodedRange,
  type Coding,
  findTouching,
  isCoded,
  overlapOf,
} from './coded-article.ts';
import { type Coefficient, krippendorffAlpha } from './krippendorff-alpha.ts';

/**
 * What is judged: a paragraph (does it carry the tag?), an article, or each coded segment (has the other one like it?).
 */
export const codingUnits = ['paragraph', 'article', 'segment'] as const;
export type CodingUnit = (typeof codingUnits)[number];

/**
 * Two segments are one where they share so much of what either covers, as MAXQDA has it by default for its third kind
 * of comparison.
 */
export const SEGMENT_OVERLAP = 0.9;

/** How far two coders agree on one tag, from how many units each of them gave it to. */

/** Units by who has given the tag to them. */
type TagTally = {
  readonly both: number;
  readonly onlyMine: number;
  readonly onlyTheirs: number;
  /** Null where the units are the coded segments themselves: what nobody coded is none. */
  readonly neither: number | null;
};

type TagAgreement = TagTally & {
  /** The share of units on which both say the same, from 0 to 1. */
  readonly agreement: Coefficient;
  readonly kappa: Coefficient;
  readonly alpha: Coefficient;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/**
 * Cohen's kappa of two coders: κ = (p_o − p_e) / (1 − p_e), with p_o the share of units on which they agree and p_e the
 * share on which they would if each gave out its own categories by chance.
 *
 * Source: J. Cohen, A Coefficient of Agreement for Nominal Scales, Educational and Psychological Measurement 20 (1960)
 * 37–46. Where both give one and the same category to all units, p_e is 1 and κ is undefined.
 *
 * @param table how many units got the category of the row by the one and that of the column by the other; square
 */
export const cohenKappa = (table: readonly (readonly number[])[]): Coefficient => {
  const units = sum(table.map(sum));
  if (units === 0) return err('no-units');
  const columnOf = (at: number): number => sum(table.map((row) => row[at] ?? 0));
  // In whole units, so that what is 1 is 1 to the last bit: p_o and p_e times the square of the units.
  const observed = sum(table.map((row, at) => row[at] ?? 0)) * units;
  const expected = sum(table.map((row, at) => sum(row) * columnOf(at)));
  return expected === units ** 2 ? err('no-variance') : ok((observed - expected) / (units ** 2 - expected));
};

/**
 * The agreement on a tag; without a count of what neither has coded there is no agreement by chance, and so no κ and no
 * α.
 */
export const tagAgreement = (tally: TagTally): TagAgreement => {
  const { both, onlyMine, onlyTheirs, neither } = tally;
  const units = both + onlyMine + onlyTheirs + (neither ?? 0);
  const agreement: Coefficient = units === 0 ? err('no-units') : ok((both + (neither ?? 0)) / units);
  if (neither === null)
    return { ...tally, agreement, kappa: err('no-negatives'), alpha: err('no-negatives') };
  return {
    ...tally,
    agreement,
    kappa: cohenKappa([
      [both, onlyMine],
      [onlyTheirs, neither],
    ]),
    alpha: krippendorffAlpha([
      { values: ['yes', 'yes'], times: both },
      { values: ['yes', 'no'], times: onlyMine },
      { values: ['no', 'yes'], times: onlyTheirs },
      { values: ['no', 'no'], times: neither },
    ]),
  };
};

export type AgreementTable = {
  readonly unit: CodingUnit;
  /** How many were judged; of segments those that carry a tag, on both sides. */
  readonly count: number;
  readonly rows: readonly (TagAgreement & { readonly tag: string })[];
};

type Places = ReadonlyMap<string, ReadonlySet<number>>;

/** The numbers of the units that carry each tag. */
const placesOf = (marks: Iterable<readonly [tag: string, place: number]>): Places => {
  const places = new Map<string, Set<number>>();
  for (const [tag, place] of marks) places.set(tag, (places.get(tag) ?? new Set()).add(place));
  return places;
};

/** The numbers of the blocks that a range touches; blocks stand in the order of the text. */
const blocksUnder = (blocks: CodedArticle['blocks'], { start, end }: CodedRange): readonly number[] => {
  const first = countWhile(blocks, (block) => block.end <= start);
  const after = countWhile(blocks, (block) => block.start < end);
  return Array.from({ length: Math.max(0, after - first) }, (_, index) => first + index);
};

const paragraphsOf = ({ passages }: Coding, { blocks }: CodedArticle): Places =>
  placesOf(
    passages.flatMap(({ ranges, tags }) => {
      const at = ranges.flatMap((range) => blocksUnder(blocks, range));
      return tags.flatMap((tag) => at.map((place) => [tag, place] as const));
    }),
  );

const articleOf = ({ passages, tags }: Coding): Places =>
  placesOf([...tags, ...passages.flatMap((passage) => passage.tags)].map((tag) => [tag, 0] as const));

const nowhere: ReadonlySet<number> = new Set();

type Counted = { both: number; onlyMine: number; onlyTheirs: number };
type Counts = Map<string, Counted>;

const countOf = (counts: Counts, tag: string): Counted => {
  const found = counts.get(tag) ?? { both: 0, onlyMine: 0, onlyTheirs: 0 };
  counts.set(tag, found);
  return found;
};

const countPlaces = (counts: Counts, mine: Places, theirs: Places): void => {
  for (const tag of new Set([...mine.keys(), ...theirs.keys()])) {
    const [here, there] = [mine.get(tag) ?? nowhere, theirs.get(tag) ?? nowhere];
    const both = [...here].filter((place) => there.has(place)).length;
    const count = countOf(counts, tag);
    count.both += both;
    count.onlyMine += here.size - both;
    count.onlyTheirs += there.size - both;
  }
};

/** Each segment of either is asked whether the other has one like it. */
const countSegments = (counts: Counts, { mine, theirs }: CodedArticle): number => {
  let segments = 0;
  const ask = (own: Coding, other: Coding, alone: 'onlyMine' | 'onlyTheirs'): void => {
    const touching = findTouching(other.passages);
    for (const segment of own.passages) {
      const like = touching(segment).filter((each) => overlapOf(segment, each) >= SEGMENT_OVERLAP);
      const tags = new Set(like.flatMap((each) => each.tags));
      for (const tag of segment.tags) countOf(counts, tag)[tags.has(tag) ? 'both' : alone] += 1;
      segments += segment.tags.length;
    }
  };
  ask(mine, theirs, 'onlyMine');
  ask(theirs, mine, 'onlyTheirs');
  return segments;
};

/** Counts the units of an article; answers how many there are. */
const countArticle = (counts: Counts, article: CodedArticle, unit: CodingUnit): number => {
  const { mine, theirs, blocks } = article;
  if (unit === 'segment') return countSegments(counts, article);
  if (unit === 'article') countPlaces(counts, articleOf(mine), articleOf(theirs));
  else countPlaces(counts, paragraphsOf(mine, article), paragraphsOf(theirs, article));
  return unit === 'article' ? 1 : blocks.length;
};

/** The agreement over the articles that both have coded, an article a step; tags in order. */
export function* countAgreement(articles: readonly CodedArticle[], unit: CodingUnit): Steps<AgreementTable> {
  const counts: Counts = new Map();
  let count = 0;
  for (const article of articles) {
    yield;
    if (isCoded(article.mine) && isCoded(article.theirs)) count += countArticle(counts, article, unit);
  }
  const tallyOf = ({ both, onlyMine, onlyTheirs }: Counted): TagTally => ({
    both,
    onlyMine,
    onlyTheirs,
    neither: unit === 'segment' ? null : count - both - onlyMine - onlyTheirs,
  });
  const rows = [...counts]
    .map(([tag, counted]) => ({ tag, ...tagAgreement(tallyOf(counted)) }))
    .toSorted((a, b) => a.tag.localeCompare(b.tag, 'en'));
  return { unit, count, rows };
}
