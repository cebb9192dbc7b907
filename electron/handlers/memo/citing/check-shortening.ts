import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import { textStateOf } from '#domain/article/text-state.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import type { Sha256 } from '#domain/ids.ts';
import { translatedPassage } from '#domain/memo/citations/cited-translation.ts';
import type { CitedArticle } from '#domain/memo/citations/memo-material.ts';
import { printedSourceOf } from '#domain/memo/citations/printed-source-of.ts';
import { quotedParagraphs } from '#domain/memo/document/lay-document.ts';
import { blockPartsOf } from '#domain/memo/verbatim/kept/cut-kept.ts';
import { keptFaults } from '#domain/memo/verbatim/kept/kept-faults.ts';
import { OMISSION } from '#domain/memo/verbatim/omission-mark.ts';
import { printPassage } from '#domain/memo/verbatim/print-quote.ts';
import type { PrintedSource } from '#domain/memo/verbatim/printed-source.ts';
import { type Passage, passageEvidence, quotesOf } from '#domain/passage/passage.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { runSteps } from '#domain/steps.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { notFound } from '../../shared/failures.ts';
import { sha256Of } from '../../shared/sha-256.ts';
import { readCitedArticles } from '../read-memo-material.ts';
import { offeredOf } from './citable-passages.ts';

type Asked = Input<'memo:check-shortening'>;

/** The text to shorten: the passage, or its translation, with its language and the hash that identifies it. */
type Shortened = {
  readonly passage: Passage;
  readonly source: PrintedSource;
  readonly language: string | null;
  readonly exactSha256: Sha256;
};

/** Null if there is no such passage or translation. */
const findShortened = (cited: CitedArticle, { passageId, translationId }: Asked): Shortened | null => {
  const passage = cited.passages.find(({ id, deletedAt }) => id === passageId && deletedAt === null);
  const source = printedSourceOf(cited);
  if (passage === undefined || source === null) return null;
  if (translationId === undefined) {
    const { language } = effectiveBibliography(cited.article, cited.about);
    return { passage, source, language, exactSha256: sha256Of(passageEvidence(passage)) };
  }
  const found = offeredOf({ cited, passage }).find((each) => each.translationId === translationId);
  return found === undefined
    ? null
    : {
        ...translatedPassage(passage, found.texts, found.language),
        language: found.language,
        exactSha256: found.textSha256,
      };
};

const printOf = ({ passage, source }: Shortened, { kept, isBlock }: Asked): string =>
  isBlock
    ? quotedParagraphs(blockPartsOf(passage, kept))
        .map((lines) => lines.join('\n'))
        .join(`\n${OMISSION}\n`)
    : printPassage(passage, source, kept);

/**
 * How a citation prints the kept part of a passage, or of its translation, and what the rules of quoting say about it.
 */
export const checkShortening = async (
  { archive }: Pick<HandlerDeps, 'archive'>,
  asked: Asked,
): Promise<Result<Output<'memo:check-shortening'>, AppError>> => {
  const { articleId, passageId, kept, isBlock } = asked;
  const { articles } = await readCitedArticles(archive, new Set([articleId]));
  const cited = articles.get(articleId);
  const shortened = cited === undefined ? null : findShortened(cited, asked);
  if (cited === undefined || shortened === null) return notFound('passage', passageId);
  if (textStateOf(cited.article, cited.about, cited.textSha256) === 'altered')
    return err({ code: 'text-altered', articleId });
  const { passage, source, language, exactSha256 } = shortened;
  return ok({
    ...{ quotes: quotesOf(passage), language, exactSha256 },
    printed: printOf(shortened, asked),
    faults: kept === null ? [] : runSteps(keptFaults({ passage, kept, isBlock }, source)),
  });
};
