import type { UtilityProcess } from 'electron';
import type { HelperProcess } from '#electron/ports/helper-process.ts';

/** A utility process as a helper: what it takes and answers is known to whoever starts it. */
export const linkProcess = <Request, Answer>(child: UtilityProcess): HelperProcess<Request, Answer> => ({
  send: (request) => child.postMessage(request),
  onAnswer: (listener) => {
    child.on('message', (answer: Answer) => listener(answer));
  },
  onExit: (listener) => {
    child.once('exit', () => listener());
  },
  kill: () => {
    child.kill();
  },
});
