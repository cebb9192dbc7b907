import { basename, join } from 'node:path';
import type { AppError } from '#domain/contract/errors.ts';
import type { PassageRow } from '#domain/contract/passage.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { type ExportedPassage, toExportedPassage } from '#domain/memo/passages/exported-passage.ts';
import { passageFormatOf } from '#domain/memo/passages/passage-format.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { readCitedArticles } from '../memo/read-memo-material.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'desktop' | 'writeExportedFile' | 'writePassages'>;

const wrongName = (problem: string): Result<never, AppError> =>
  err({ code: 'invalid-input', request: 'passage:export', problems: [`fileName: ${problem}`] });

/** The paths of tags by their ids: "China/Dual use". */
const readTagPaths = async ({ catalogue }: Deps) =>
  new Map((await catalogue.tags()).map(({ id, path }) => [id, path.join('/')]));

const byArticle = (rows: readonly PassageRow[]): ReadonlyMap<ArticleId, readonly PassageRow[]> => {
  const grouped = new Map<ArticleId, PassageRow[]>();
  for (const row of rows) grouped.set(row.articleId, [...(grouped.get(row.articleId) ?? []), row]);
  return grouped;
};

/** The passages of `rows` in their order. Each article is read once, and none is held longer than that takes. */
const exportedOf = async (
  deps: Deps,
  rows: readonly PassageRow[],
  hasNote: boolean,
): Promise<Result<readonly ExportedPassage[], AppError>> => {
  const sources = await deps.archive.sources();
  if (!sources.ok) return sources;
  const tree = indexTree(sources.value.sources);
  const tagPaths = await readTagPaths(deps);
  const made = new Map<PassageId, ExportedPassage>();
  for (const [articleId, ofArticle] of byArticle(rows)) {
    const { articles } = await readCitedArticles(deps.archive, new Set([articleId]));
    const cited = articles.get(articleId);
    for (const { id: passageId, tagIds } of ofArticle) {
      const passage = cited?.passages.find(({ id }) => id === passageId);
      if (cited === undefined || passage === undefined) continue;
      const tags = tagIds.flatMap((id) => tagPaths.get(id) ?? []);
      made.set(passageId, toExportedPassage({ passage, cited, sources: tree, tags, hasNote }));
    }
  }
  return ok(rows.flatMap(({ id }) => made.get(id) ?? []));
};

/**
 * Writes the passages of a filter to a file of the folder of exports, in the format of its ending. Fails `file-exists`
 * where one is there that is not to be replaced.
 */
export const exportPassages = async (
  deps: Deps,
  { filter, fileName, replaces, hasNotes }: Input<'passage:export'>,
): Promise<Result<Output<'passage:export'>, AppError>> => {
  const format = passageFormatOf(fileName);
  if (format === null) return wrongName('has no ending of a format');
  const path = join(deps.desktop.exportFolder(), fileName);
  if (basename(path) !== fileName) return wrongName('is no name of a file');
  const exported = await exportedOf(deps, await deps.catalogue.passages(filter), hasNotes);
  if (!exported.ok) return exported;
  const bytes = deps.writePassages(format, exported.value);
  const written = await deps.writeExportedFile(path, bytes, { replaces });
  return written.ok ? ok({ fileName, passages: exported.value.length, bytes: bytes.length }) : written;
};
