import type { BulkChange } from '#domain/contract/bulk-change.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { PassageId, SourceId, TagId } from '#domain/ids.ts';
import type { PassageText } from '#domain/passage/edit/describe-ranges.ts';
import {
  assumedContext,
  lacksReason,
  type PassageEdit,
  type PassageEditContext,
  type PassageEditName,
} from '#domain/passage/edit/passage-edit.ts';
import { ok, type Result } from '#domain/result.ts';
import { offeredLetter } from '#domain/source/reliability-over-time.ts';
import type { Timestamp } from '#domain/time.ts';
import { indexTree, resolveRecord } from '#domain/tree/record-tree.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';

/** The article of the edited passages. */
type ContextOf = (article: {
  readonly publicationId: SourceId | null;
  readonly text: PassageText | null;
}) => PassageEditContext;

const edits = (...names: readonly PassageEditName[]): ReadonlySet<string> => new Set(names);
const ofTags = edits('tags', 'tag', 'repeat');
const ofSources = edits('source', 'grade', 'repeat', 'concerned');

/** Those of `ids` that are supported by a passage of another origin; only queried if an edit depends on it. */
export const confirmedAmong = async (
  { catalogue }: Pick<HandlerDeps, 'catalogue'>,
  edit: PassageEdit | BulkChange,
  ids: readonly PassageId[],
): Promise<ReadonlySet<PassageId>> => {
  const confirmed = new Set<PassageId>();
  if (edit.kind !== 'grade' || !lacksReason(edit)) return confirmed;
  // A supporting passage may be in any article, so the whole archive has to be loaded.
  await catalogue.ready;
  for (const id of ids) if ((await catalogue.confirmedBy(id)).length > 0) confirmed.add(id);
  return confirmed;
};

/** The data of the archive by which edits of `names` are judged; files that do not concern them are not read. */
export const prepareEditContext = async (
  reader: ArchiveReader,
  names: readonly PassageEdit['kind'][],
  { at, confirmed }: { readonly at: Timestamp; readonly confirmed: ReadonlySet<PassageId> },
): Promise<Result<ContextOf, AppError>> => {
  const base = { ...assumedContext(at), isConfirmed: (id: PassageId) => confirmed.has(id) };
  const tagFile = names.some((name) => ofTags.has(name)) ? await reader.tags() : null;
  if (tagFile?.ok === false) return tagFile;
  const sourceFile = names.some((name) => ofSources.has(name)) ? await reader.sources() : null;
  if (sourceFile?.ok === false) return sourceFile;
  const tags = indexTree(tagFile?.value.tags ?? []);
  const sources = indexTree(sourceFile?.value.sources ?? []);
  return ok(({ publicationId, text }) => ({
    ...base,
    text,
    liveTagId: (id: TagId) => resolveRecord(tags, id)?.id ?? null,
    liveSourceId: (id: SourceId) => resolveRecord(sources, id)?.id ?? null,
    offeredLetter: (passage) => offeredLetter(sources, passage, publicationId),
  }));
};
