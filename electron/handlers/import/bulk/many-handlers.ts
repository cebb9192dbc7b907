import { countKinds } from '#domain/article/formats/counted-kinds.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ChosenPreview, ImportOutcome, TakenFiles } from '#domain/contract/import-many.ts';
import { type DraftId, draftIdSchema } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { HandlerDeps, HandlersOn } from '../../handler-deps.ts';
import { notFound } from '../../shared/failures.ts';
import type { RunningImports } from '../running-imports.ts';
import type { BulkDeps } from './attempt-file.ts';
import type { ChosenFile } from './chosen-files.ts';
import { type BulkOptions, importFiles } from './import-files.ts';

type Deps = BulkDeps & Pick<HandlerDeps, 'emit' | 'inbox'>;
type How = Pick<BulkOptions, 'onKnown' | 'hasAttachments'>;

const importTold = async (
  deps: Deps,
  files: readonly ChosenFile[],
  how: How,
  signal: AbortSignal,
): Promise<Result<TakenFiles, AppError>> => {
  const tell = (done: number, total: number, fileName: string): void =>
    deps.emit('import-progress', { done, total, fileName });
  try {
    return await importFiles(deps, files, {
      ...how,
      signal,
      onProgress: (done, fileName) => tell(done, files.length, fileName),
    });
  } finally {
    // One that was ended, or that failed, is over too.
    if (signal.aborted) tell(1, 1, '');
  }
};

export type ManyFiles = {
  /** Keeps files until it is said how they are imported. */
  choose(files: readonly ChosenFile[]): ChosenPreview;
  readonly handlers: Pick<HandlersOn<'import'>, 'import:take-files' | 'import:discard-files'>;
};

/** The imports of many files: those that were chosen wait in memory; those of the inbox come as many do. */
export const createManyFiles = (deps: Deps, running: RunningImports): ManyFiles => {
  const chosen = new Map<DraftId, readonly ChosenFile[]>();
  const run = (files: readonly ChosenFile[], how: How, ending?: AbortSignal) =>
    running.run((signal) =>
      importTold(deps, files, how, ending === undefined ? signal : AbortSignal.any([signal, ending])),
    );
  deps.inbox.importBy(async (files, ending): Promise<Result<readonly ImportOutcome[], AppError>> => {
    const taken = await run(files, { onKnown: 'skip', hasAttachments: false }, ending);
    return taken.ok ? ok(taken.value.outcomes) : taken;
  });
  return {
    choose(files) {
      const draftId = draftIdSchema.parse(deps.machine.newId());
      chosen.set(draftId, files);
      return { draftId, files: files.length, kinds: countKinds(files.map(({ name }) => name)) };
    },
    handlers: {
      /** Fails `not-found` for files that were taken or discarded. Ended midway, it answers what was imported by then. */
      'import:take-files': async ({ draftId, onKnown, hasAttachments }) => {
        const files = chosen.get(draftId);
        if (files === undefined) return notFound('draft', draftId);
        chosen.delete(draftId);
        return run(files, { onKnown, hasAttachments });
      },

      'import:discard-files': async ({ draftId }) => {
        chosen.delete(draftId);
        return ok(null);
      },
    },
  };
};
