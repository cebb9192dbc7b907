import type { ArticleRecord } from '#domain/article/article.ts';
import type { Body } from '#domain/article/body/body.ts';
import type { PdfMark } from '#domain/article/marks/pdf-mark.ts';
import { rowsOfMarks } from '#domain/article/marks/place-marks.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { usableBody } from '#electron/handlers/article/usable-text.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { annotationChanges } from './said-passages.ts';
import { addMarks } from './take-marks.ts';

type MarkHandlers = Pick<HandlersOn<'import'>, 'import:read-marks' | 'import:take-marks'>;
type Deps = Pick<HandlerDeps, 'archive' | 'machine' | 'texts'>;

type Marked = { readonly body: Body; readonly marks: readonly PdfMark[] };

const marksOf = async (
  { texts }: Deps,
  reader: Pick<ArchiveReader, 'original'>,
  article: ArticleRecord,
): Promise<Result<readonly PdfMark[], AppError>> => {
  if (article.format !== 'pdf') return ok([]);
  const original = await reader.original(article.id);
  if (!original.ok) return original;
  const read = await texts.readOriginal(article, original.value);
  return read.ok ? ok(read.value.marks ?? []) : err({ code: read.error });
};

/** The text of an article and the marks of its original. */
const readMarked = async (
  deps: Deps,
  reader: ArchiveReader,
  articleId: ArticleId,
): Promise<Result<Marked, AppError>> => {
  const record = await reader.article(articleId);
  if (!record.ok) return record;
  const body = await usableBody(reader, articleId);
  if (!body.ok) return body;
  const marks = await marksOf(deps, reader, record.value.article);
  return marks.ok ? ok({ body: body.value.body, marks: marks.value }) : marks;
};

/** The use cases of the marks that readers have left in the original of an article that is here. */
export const createMarkHandlers = (deps: Deps): MarkHandlers => ({
  /** Fails `not-found`, `text-altered`, and as an import does where the original can't be read. */
  'import:read-marks': async ({ articleId }) => {
    const marked = await readMarked(deps, deps.archive, articleId);
    return marked.ok ? ok(rowsOfMarks(marked.value.body, marked.value.marks)) : marked;
  },

  /** One step of undo. Fails as reading them does. */
  'import:take-marks': ({ articleId, marks: taken }) =>
    deps.archive.perform(async (reader) => {
      const marked = await readMarked(deps, reader, articleId);
      if (!marked.ok) return marked;
      const before = await reader.annotations(articleId);
      if (!before.ok) return before;
      const added = await addMarks(before.value, { ...marked.value, taken }, deps.machine);
      return ok({
        value: added.taken,
        name: 'take-marks',
        changes: annotationChanges(articleId, before.value, added.said),
      });
    }),
});
