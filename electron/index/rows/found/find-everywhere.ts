import type { Found } from '#domain/contract/search.ts';
import { printWhen } from '#domain/dates/when/print-when.ts';
import { listJudgements } from '#domain/memo/content/list-judgements.ts';
import { recipientsOf } from '#domain/memo/sent/sent-state.ts';
import { passageWords } from '#domain/passage/passage.ts';
import { printCount } from '#domain/print-count.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import { searchKinds } from '#domain/search/language/search-facts.ts';
import {
  holdsPhrases,
  matchesWords,
  namingWords,
  queryPhrases,
  queryWords,
} from '#domain/search/search-words.ts';
import { snippetOf } from '#domain/search/snippet.ts';
import { foldText } from '#domain/text/fold-text.ts';
import { isLive, namePath } from '#domain/tree/record-tree.ts';
import { findHits, type Index } from '../../ask/find-hits.ts';
import {
  type ArticleEntry,
  articlesNewestFirst,
  type CatalogueState,
  type PassageEntry,
} from '../../catalogue-state.ts';
import { passagesOf } from '../../readings.ts';
import { storedPassage } from '../../stored-records.ts';
import { nameArticle, nameMemo, nameSource, nameTag } from './name-found.ts';

/** About one line of the palette, in UTF-16 units. */
const TITLE_LENGTH = 140;

/** The beginning of a searched word, and its other forms, which have to occur in full. */
type Wanted = { readonly begins: string; readonly forms: readonly string[] };
/** The search: words, and phrases that have to occur exactly. */
type Asked = { readonly words: readonly Wanted[]; readonly phrases: readonly string[] };

/** Whether a word occurs in the words of a name; see namingWords. */
const standsIn = (naming: string, { begins, forms }: Wanted): boolean =>
  naming.includes(` ${begins}`) || forms.some((form) => `${naming} `.includes(` ${form} `));

const isNamed = ({ words, phrases }: Asked, names: readonly string[]): boolean => {
  const naming = namingWords(names);
  return words.every((word) => standsIn(naming, word)) && holdsPhrases(phrases, names);
};

const findTags = (state: CatalogueState, asked: Asked): readonly Found[] =>
  [...state.tags.values()]
    .filter((tag) => isLive(tag) && isNamed(asked, [...namePath(state.tags, tag.id), ...tag.aliases]))
    .map((tag) => nameTag(state, tag));

const findSources = (state: CatalogueState, asked: Asked): readonly Found[] =>
  [...state.sources.values()]
    .filter(
      (source) =>
        isLive(source) && isNamed(asked, [...namePath(state.sources, source.id), ...source.aliases]),
    )
    .map((source) => nameSource(state, source));

const findEvents = ({ events }: CatalogueState, asked: Asked): readonly Found[] =>
  [...events.byId.values()]
    .filter(({ event }) => isNamed(asked, [event.title]))
    .map(({ event: { id, title, date } }) => ({
      kind: 'event',
      eventId: id,
      title,
      detail: printWhen(date),
    }));

const findBoards = ({ boards }: CatalogueState, asked: Asked): readonly Found[] =>
  [...boards.values()]
    .filter(
      ({ board, hypotheses }) =>
        board.deletedAt === null && isNamed(asked, [board.question, ...hypotheses.map(({ words }) => words)]),
    )
    .map(({ board, hypotheses }) => ({
      kind: 'board',
      boardId: board.id,
      title: board.question,
      detail: printCount(hypotheses.length, 'hypothesis', 'hypotheses'),
    }));

const findMemos = ({ memos }: CatalogueState, asked: Asked): readonly Found[] =>
  [...memos.values()]
    .filter(({ memo }) => {
      const { title, referenceNumber, for: reader } = memo.head;
      return isNamed(asked, [title, referenceNumber, reader, ...recipientsOf(memo)]);
    })
    .map((entry) => nameMemo(entry));

/** "PM-2024-017 j2": a memo and one of its judgements. */
const namedJudgement = /^(.*\S)\s+j(\d{1,3})$/iu;

const findJudgements = ({ memos }: CatalogueState, text: string): readonly Found[] => {
  const [, name = '', number] = namedJudgement.exec(text.trim()) ?? [];
  const words = queryWords(name);
  if (words.length === 0) return [];
  return [...memos.values()].flatMap((entry) => {
    const { head, content } = entry.memo;
    const isMade = Number(number) >= 1 && Number(number) <= listJudgements(content).length;
    return isMade && matchesWords(words, [head.title, head.referenceNumber])
      ? [nameMemo(entry, Number(number))]
      : [];
  });
};

/** The words by which an article is found, its name first: lists show the first words of one without a title. */
const headOf = ({ head, bibliography: { title }, firstWords }: ArticleEntry): string =>
  title === null ? namingWords([firstWords]) + head : head;

/** 0 if the name begins with the search, 1 if it contains all of it, 2 if the rest of the article does. */
const articleRank = (entry: ArticleEntry, { words, phrases }: Asked): number => {
  const head = headOf(entry);
  if (phrases.length === 0 && head.startsWith(words.map(({ begins }) => ` ${begins}`).join(''))) return 0;
  // The words of the name are no longer than the name, and come first.
  const { length } = entry.bibliography.title ?? entry.firstWords;
  const isInName = ({ begins, forms }: Wanted): boolean =>
    [begins, ...forms].some((word) => {
      const at = head.indexOf(` ${word}`);
      return at !== -1 && at < length;
    });
  return words.every(isInName) ? 1 : 2;
};

/**
 * First the articles whose names begin with the search, then those whose names contain it; within these the newest
 * first.
 */
const findArticles = (state: CatalogueState, asked: Asked, limit: number): readonly Found[] => {
  const { words, phrases } = asked;
  const isFound = (entry: ArticleEntry): boolean => {
    const head = headOf(entry);
    if (!words.every((word) => standsIn(head, word))) return false;
    if (phrases.length === 0) return true;
    const { title, byline, publisher } = entry.bibliography;
    const { note } = state.stored.article(entry.id).about;
    const texts = [
      title ?? entry.firstWords,
      byline,
      publisher,
      note === null ? null : richTextToPlain(note),
    ];
    return holdsPhrases(
      phrases,
      texts.filter((text) => text !== null),
    );
  };
  const ranked: ArticleEntry[][] = [[], [], []];
  for (const entry of articlesNewestFirst(state))
    if (isFound(entry)) ranked[articleRank(entry, asked)]?.push(entry);
  return ranked
    .flat()
    .slice(0, limit)
    .map((entry) => nameArticle(state, entry));
};

const PASSAGE = searchKinds.indexOf('passage');
const NOTE = searchKinds.indexOf('note');

/** The passages that contain a word, in their words or in their notes, as a search finds it. */
const holdersOf = (index: Index, { begins, forms }: Wanted): ((entry: PassageEntry) => boolean) => {
  const term = { words: [begins], isPrefix: true, forms: [[begins, ...forms]] };
  const hits = findHits(index, { kind: 'term', term });
  const noted = new Set<string>();
  hits[NOTE]?.forEach((hit, number) => {
    const id = hit === 1 ? index.memory.documents[NOTE]?.[number]?.citableId : null;
    if (id) noted.add(id);
  });
  return ({ id, number }) => hits[PASSAGE]?.[number ?? -1] === 1 || noted.has(id);
};

/** Whether each word occurs in the passage or in its note, and each phrase in one of them. */
const textTest = (
  { stored, index }: CatalogueState,
  { words, phrases }: Asked,
): ((entry: PassageEntry) => boolean) => {
  const holding = words.map((word) => holdersOf(index(), word));
  const holdsAll = (entry: PassageEntry): boolean => holding.every((holds) => holds(entry));
  if (phrases.length === 0) return holdsAll;
  return (entry) => {
    if (!holdsAll(entry)) return false;
    const passage = storedPassage(stored, entry);
    const note = passage.note === null ? [] : [richTextToPlain(passage.note)];
    return holdsPhrases(phrases, [passageWords(passage), ...note]);
  };
};

const findPassages = (state: CatalogueState, asked: Asked, limit: number): readonly Found[] => {
  const isFound = textTest(state, asked);
  const shown = asked.words.flatMap(({ begins, forms }) => [begins, ...forms]);
  const hits: Found[] = [];
  for (const article of articlesNewestFirst(state)) {
    const { id: articleId, bibliography, firstWords } = article;
    for (const entry of take(limit - hits.length, passagesOf(state, article), isFound)) {
      hits.push({
        kind: 'passage',
        articleId,
        passageId: entry.id,
        label: entry.label,
        title: snippetOf(passageWords(storedPassage(state.stored, entry)), shown, TITLE_LENGTH),
        detail: bibliography.title ?? firstWords,
      });
    }
    if (hits.length === limit) break;
  }
  return hits;
};

const take = <T>(limit: number, items: Iterable<T>, isWanted: (item: T) => boolean): readonly T[] => {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.length === limit) break;
    if (isWanted(item)) taken.push(item);
  }
  return taken;
};

/** First those whose title begins with the search, then shorter titles, which it covers more fully. */
const bestFirst = (text: string, found: readonly Found[]): readonly Found[] => {
  const typed = foldText(text.trim());
  const rank = ({ title }: Found): number => (foldText(title).startsWith(typed) ? 0 : 1000) + title.length;
  return found.toSorted((a, b) => rank(a) - rank(b));
};

/** Divides `limit` among the kinds, so that none displaces the others; unused shares go to the next ones. */
const share = (kinds: readonly (readonly Found[])[], limit: number): readonly Found[] => {
  const quota = Math.max(1, Math.floor(limit / kinds.length));
  const taken = kinds.map((found) => Math.min(found.length, quota));
  let left = limit - taken.reduce((total, count) => total + count, 0);
  return kinds
    .flatMap((found, index) => {
      const count = taken[index] ?? 0;
      const more = Math.max(0, Math.min(left, found.length - count));
      left -= more;
      return found.slice(0, count + more);
    })
    .slice(0, limit);
};

/** What a typed text may refer to: articles by their titles, passages by their words, everything else by name. */
export const findEverywhere = (state: CatalogueState, text: string, limit: number): readonly Found[] => {
  const { store } = state.index();
  const words = queryWords(text).map((begins): Wanted => ({ begins, forms: store.formsOf(begins) }));
  if (words.length === 0) return [];
  const asked: Asked = { words, phrases: queryPhrases(text) };
  return share(
    [
      findJudgements(state, text),
      bestFirst(text, findTags(state, asked)),
      bestFirst(text, findSources(state, asked)),
      bestFirst(text, findMemos(state, asked)),
      bestFirst(text, findEvents(state, asked)),
      bestFirst(text, findBoards(state, asked)),
      findArticles(state, asked, limit),
      findPassages(state, asked, limit),
    ],
    limit,
  );
};
