import { ok } from '#domain/result.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';

/** The use cases of the archive as a whole, where others write to its folder, too. */
export const createArchiveHandlers = ({ archive, catalogue }: HandlerDeps): HandlersOn<'archive'> => ({
  /** Fails `archive-locked` where another has it, `archive-gone` where the archive is not there any more. */
  'archive:take-lock': () => archive.takeLock(),

  /** What can't be read, of articles and memos; what is read in so far, until the catalogue is ready. */
  'archive:faults': async () => ok(await catalogue.faults()),

  /** From now on an act that writes over what another program has changed is meant so. */
  'archive:see-outside': async () => {
    archive.seeOutsideChanges();
    return ok(null);
  },
});
