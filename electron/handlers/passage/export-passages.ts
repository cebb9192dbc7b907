import { basename, join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { PassageRow } from '#domain/contract/passage.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { type ExportedPassage, toExportedPassage } from '#domain/memo/passages/exported-passage.ts';
import { passageFormatOf } from '#domain/memo/passages/passage-format.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { PassageFilter } from '#domain/search/filters.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import { createLastExport } from '../export/last-export.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { readCitedArticles } from '../memo/read-memo-material.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'desktop' | 'writeExportedFile' | 'writePassages'>;

type Asked = Input<'passage:export'>;

const wrongName = (problem: string): Result<never, AppError> =>
  err({ code: 'invalid-input', request: 'passage:export', problems: [`fileName: ${problem}`] });

/** The paths of tags by their ids, as they are typed: "China/Dual use". */
const readTagPaths = async ({ catalogue }: Deps) =>
  new Map((await catalogue.tags()).map(({ id, path }) => [id, printNamePath(path, '/')]));

const byArticle = (rows: readonly PassageRow[]): ReadonlyMap<ArticleId, readonly PassageRow[]> => {
  const grouped = new Map<ArticleId, PassageRow[]>();
  for (const row of rows) grouped.set(row.articleId, [...(grouped.get(row.articleId) ?? []), row]);
  return grouped;
};

/** The passages of `rows` in their order. Each article is read once, and none is held longer than that takes. */
const exportedOf = async (
  deps: Deps,
  rows: readonly PassageRow[],
  { hasNotes: hasNote }: Asked,
  isCancelled: () => boolean,
): Promise<Result<readonly ExportedPassage[], AppError>> => {
  const sources = await deps.archive.sources();
  if (!sources.ok) return sources;
  const tree = indexTree(sources.value.sources);
  const tagPaths = await readTagPaths(deps);
  const made = new Map<PassageId, ExportedPassage>();
  for (const [articleId, ofArticle] of byArticle(rows)) {
    if (isCancelled()) return err({ code: 'cancelled' });
    const { articles } = await readCitedArticles(deps.archive, new Set([articleId]));
    const cited = articles.get(articleId);
    for (const { id: passageId, tagIds, version } of ofArticle) {
      const passage = cited?.passages.find(({ id }) => id === passageId);
      if (cited === undefined || passage === undefined) continue;
      const tags = tagIds.flatMap((id) => tagPaths.get(id) ?? []);
      made.set(passageId, toExportedPassage({ passage, cited, sources: tree, tags, hasNote, version }));
    }
  }
  return ok(rows.flatMap(({ id }) => made.get(id) ?? []));
};

const rowsOf = ({ catalogue }: Deps, { of }: Asked): Promise<readonly PassageRow[]> =>
  of.kind === 'passages'
    ? catalogue.passageRows(of.passageIds)
    : catalogue.passages(of.filter, { isWhole: isSearch(of.filter) });

/** What is only listed need not wait until all of it is indexed. */
const isSearch = ({ text = '' }: PassageFilter): boolean => text.trim() !== '';

/** Where a file of that name lies in the folder of exports, and its format. */
const placeOf = ({ desktop }: Deps, { fileName }: Asked) => {
  const format = passageFormatOf(fileName);
  if (format === null) return wrongName('has no ending of a format');
  const path = join(desktop.exportFolder(), fileName);
  return basename(path) === fileName ? ok({ path, format }) : wrongName('is no name of a file');
};

/** The export of passages, and what is done with its file. */
export const createExporting = (
  deps: Deps,
): Pick<
  HandlersOn<'passage'>,
  'passage:export' | 'passage:cancel-export' | 'passage:reveal-export' | 'passage:drag-export'
> => {
  const lastExport = createLastExport(deps);
  let isCancelled = false;

  return {
    /**
     * Writes passages to a file of the folder of exports, in the format of its ending. Fails `file-exists` where one is
     * there that is not to be replaced, `place-in-archive` within an archive.
     */
    'passage:export': async (asked) => {
      isCancelled = false;
      const place = placeOf(deps, asked);
      if (!place.ok) return place;
      const { path, format } = place.value;
      const rows = await rowsOf(deps, asked);
      const exported = await exportedOf(deps, rows, asked, () => isCancelled);
      if (!exported.ok) return exported;
      const bytes = deps.writePassages(format, exported.value);
      const written = await deps.writeExportedFile(path, bytes, { replaces: asked.replaces });
      if (!written.ok) return written;
      lastExport.keep(path);
      return ok({ fileName: asked.fileName, passages: exported.value.length, bytes: bytes.length });
    },

    /** The export that is under way then answers `cancelled` and writes nothing. */
    'passage:cancel-export': async () => {
      isCancelled = true;
      return ok(null);
    },

    'passage:reveal-export': lastExport.reveal,
    'passage:drag-export': lastExport.drag,
  };
};
