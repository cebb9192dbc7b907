import { type DraftId, draftIdSchema } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import type { HandlerDeps, HandlersOn } from '../../handler-deps.ts';
import { notFound } from '../../shared/failures.ts';
import { type Comparison, compareCoders } from './compare-coders.ts';
import { settleCoding } from './settle-coding.ts';

type CoderHandlers = Pick<
  HandlersOn<'exchange'>,
  'exchange:compare-coder' | 'exchange:settle-coding' | 'exchange:end-comparison'
>;

/** Work that can be ended by whoever waits for it. */
type Run = <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;

/** The use cases of comparing this archive with a copy that another person has coded. What is compared lives in memory. */
export const createCoderHandlers = (deps: HandlerDeps, run: Run): CoderHandlers => {
  const kept = new Map<DraftId, Comparison>();
  const tell = (done: number, total: number): void =>
    deps.emit('exchange-progress', { doing: 'comparing', done, total });
  return {
    /** Fails `cancelled` where no folder was chosen or it was ended, else as OpenCoderArchive does. */
    'exchange:compare-coder': async () => {
      const folder = await deps.desktop.chooseCoderArchive();
      if (folder === null) return err({ code: 'cancelled' });
      const coder = await deps.openCoderArchive(folder);
      if (!coder.ok) return coder;
      const compared = await run((signal) => compareCoders(deps, coder.value, { signal, onProgress: tell }));
      if (!compared.ok) return compared;
      const draftId = draftIdSchema.parse(deps.machine.newId());
      kept.set(draftId, compared.value);
      const { counts, tables, differences } = compared.value;
      return ok({ draftId, folder, title: coder.value.title, counts, tables, differences });
    },

    /** Fails `not-found` for a comparison that has ended, and where a passage or an article is gone. See settleCoding. */
    'exchange:settle-coding': async ({ draftId, keys, how }) => {
      const comparison = kept.get(draftId);
      if (comparison === undefined) return notFound('draft', draftId);
      const asked = new Set(keys);
      const differences = comparison.differences.filter(({ key }) => asked.has(key));
      return run((signal) => settleCoding(deps, comparison, { differences, how }, { signal }));
    },

    'exchange:end-comparison': async ({ draftId }) => {
      kept.delete(draftId);
      return ok(null);
    },
  };
};
