/** Where two coders have coded otherwise: what is settled one by one. */
import type { ArticleId, PassageId } from '../ids.ts';
import type { Steps } from '../steps.ts';
import { type CodedArticle, type CodedPassage, findTouching, isCoded, overlapOf } from './coded-article.ts';

export type CodingDifference = {
  /** The same for the same two passages, however often they are compared. */
  readonly key: string;
  readonly articleId: ArticleId;
  readonly title: string | null;
  /** Null where it is about the tags of the article itself. */
  readonly quote: string | null;
  /** The passage of each; null where one has none there, and both where it is the article. */
  readonly mineId: PassageId | null;
  readonly theirsId: PassageId | null;
  readonly shared: readonly string[];
  readonly onlyMine: readonly string[];
  readonly onlyTheirs: readonly string[];
};

/** Two passages are about the same words where they share more than half of what either covers. */
const SAME_WORDS = 0.5;

type Pair = { readonly mine: CodedPassage | null; readonly theirs: CodedPassage | null };

/** Each passage with the one that shares most with it, the best pairs first. */
const pairPassages = ({ mine, theirs }: CodedArticle): readonly Pair[] => {
  const touching = findTouching(theirs.passages);
  const likely = mine.passages
    .flatMap((one) => touching(one).map((other) => ({ one, other, overlap: overlapOf(one, other) })))
    .filter(({ overlap }) => overlap > SAME_WORDS)
    .toSorted((a, b) => b.overlap - a.overlap);
  const paired = new Set<CodedPassage>();
  const pairs: Pair[] = [];
  for (const { one, other } of likely) {
    if (paired.has(one) || paired.has(other)) continue;
    paired.add(one).add(other);
    pairs.push({ mine: one, theirs: other });
  }
  const alone = (passage: CodedPassage): boolean => !paired.has(passage);
  return [
    ...pairs,
    ...mine.passages.filter(alone).map((passage) => ({ mine: passage, theirs: null })),
    ...theirs.passages.filter(alone).map((passage) => ({ mine: null, theirs: passage })),
  ];
};

const startOf = ({ mine, theirs }: Pair): number => (mine ?? theirs)?.ranges[0]?.start ?? 0;

const compareTags = (mine: readonly string[], theirs: readonly string[]) => ({
  shared: mine.filter((tag) => theirs.includes(tag)),
  onlyMine: mine.filter((tag) => !theirs.includes(tag)),
  onlyTheirs: theirs.filter((tag) => !mine.includes(tag)),
});

const differencesIn = (article: CodedArticle): readonly CodingDifference[] => {
  const { articleId, title } = article;
  const ofArticle: CodingDifference = {
    key: articleId,
    articleId,
    title,
    quote: null,
    mineId: null,
    theirsId: null,
    ...compareTags(article.mine.tags, article.theirs.tags),
  };
  const ofPassages = pairPassages(article)
    .toSorted((a, b) => startOf(a) - startOf(b))
    .map(
      ({ mine, theirs }): CodingDifference => ({
        key: `${mine?.id ?? ''} ${theirs?.id ?? ''}`,
        articleId,
        title,
        quote: (mine ?? theirs)?.quote ?? null,
        mineId: mine?.id ?? null,
        theirsId: theirs?.id ?? null,
        ...compareTags(mine?.tags ?? [], theirs?.tags ?? []),
      }),
    );
  return [ofArticle, ...ofPassages].filter(
    ({ onlyMine, onlyTheirs }) => onlyMine.length + onlyTheirs.length > 0,
  );
};

/**
 * The differences in the articles that both have coded, an article a step, in the order of the articles and of their
 * text.
 */
export function* listDifferences(articles: readonly CodedArticle[]): Steps<readonly CodingDifference[]> {
  const all: CodingDifference[] = [];
  for (const article of articles) {
    yield;
    if (isCoded(article.mine) && isCoded(article.theirs)) all.push(...differencesIn(article));
  }
  return all;
}

/** How a difference is settled: theirs in the place of mine, or both. */
export const settlements = ['theirs', 'both'] as const;
export type Settlement = (typeof settlements)[number];
