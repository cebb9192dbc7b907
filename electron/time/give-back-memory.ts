import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const collect = (how: { readonly flavor?: 'last-resort' }): void => {
  setFlagsFromString('--expose-gc');
  const collector: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  if (typeof collector === 'function') collector({ type: 'major', execution: 'sync', ...how });
};

/**
 * Has the engine collect what is not needed any more, and give it back to the system. It does so by itself only when it
 * needs more: what reading a whole archive leaves would lie there as long as the process runs. Takes a tenth of a
 * second where a hundred megabytes are in use.
 */
export const giveBackMemory = (): void => {
  // The last resort also lets go of the room for new objects, which grew by what was read.
  collect({ flavor: 'last-resort' });
};

/** Has the engine use again what is not needed any more, before it takes more: some twenty milliseconds. */
export const reuseMemory = (): void => collect({});
