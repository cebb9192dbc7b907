import type { IndexProcess } from './index-messages.ts';
import type { IndexPlace } from './serve-index.ts';

/**
 * An index in the calling process, with the interface of a separate one: for the command line, which has nothing to
 * block, and where starting a process takes longer than most answers. The modules are loaded when the first message is
 * sent.
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
