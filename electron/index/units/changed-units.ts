import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { namesOfUnits, stateOfUnit } from './unit-names.ts';

const LOOKED_AT_ONCE = 200;

/** The units of an archive that were removed, added or changed since `states`. */
export const changedUnits = async (
  root: string,
  states: ReadonlyMap<string, { readonly state: string }>,
): Promise<{ readonly gone: readonly string[]; readonly changed: readonly string[] }> => {
  const names = await namesOfUnits(root);
  const gone = new Set(states.keys());
  const changed: string[] = [];
  for (const [at, name] of names.entries()) {
    gone.delete(name);
    if (states.get(name)?.state !== (stateOfUnit(root, name) ?? '')) changed.push(name);
    if (at % LOOKED_AT_ONCE === 0) await yieldToEventLoop();
  }
  return { gone: [...gone], changed };
};
