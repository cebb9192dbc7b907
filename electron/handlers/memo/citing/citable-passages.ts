import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { CitablePassage, CitableWay, NewCitation } from '#domain/contract/memo.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import { layTranslation, translatedPassage } from '#domain/memo/citations/cited-translation.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import type { CitedArticle } from '#domain/memo/citations/memo-material.ts';
import {
  type OfferedTranslation,
  translationForMemo,
  translationsOfPassage,
} from '#domain/memo/citations/offered-translation.ts';
import { printedSourceOf } from '#domain/memo/citations/printed-source-of.ts';
import { printLaid, printPassage } from '#domain/memo/verbatim/print-quote.ts';
import { citedPlaceOf } from '#domain/passage/carried.ts';
import { type Passage, passageEvidence } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import { matchesWords, queryWords } from '#domain/search/search-words.ts';
import { asBeginnings } from '#domain/search/written-conditions.ts';
import { isMachineMade } from '#domain/translation/translation.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { FoundToCite } from '#electron/ports/catalogue.ts';
import { usableBody } from '../../article/usable-text.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { notFound } from '../../shared/failures.ts';
import { sha256Of } from '../../shared/sha-256.ts';
import { readCitedArticle } from '../read-memo-material.ts';

type Evidence = { readonly cited: CitedArticle; readonly passage: Passage };

const languageOf = ({ article, about, guessedLanguage = null }: CitedArticle): string | null =>
  effectiveBibliography(article, about).language ?? guessedLanguage;

/** The translations by which a passage can be cited. */
export const offeredOf = ({ cited, passage }: Evidence): readonly OfferedTranslation[] =>
  cited.translated === undefined
    ? []
    : translationsOfPassage(passage.id, cited.translated, {
        sha256: sha256Of,
        evidenceSha256: sha256Of(passageEvidence(passage)),
      });

/** An article with translated passages; null for any other, of which nothing more is read. */
const readTranslated = async (archive: ArchiveReader, id: ArticleId): Promise<CitedArticle | null> => {
  const file = await archive.translations(id);
  const isTranslated = file.ok && file.value.renderings.some(({ kind }) => kind === 'passage');
  return isTranslated ? readCitedArticle(archive, id) : null;
};

const printTranslation = (
  { cited, passage }: Evidence,
  { texts, language, translationId, textSha256 }: OfferedTranslation,
  memoLanguage: string | null,
): string => {
  const place = { articleId: cited.article.id, passageId: passage.id };
  const citation = {
    ...place,
    exactSha256: sha256Of(passageEvidence(passage)),
    translation: { translationId, textSha256 },
  };
  const translation = translatedPassage(passage, texts, language);
  const laid = layTranslation(citation, { cited, passage }, translation, {
    sha256: sha256Of,
    language: memoLanguage,
  });
  return printLaid(laid);
};

const memoLanguageOf = async (reader: ArchiveReader, memoId: MemoId): Promise<string | null> => {
  const memo = await reader.memo(memoId);
  return memo.ok ? memo.value.memo.head.language : null;
};

/** The translation that is requested, or that the memo uses by default; undefined if it does not exist. */
const chosenOf = (
  evidence: Evidence,
  { translationId }: Input<'memo:cite'>,
  memoLanguage: string | null,
): OfferedTranslation | null | undefined => {
  if (translationId === null) return null;
  const offered = offeredOf(evidence);
  if (translationId !== undefined) return offered.find((each) => each.translationId === translationId);
  return memoLanguage === null ? null : translationForMemo(offered, languageOf(evidence.cited), memoLanguage);
};

/** The data of a new citation. Fails with `not-found`, also for a translation that the passage does not have. */
export const makeCitation = async (
  { archive }: Pick<HandlerDeps, 'archive'>,
  input: Input<'memo:cite'>,
): Promise<Result<NewCitation, AppError>> => {
  const annotations = await archive.annotations(input.articleId);
  if (!annotations.ok) return annotations;
  const found = annotations.value.passages.find(({ id }) => id === input.passageId);
  if (found === undefined || found.deletedAt !== null) return notFound('passage', input.passageId);
  const place = citedPlaceOf(input.articleId, found);
  const usable = await usableBody(archive, place.articleId);
  if (!usable.ok) return usable;
  const plain = { ...place, exactSha256: sha256Of(passageEvidence(found)) };
  const cited = await readCitedArticle(archive, place.articleId);
  const passage = cited?.passages.find(({ id }) => id === place.passageId);
  if (cited === null || passage === undefined) return ok(plain);
  const evidence = { cited, passage };
  const memoLanguage = input.memoId === undefined ? null : await memoLanguageOf(archive, input.memoId);
  const chosen = chosenOf(evidence, input, memoLanguage);
  if (chosen === undefined) return notFound('translation', input.translationId ?? '');
  if (chosen === null) return ok(plain);
  const { translationId, textSha256, language, maker, texts } = chosen;
  const original = printPassage(passage, printedSourceOf(cited));
  return ok({
    ...plain,
    translation: { translationId, textSha256 },
    translated: { language, maker, texts, original },
    printed: printTranslation(evidence, chosen, memoLanguage),
  });
};

/** Passages with the translations that a memo in that language uses by default. */
export const withTranslations = async (
  archive: ArchiveReader,
  passages: readonly CitedPassage[],
  memoLanguage: string,
): Promise<readonly CitedPassage[]> => {
  const translated = new Map<ArticleId, CitedArticle | null>();
  const cited: CitedPassage[] = [];
  for (const each of passages) {
    const article = translated.get(each.articleId) ?? (await readTranslated(archive, each.articleId));
    translated.set(each.articleId, article);
    const passage = article?.passages.find(({ id }) => id === each.passageId);
    const chosen =
      article === null || passage === undefined
        ? null
        : translationForMemo(offeredOf({ cited: article, passage }), languageOf(article), memoLanguage);
    const { translationId, textSha256 } = chosen ?? {};
    cited.push(
      translationId === undefined || textSha256 === undefined
        ? each
        : { ...each, translation: { translationId, textSha256 } },
    );
  }
  return cited;
};

/** The search words, and the language of the memo that is to cite. */
type Sought = { readonly words: readonly string[]; readonly memoLanguage: string };

/**
 * The ways to cite a passage: first the text in which the words were found, then the memo's default, then the others;
 * machine translations are last.
 */
const waysOf = (
  { row, isByOwnWords }: FoundToCite,
  cited: CitedArticle | null,
  { words, memoLanguage }: Sought,
): readonly CitableWay[] => {
  const own: CitableWay = { translation: null, printed: row.printed, isFound: isByOwnWords };
  const passage = cited?.passages.find(({ id }) => id === row.id);
  if (cited === null || passage === undefined) return [own];
  const evidence = { cited, passage };
  const offered = offeredOf(evidence).filter(({ isStale }) => !isStale);
  if (offered.length === 0) return [own];
  const preferred = translationForMemo(offered, languageOf(cited), memoLanguage);
  const holding = offered.filter(({ texts }) => words.length > 0 && matchesWords(words, texts));
  // If none contains the exact words, another form of a word was found, in one of them.
  const found = holding.length > 0 || isByOwnWords ? holding : offered;
  const translated = offered.map((each) => ({
    each,
    way: {
      translation: { translationId: each.translationId, language: each.language, maker: each.maker },
      printed: printTranslation(evidence, each, memoLanguage),
      isFound: found.includes(each),
    },
  }));
  const rank = (way: CitableWay): number =>
    (way.translation !== null && isMachineMade(way.translation) ? 4 : 0) +
    (way.isFound ? 0 : 2) +
    (way.translation?.translationId === preferred?.translationId ? 0 : 1);
  return [...translated.map(({ way }) => way), own].toSorted((a, b) => rank(a) - rank(b));
};

/** The passages found for citing in a memo. */
export const listCitable = async (
  { archive, catalogue }: Pick<HandlerDeps, 'archive' | 'catalogue'>,
  { memoId, text, limit }: Input<'memo:citable'>,
): Promise<Result<readonly CitablePassage[], AppError>> => {
  const memo = await archive.memo(memoId);
  if (!memo.ok) return memo;
  const isAny = text.trim() === '';
  const found = await catalogue.citablePassages(isAny ? '' : asBeginnings(text), limit);
  const sought = { words: queryWords(text), memoLanguage: memo.value.memo.head.language };
  const articles = new Map<ArticleId, CitedArticle | null>();
  for (const { row } of found) {
    if (!articles.has(row.articleId))
      articles.set(row.articleId, await readTranslated(archive, row.articleId));
  }
  return ok(
    found.map((each) => {
      const cited = articles.get(each.row.articleId) ?? null;
      return {
        row: each.row,
        language: cited === null ? null : languageOf(cited),
        ways: waysOf(each, cited, sought),
      };
    }),
  );
};
