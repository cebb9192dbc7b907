import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import { textStateOf } from '#domain/article/text-state.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
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
import type { HandlerDeps } from '../handler-deps.ts';
import { notFound } from '../shared/failures.ts';
import { sha256Of } from '../shared/sha-256.ts';
import { readCitedArticles } from './read-memo-material.ts';

type Asked = Input<'memo:check-shortening'>;

const printOf = (passage: Passage, { kept, isBlock }: Asked, source: PrintedSource): string =>
  isBlock
    ? quotedParagraphs(blockPartsOf(passage, kept))
        .map((lines) => lines.join('\n'))
        .join(`\n${OMISSION}\n`)
    : printPassage(passage, source, kept);

/** How a citation prints what is kept of a passage, and what the rules of quoting say of it. */
export const checkShortening = async (
  { archive }: Pick<HandlerDeps, 'archive'>,
  asked: Asked,
): Promise<Result<Output<'memo:check-shortening'>, AppError>> => {
  const { articleId, passageId, kept, isBlock } = asked;
  const { articles } = await readCitedArticles(archive, new Set([articleId]));
  const cited = articles.get(articleId);
  const passage = cited?.passages.find(({ id, deletedAt }) => id === passageId && deletedAt === null);
  const source = cited === undefined ? null : printedSourceOf(cited);
  if (cited === undefined || passage === undefined || source === null) return notFound('passage', passageId);
  if (textStateOf(cited.article, cited.about, cited.textSha256) === 'altered')
    return err({ code: 'text-altered', articleId });
  return ok({
    quotes: quotesOf(passage),
    language: effectiveBibliography(cited.article, cited.about).language,
    exactSha256: sha256Of(passageEvidence(passage)),
    printed: printOf(passage, asked, source),
    faults: kept === null ? [] : runSteps(keptFaults({ passage, kept, isBlock }, source)),
  });
};
