/** Whether a memo is marked at least as its evidence was received: with a TLP label, or a banner of its source's own. */
import { highestTlp, type Marking, tlpLabels, tlpOf } from '../../../tradecraft/marking.ts';
import { citedArticles } from '../../citations/cited-articles.ts';
import { citedName } from '../../citations/cited-name.ts';
import type { CitedArticle, MemoMaterial } from '../../citations/memo-material.ts';
import type { Memo, MemoHead } from '../../memo.ts';
import type { Found, Level } from '../finding.ts';
import { nameAll } from '../name-all.ts';
import type { Rule } from '../rule.ts';

/** A marking that the evidence was received with and the memo falls short of. */
export type NeededMarking = {
  readonly level: Exclude<Level, 'hint'>;
  readonly needed: Marking;
  /** The names of the articles that are marked so, in the order of the list of sources. */
  readonly articles: readonly string[];
};

const namesOf = (
  articles: readonly CitedArticle[],
  isSo: (marking: Marking | null) => boolean,
): readonly string[] => articles.filter(({ about }) => isSo(about.marking)).map(citedName);

/** With an own banner the check is off: banners have no order. What spells a label is one. */
const tlpLevel = (
  { marking }: MemoHead,
  needed: Marking & { kind: 'tlp' },
): NeededMarking['level'] | null => {
  const own = tlpOf(marking);
  if (own === null) return marking !== null || needed.label === 'TLP:CLEAR' ? null : 'error';
  return tlpLabels.indexOf(own) < tlpLabels.indexOf(needed.label) ? 'error' : null;
};

const checkTlp = ({ head }: Memo, articles: readonly CitedArticle[]): readonly NeededMarking[] => {
  const label = highestTlp(articles.map(({ about }) => about.marking));
  if (label === null) return [];
  const needed = { kind: 'tlp', label } as const;
  const level = tlpLevel(head, needed);
  if (level === null) return [];
  return [{ level, needed, articles: namesOf(articles, (marking) => tlpOf(marking) === label) }];
};

/** Letters and white space make no other banner. */
const folded = (text: string): string => text.toLowerCase().replaceAll(/\s+/gu, ' ').trim();

/** A banner is carried where the memo's own holds its words, or the restrictions beside the marking do. */
const carries = ({ marking, restrictions }: MemoHead, banner: string): boolean =>
  [marking?.kind === 'banner' ? marking.text : '', restrictions].some((text) =>
    folded(text).includes(folded(banner)),
  );

/**
 * Banners have no order, so the words themselves are wanted. A TLP label promises what it doesn't know of them, and no
 * marking promises nothing (errors); another banner is the writer's choice (a warning).
 */
const checkBanners = ({ head }: Memo, articles: readonly CitedArticle[]): readonly NeededMarking[] => {
  const banners = new Map(
    articles.flatMap(({ about: { marking } }) =>
      marking?.kind === 'banner' && tlpOf(marking) === null && !carries(head, marking.text)
        ? [[folded(marking.text), marking]]
        : [],
    ),
  );
  return [...banners].map(([words, needed]) => ({
    level: head.marking?.kind === 'banner' ? 'warning' : 'error',
    needed,
    articles: namesOf(articles, (marking) => marking?.kind === 'banner' && folded(marking.text) === words),
  }));
};

/** What the marking of the memo falls short of: the highest TLP label of the articles, and each banner. */
export const markingsNeededBy = (memo: Memo, articles: readonly CitedArticle[]): readonly NeededMarking[] => [
  ...checkTlp(memo, articles),
  ...checkBanners(memo, articles),
];

/** The same of what it cites. */
export const neededMarkings = (memo: Memo, material: MemoMaterial): readonly NeededMarking[] =>
  markingsNeededBy(memo, citedArticles(memo.content, material));

const toFound = ({ level, needed, articles }: NeededMarking): Found => {
  const isMarked = `${nameAll(articles)} ${articles.length === 1 ? 'is' : 'are'} marked`;
  const message =
    needed.kind === 'tlp'
      ? `${isMarked} ${needed.label}: mark the memo at least as high.`
      : `${isMarked} “${needed.text}”: mark the memo so, or write it into its restrictions.`;
  return { place: { kind: 'head', field: 'marking' }, message, level, subject: message };
};

/** Marked below what it cites, or not at all while what it cites is marked; beside an own banner a warning. */
export const markingBelowEvidence: Rule = {
  level: 'error',
  check: ({ memo, material }) => neededMarkings(memo, material).map(toFound),
};
