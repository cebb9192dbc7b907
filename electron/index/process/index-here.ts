import type { IndexProcess } from './index-messages.ts';
import type { IndexPlace } from './serve-index.ts';

/**
 * An index in the process that asks, behind the face of one of its own: for the command line, where nothing is held up
 * by it, and starting a process costs more than most answers. What answers is read when the first message is sent.
 */
export const startIndexHere = (place: IndexPlace): IndexProcess => {
  let hear: Parameters<IndexProcess['onAnswer']>[0] = () => undefined;
  let hasEnded = (): void => undefined;
  const loaded = import('./serve-index.ts').then(({ serveIndex }) =>
    serveIndex({ ...place, isBrief: true }, (said) => hear(said)),
  );
  loaded.catch((cause: unknown) => {
    hear({ kind: 'trouble', why: String(cause) });
    hasEnded();
  });
  const end = (): void => {
    void loaded.then((index) => index.close()).then(hasEnded, () => undefined);
  };
  return {
    send(request) {
      if (request.kind === 'close') end();
      else
        void loaded.then(
          (index) => index.receive(request),
          () => undefined,
        );
    },
    onAnswer(listener) {
      hear = listener;
    },
    onExit(listener) {
      const before = hasEnded;
      hasEnded = () => {
        before();
        listener();
      };
    },
    kill: end,
  };
};
