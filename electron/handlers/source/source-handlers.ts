import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import { type SourceId, sourceIdSchema } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { changeSource, mergeSources, withLiveOrganisations } from '#domain/source/change-source.ts';
import { ensureSourcePath } from '#domain/source/ensure-source-path.ts';
import type { NamedSource } from '#domain/source/parse-source-path.ts';
import { setReliability } from '#domain/source/reliability-over-time.ts';
import { newSource, type Source } from '#domain/source/source.ts';
import { toTimestamp } from '#domain/time.ts';
import { indexTree, resolveRecord } from '#domain/tree/record-tree.ts';
import { findRepeat } from '#electron/handlers/shared/record-changes.ts';
import type { ArchiveReader, Outcome } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { notFound } from '../shared/failures.ts';
import { liveSourceId } from '../shared/live-references.ts';
import { deleting, merging, performOnSources, recordLeft, sourceChanges } from '../shared/tree-outcomes.ts';
import { ensureSource } from './ensure-source.ts';
import { createExportingNames } from './names/export-names.ts';

/** The source at the end of `path`; the step has a different name if it only moves an existing source. */
const ensureOnPath = async (
  { machine }: HandlerDeps,
  reader: ArchiveReader,
  sourceId: SourceId,
  path: readonly [NamedSource, ...NamedSource[]],
): Promise<Result<Outcome<Output<'source:ensure'>>, AppError>> => {
  const file = await reader.sources();
  if (!file.ok) return file;
  const at = toTimestamp(machine.nowMs());
  const make = (asked: Pick<Source, 'name' | 'kind' | 'parentId'>, level: number) =>
    newSource(level === path.length - 1 ? sourceId : sourceIdSchema.parse(machine.newId()), asked, at);
  const { source, edits, near } = ensureSourcePath(file.value.sources, path, { make, at });
  const isMove = edits.some(({ before }) => before?.id === source.id);
  const repeat = isMove ? ok(null) : findRepeat('source:ensure', file.value.sources, source);
  if (!repeat.ok) return repeat;
  const name = isMove ? 'change-source' : 'add-source';
  return ok({ value: { ...source, near }, name, changes: sourceChanges(edits) });
};

const ensureAsked = async (
  deps: HandlerDeps,
  reader: ArchiveReader,
  { sourceId, name, kind, parentId, above: [top, ...between] = [] }: Input<'source:ensure'>,
): Promise<Result<Outcome<Output<'source:ensure'>>, AppError>> => {
  if (top !== undefined) return ensureOnPath(deps, reader, sourceId, [top, ...between, { name, kind }]);
  const parent = await liveSourceId(reader, parentId);
  if (!parent.ok) return parent;
  const file = await reader.sources();
  if (!file.ok) return file;
  const asked = { name, kind, parentId: parent.value };
  const making = { ...deps.machine, newId: () => sourceId };
  const { source, changes, near } = ensureSource(file.value.sources, asked, making);
  const repeat = findRepeat('source:ensure', file.value.sources, source);
  if (!repeat.ok) return repeat;
  return ok({ value: { ...source, near }, name: 'add-source', changes });
};

/** The use cases of sources: speakers and publications. Every act is one write of sources.json. */
export const createSourceHandlers = (deps: HandlerDeps): HandlersOn<'source'> => ({
  /** Returns the source to which the id leads now, following the redirects of merges. */
  'source:open': async ({ sourceId }) => {
    const file = await deps.archive.sources();
    if (!file.ok) return file;
    const tree = indexTree(file.value.sources);
    const source = resolveRecord(tree, sourceId);
    return source === null ? notFound('source', sourceId) : ok(withLiveOrganisations(tree, source));
  },

  /**
   * Returns the source with exactly that name or alias; it is created with the given id if missing. With a path of
   * sources above it, from the top down, it is the one at the end of that path, and all missing parts are created in
   * one step; a speaker with that name at the top level and without others below is moved there. Fails with
   * `invalid-input` for an id that is taken.
   */
  'source:ensure': (input) => deps.archive.perform((reader) => ensureAsked(deps, reader, input)),

  /**
   * Fails with `name-taken` if a sibling has that name, `would-be-cycle` below itself, `not-found` for an organisation
   * of a post that never existed.
   */
  'source:change': ({ sourceId, ...change }) =>
    performOnSources(deps, {
      name: 'change-source',
      edit: (sources, at) => changeSource(sources, sourceId, change, at),
      answer: (sources) => recordLeft(sources, sourceId),
    }),

  /** Applies from now on: the change is stored in the source's history, and graded passages are unchanged. */
  'source:set-reliability': ({ sourceId, reliability, why }) =>
    performOnSources(deps, {
      name: 'source-reliability',
      edit: (sources, at) => {
        const before = resolveRecord(sources, sourceId);
        if (before === null) return err({ code: 'missing', id: sourceId });
        return ok([{ before, after: setReliability(before, reliability, why, at) }]);
      },
      answer: (sources) => recordLeft(sources, sourceId),
    }),

  ...createExportingNames(deps),

  'source:ungraded': async ({ sourceId }) =>
    ok({ count: (await deps.catalogue.ungradedPassages(sourceId)).length }),

  /** The first stays as a redirect to the second, which is returned and keeps its own reliability. */
  'source:merge': ({ sourceId, intoId }) =>
    performOnSources(deps, {
      ...merging<Source>('merge-sources', sourceId, intoId),
      edit: (sources, at) => mergeSources(sources, sourceId, intoId, at),
    }),

  /**
   * Marks the source and all those below it as deleted. Records that refer to them keep their ids, which are not shown.
   */
  'source:delete': ({ sourceId }) => performOnSources(deps, deleting('delete-source', sourceId)),
});
