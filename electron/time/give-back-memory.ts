import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Has the engine collect what is not needed any more, and give it back to the system. It does so by itself only when it
 * needs more: what reading a whole archive leaves would lie there as long as the process runs. Takes a tenth of a
 * second where a hundred megabytes are in use.
 */
export const giveBackMemory = (): void => {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  // The last resort also lets go of the room for new objects, which grew by what was read.
  if (typeof collect === 'function') collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
};
