/** Whether a memo is marked at least as its evidence was received: with a TLP label, or a banner of its source's own. */
import { highestTlp, type Marking, tlpLabels } from '../../tradecraft/marking.ts';
import { citedArticles } from '../citations/cited-articles.ts';
import { citedName } from '../citations/cited-name.ts';
import type { CitedArticle, MemoMaterial } from '../citations/memo-material.ts';
import type { Memo, MemoHead } from '../memo.ts';
import type { MemoProblem } from './memo-problem.ts';

type Severity = Exclude<MemoProblem['severity'], 'overruled'>;

const namesOf = (
  articles: readonly CitedArticle[],
  isSo: (marking: Marking | null) => boolean,
): readonly string[] => articles.filter(({ about }) => isSo(about.marking)).map(citedName);

/**
 * TLP is a choice: with an own banner the check is off, and a memo without any marking may go out. That it cites
 * marked material is then said, and no more.
 */
const tlpSeverity = ({ marking }: MemoHead, needed: Marking & { kind: 'tlp' }): Severity | null => {
  if (marking?.kind === 'banner') return null;
  if (marking === null) return needed.label === 'TLP:CLEAR' ? null : 'should';
  return tlpLabels.indexOf(marking.label) < tlpLabels.indexOf(needed.label) ? 'must' : null;
};

const checkTlp = ({ head }: Memo, articles: readonly CitedArticle[]): readonly MemoProblem[] => {
  const label = highestTlp(articles.map(({ about }) => about.marking));
  if (label === null) return [];
  const needed = { kind: 'tlp', label } as const;
  const severity = tlpSeverity(head, needed);
  if (severity === null) return [];
  const names = namesOf(articles, (marking) => marking?.kind === 'tlp' && marking.label === label);
  return [{ severity, kind: 'marking-below-evidence', needed, articles: names }];
};

/** Letters and white space make no other banner. */
const folded = (text: string): string => text.toLowerCase().replaceAll(/\s+/gu, ' ').trim();

/** A banner is carried where the memo's own holds its words, or the restrictions beside the marking do. */
const carries = ({ marking, restrictions }: MemoHead, banner: string): boolean =>
  [marking?.kind === 'banner' ? marking.text : '', restrictions].some((text) =>
    folded(text).includes(folded(banner)),
  );

/**
 * Banners have no order, so the words themselves are wanted. A TLP label promises what it doesn't know of them (must);
 * another banner, or none, is the writer's choice (should), as with TLP.
 */
const checkBanners = ({ head }: Memo, articles: readonly CitedArticle[]): readonly MemoProblem[] => {
  const banners = new Map(
    articles.flatMap(({ about: { marking } }) =>
      marking?.kind === 'banner' && !carries(head, marking.text) ? [[folded(marking.text), marking]] : [],
    ),
  );
  return [...banners].map(([words, needed]) => ({
    severity: head.marking?.kind === 'tlp' ? 'must' : 'should',
    kind: 'marking-below-evidence',
    needed,
    articles: namesOf(articles, (marking) => marking?.kind === 'banner' && folded(marking.text) === words),
  }));
};

/** What the marking of the memo falls short of: the highest TLP label that it cites, and each banner. */
export const checkMarking = (memo: Memo, material: MemoMaterial): readonly MemoProblem[] => {
  const articles = citedArticles(memo.content, material);
  return [...checkTlp(memo, articles), ...checkBanners(memo, articles)];
};
