import { err, ok } from '#domain/result.ts';
import { setReliability } from '#domain/source/set-reliability.ts';
import { indexSources, resolveSource } from '#domain/source/source-tree.ts';
import { changeRecord, deleteBranch, mergeBranches } from '#domain/tree/change-tree.ts';
import { ensureSource } from './acts/ensure-source.ts';
import { notFound } from './acts/failures.ts';
import { liveSourceId } from './acts/live-references.ts';
import { performOnSources, recordLeft } from './acts/tree-outcomes.ts';
import type { HandlerDeps, HandlersOn } from './handler-deps.ts';

/** The use cases of sources: speakers and publications. Whatever an act does is one write of sources.json. */
export const createSourceHandlers = (deps: HandlerDeps): HandlersOn<'source'> => ({
  /** Every source by name, from the catalogue, with how it is used. */
  'source:list': async () => ok(await deps.catalogue.sources()),

  /** The source that the id stands for today, redirects of merges followed. */
  'source:open': async ({ sourceId }) => {
    const file = await deps.archive.sources();
    if (!file.ok) return file;
    const source = resolveSource(indexSources(file.value.sources), sourceId);
    return source === null ? notFound('source', sourceId) : ok(source);
  },

  /** The source of that name or alias, compared folded; made where it is missing. */
  'source:ensure': ({ name, kind, parentId }) =>
    deps.archive.perform(async (reader) => {
      const parent = await liveSourceId(reader, parentId);
      if (!parent.ok) return parent;
      const file = await reader.sources();
      if (!file.ok) return file;
      const asked = { name, kind, parentId: parent.value };
      const { source, changes } = ensureSource(file.value.sources, asked, deps.machine);
      return ok({ value: source, name: 'add-source', changes });
    }),

  /** Fails `name-taken` where a sibling is known under that name, `would-be-cycle` below itself. */
  'source:change': ({ sourceId, ...change }) =>
    performOnSources(deps, {
      name: 'change-source',
      edit: (sources, at) => changeRecord(sources, sourceId, change, at),
      answer: (sources) => recordLeft(sources, sourceId),
    }),

  /** From now on: the change is kept in the source's history, and no passage that is graded is touched. */
  'source:set-reliability': ({ sourceId, reliability, why }) =>
    performOnSources(deps, {
      name: 'source-reliability',
      edit: (sources, at) => {
        const before = resolveSource(sources, sourceId);
        if (before === null) return err({ code: 'missing', id: sourceId });
        return ok([{ before, after: setReliability(before, reliability, why, at) }]);
      },
      answer: (sources) => recordLeft(sources, sourceId),
    }),

  /** The first stays as a redirect into the second, which is answered and keeps its own reliability. */
  'source:merge': ({ sourceId, intoId }) =>
    performOnSources(deps, {
      name: 'merge-sources',
      edit: (sources, at) => mergeBranches(sources, sourceId, intoId, at),
      answer: (sources) => recordLeft(sources, intoId),
    }),

  /** Makes tombstones of the source and of all below it. What names them keeps their ids, unseen. */
  'source:delete': ({ sourceId }) =>
    performOnSources(deps, {
      name: 'delete-source',
      edit: (sources, at) => deleteBranch(sources, sourceId, at),
      answer: () => null,
    }),
});
