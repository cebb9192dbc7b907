import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Events } from '#domain/contract/events.ts';
import type { WrittenExport } from '#domain/contract/exchange.ts';
import type { Input } from '#domain/contract/requests.ts';
import { outs } from '#domain/exchange/outs.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { createCoderHandlers } from './coder/coder-handlers.ts';
import { readOutMaterial } from './read-out-material.ts';

type Doing = Events['exchange-progress']['doing'];

const exportTo = async (
  deps: HandlerDeps,
  folder: string,
  { out, hasNotes }: Input<'exchange:export'>,
  signal: AbortSignal,
): Promise<Result<WrittenExport, AppError>> => {
  const { archive, exchangeWriter, emit } = deps;
  const material = await readOutMaterial(deps, { hasNotes, needs: outs[out].needs, signal });
  if (!material.ok) return material;
  const options = {
    out,
    archiveId: archive.info.id,
    signal,
    onWritten: (done: number, total: number) => emit('exchange-progress', { doing: 'writing', done, total }),
  };
  const written = await exchangeWriter.write(folder, material.value, options);
  if (!written.ok) return written;
  const { written: paths, removed, ...rest } = written.value;
  return ok({ ...rest, folder, written: paths.length, removed: removed.length });
};

/** The use cases of writing the archive for other tools. */
export const createExchangeHandlers = (deps: HandlerDeps): HandlersOn<'exchange'> => {
  const underWay = new Set<AbortController>();
  /** Work that can be ended, and tells that it is over however it ends. */
  const run = async <T>(doing: Doing, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const ending = new AbortController();
    underWay.add(ending);
    try {
      return await work(ending.signal);
    } finally {
      underWay.delete(ending);
      deps.emit('exchange-progress', { doing, done: 1, total: 1 });
    }
  };
  return {
    ...createCoderHandlers(deps, (work) => run('comparing', work)),

    /** Fails `cancelled` where no folder was chosen, `place-in-archive` within an archive, `write-failed`. */
    'exchange:export': async (asked) => {
      const folder = await deps.desktop.chooseFolderFor(asked.out);
      if (folder === null) return err({ code: 'cancelled' });
      return run('writing', (signal) => exportTo(deps, folder, asked, signal));
    },

    'exchange:cancel': async () => {
      for (const ending of underWay) ending.abort();
      return ok(null);
    },
  };
};
