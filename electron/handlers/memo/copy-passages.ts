import type { AppError } from '#domain/contract/errors.ts';
import type { Input } from '#domain/contract/requests.ts';
import { printCitedPassage } from '#domain/memo/document/print-cited-passage.ts';
import { ok, type Result } from '#domain/result.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { notFound } from '../shared/failures.ts';
import { readCitedArticles } from './read-memo-material.ts';

/** Copies passages with their citations, in the order in which they are named. */
export const copyPassages = async (
  { archive, catalogue, desktop }: Pick<HandlerDeps, 'archive' | 'catalogue' | 'desktop'>,
  { passageIds }: Input<'memo:copy-passages'>,
): Promise<Result<null, AppError>> => {
  const sources = await archive.sources();
  if (!sources.ok) return sources;
  const tree = indexTree(sources.value.sources);
  const texts: string[] = [];
  for (const passageId of passageIds) {
    const articleId = await catalogue.articleOfPassage(passageId);
    if (articleId === null) return notFound('passage', passageId);
    const { articles } = await readCitedArticles(archive, new Set([articleId]));
    const cited = articles.get(articleId);
    const passage = cited?.passages.find(({ id, deletedAt }) => id === passageId && deletedAt === null);
    if (cited === undefined || passage === undefined) return notFound('passage', passageId);
    texts.push(printCitedPassage(passage, cited, tree));
  }
  await desktop.copyText(texts.join('\n\n'));
  return ok(null);
};
