import { join } from 'node:path';
import { openArchiveIndex } from '#electron/index/open-archive-index.ts';
import type { IndexProcess } from '#electron/index/process/index-messages.ts';
import { type IndexPlace, serveIndex } from '#electron/index/process/serve-index.ts';
import type { MakeCatalogue } from './lists-in-process.ts';

/**
 * The catalogue as in the app, with an index in a file that survives a restart. It runs in the test process: starting
 * another takes longer than most tests. `search-index.test.ts` runs it in its own process.
 */
export const listsInIndex = (): MakeCatalogue => {
  /** One index is open in one file at a time. */
  let opened = 0;
  return (archive, machine, analyst = () => '') => {
    opened += 1;
    const path = join(archive.folder, `../index/${opened}.sqlite`);
    return openArchiveIndex(archive, {
      machine,
      analyst,
      spawn: () => serveHere({ root: archive.folder, archiveId: archive.info.id, path, build: '' }),
      report: (failure) => {
        throw new Error(failure);
      },
    });
  };
};

/** A request number that nobody else uses. */
const LAST = -1;

/**
 * The index process's message handling, in the test process: messages are copied and delivered later, as between two
 * processes.
 */
export const serveHere = (place: IndexPlace): IndexProcess => {
  const answers: Parameters<IndexProcess['onAnswer']>[0][] = [];
  const exits: (() => void)[] = [];
  let hasRead = (): void => undefined;
  const index = serveIndex(place, (said) => {
    if (said.kind === 'done' && said.id === LAST) return hasRead();
    const copy = structuredClone(said);
    setImmediate(() => {
      for (const listener of answers) listener(copy);
    });
  });
  const end = (): void => {
    index.close();
    for (const listener of exits) listener();
  };
  // An exiting process aborts its work; here it is allowed to finish.
  const close = async (): Promise<void> => {
    const read = new Promise<void>((resolve) => {
      hasRead = resolve;
    });
    index.receive({ kind: 'update', id: LAST });
    await read;
    await index.renewOpenings();
    end();
  };
  return {
    send(request) {
      const copy = structuredClone(request);
      setImmediate(() => {
        if (copy.kind === 'close') void close();
        else index.receive(copy);
      });
    },
    onAnswer: (listener) => void answers.push(listener),
    onExit: (listener) => void exits.push(listener),
    kill: end,
  };
};
