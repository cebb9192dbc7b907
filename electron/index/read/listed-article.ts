/** The list data of an article, computed once, when it is read: see ArticleEntry. */

import { comparedHash } from '#domain/article/article.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { Sha256, SourceId, TagId } from '#domain/ids.ts';
import { isOutOfText, needsLook, passageState } from '#domain/passage/carried.ts';
import { type Passage, passageQuote, targetOf } from '#domain/passage/passage.ts';
import { printedPlaceOf } from '#domain/passage/region/printed-place.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import { namingWords } from '#domain/search/search-words.ts';
import { wireOf } from '#domain/source/credits.ts';
import { noTraces, statementsOf, type Traces } from '#domain/source/traces.ts';
import { isOpenTask, type Task } from '#domain/task/task.ts';
import { isOverlapping } from '#domain/text/selector.ts';
import { renderedWords, type TranslatedWords } from '#domain/translation/translation.ts';
import { sharedGrade } from '../ask/index-memory.ts';
import type { ArticleEntry, ListedTranslation, PassageFacts } from '../catalogue-state.ts';
import { carriedOf } from '../readings.ts';
import type { ArticleContent, UnitContent } from './unit-content.ts';

/** A passage without the data that it shares with others. */
export type ListedPassage = PassageFacts & {
  readonly tagIds: readonly TagId[];
  readonly speakerId: SourceId | null;
};

export type ListedArticle = Omit<ArticleEntry, 'tagSet' | 'readings'> & {
  readonly kind: 'listed article';
  readonly tagIds: readonly TagId[];
  /** The passages that are not deleted, in the order of the text. */
  readonly passages: readonly ListedPassage[];
  /** See printSignature; null for a text that is too short to have one. It is read when texts are compared. */
  readonly readSignature: () => string | null;
};

/** The content of the lists. */
export type ListedContent = ListedArticle | Exclude<UnitContent, ArticleContent>;

const startOf = ({ selectors }: Passage): number => selectors[0]?.position.start ?? 0;
const isDeleted = ({ deletedAt }: Passage): boolean => deletedAt !== null;

const countOpenTasks = (tasks: readonly Task[], passageId: Passage['id']): number =>
  tasks.filter((task) => task.passageId === passageId && isOpenTask(task)).length;

const placeOf = (
  passage: Passage,
  text: ArticleContent['text'],
): Pick<ListedPassage, 'page' | 'paragraph'> => {
  if (isOutOfText(passage)) return { page: null, paragraph: null };
  const { page = null, paragraph } = printedPlaceOf(passage, text, startOf(passage));
  return { page, paragraph };
};

/** The statements found in a text, kept as long as the text is: an act changes only one of an article's passages. */
const statementsKnown = new WeakMap<ArticleContent['text'], Map<string, readonly number[]>>();

const statementsIn = (text: ArticleContent['text'], quote: string, isQuoted: boolean): readonly number[] => {
  const known = statementsKnown.get(text) ?? new Map<string, readonly number[]>();
  statementsKnown.set(text, known);
  const key = isQuoted ? `"${quote}` : ` ${quote}`;
  const statements = known.get(key) ?? statementsOf(quote, isQuoted);
  known.set(key, statements);
  return statements;
};

/** The statements that a passage repeats, and the sources credited in its sentences. */
const tracesOf = (passage: Passage, text: ArticleContent['text'], byline: string | null): Traces => {
  const target = targetOf(passage);
  if (target.kind === 'region') return noTraces;
  const statements = statementsIn(text, passageQuote(passage), passage.manner === 'direct');
  const places = isOutOfText(passage) ? [] : target.selectors.map(({ position }) => position);
  const named = text.credits
    .filter((credit) => places.some((place) => isOverlapping(place, credit)))
    .map(({ name }) => name);
  const wire = byline === null ? null : wireOf([], byline);
  const all = [...new Set([...(wire === null ? [] : [wire]), ...named])];
  return statements.length + all.length === 0 ? noTraces : { statements, credits: all };
};

/** The index numbers of passages, by id. */
export type PassageNumbers = ReadonlyMap<string, number>;

const listPassage = (
  { tasks, text }: ArticleContent,
  passage: Passage,
  { byline, numbers }: { readonly byline: string | null; readonly numbers: PassageNumbers },
): ListedPassage => ({
  id: passage.id,
  label: passage.label,
  grade: sharedGrade(passage.grade),
  createdAt: passage.createdAt,
  relations: passage.relations,
  openTaskCount: countOpenTasks(tasks, passage.id),
  ...placeOf(passage, text),
  traces: tracesOf(passage, text, byline),
  unsettled: needsLook(passage) ? (passage.carriedFrom?.state ?? null) : null,
  isOrphan: passageState(passage) === 'orphaned',
  hasNote: passage.note !== null && richTextToPlain(passage.note).trim() !== '',
  number: numbers.get(passage.id) ?? null,
  tagIds: passage.tagIds,
  speakerId: passage.sourceId,
  concernedIds: passage.concernedIds,
});

/** The folded words of an article's title and other names, and of its note. */
const foldHead = ({ title, byline, publisher }: ArticleEntry['bibliography'], note: string): string =>
  namingWords([title, byline, publisher, note].filter((part) => part !== null));

/** The list data of translations: what they are, and the words of passages that memos may cite. */
const listTranslations = ({ translations, renderings }: TranslatedWords): readonly ListedTranslation[] =>
  translations.map(({ id, language, maker, fromArticleId, deletedAt }) => ({
    id,
    language,
    maker,
    fromArticleId,
    deletedAt,
    passages: renderings.flatMap((each) =>
      each.kind === 'passage' && each.translationId === id
        ? [{ passageId: each.passageId, words: renderedWords(each) }]
        : [],
    ),
  }));

const comparedOf = (
  { words, originalSha256 }: ArticleContent['article'],
  textSha256: Sha256 | null,
): Sha256 | null =>
  textSha256 === null || originalSha256 === null
    ? textSha256
    : comparedHash({ words, textSha256, originalSha256 });

const listArticle = (content: ArticleContent, numbers: PassageNumbers): ListedArticle => {
  const { article, about, passages, tasks, text, fault } = content;
  const bibliography = effectiveBibliography(article, about);
  const { state, publicationId, marking, eventDates, withdrawn, isSample, acceptedText } = about;
  const deletedIds = passages.filter(isDeleted).map(({ id }) => id);
  return {
    kind: 'listed article',
    id: article.id,
    importedAt: article.importedAt,
    words: article.words,
    previousVersionId: article.previousVersionId,
    sealedSha256: article.textSha256,
    textSha256: text.sha256,
    comparedSha256: comparedOf(article, text.sha256),
    // An article without words, such as a photograph, is shown by its file name.
    firstWords: text.firstWords === '' ? (article.originalName ?? '') : text.firstWords,
    fault,
    about: {
      state,
      publicationId,
      marking,
      eventDates,
      withdrawn,
      isSample,
      ...(acceptedText && { acceptedText }),
    },
    bibliography,
    translations: listTranslations(content.translations),
    outdatedTranslations: content.outdated.length,
    tagIds: about.tagIds,
    passages: passages
      .filter((passage) => !isDeleted(passage))
      .toSorted((a, b) => startOf(a) - startOf(b))
      .map((passage) => listPassage(content, passage, { byline: bibliography.byline, numbers })),
    carried: passages.flatMap(carriedOf),
    hasDeleted: deletedIds.length > 0,
    deletedIds,
    tasks,
    head: foldHead(bibliography, about.note === null ? '' : richTextToPlain(about.note)),
    readSignature: () => text.signature,
  };
};

/** The list data of a unit. */
export const listContent = (content: UnitContent, numbers: PassageNumbers): ListedContent =>
  content.kind === 'article' ? listArticle(content, numbers) : content;
