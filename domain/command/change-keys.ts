/** Changes to the analyst's key bindings. Every function returns a new map in which no key is lost. */
import { type CommandId, commandIds, isCommandId } from './command-table.ts';
import { bindKeys, defaultKeysOf, type KeyMap, keyChoice } from './key-bindings.ts';

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((key, index) => key === b[index]);

/** The custom bindings that are in force. */
const actingChoice = (map: KeyMap): Record<string, string[]> =>
  Object.fromEntries(
    commandIds.filter((id) => Object.hasOwn(map, id)).map((id) => [id, [...bindKeys(map).keysOf(id)]]),
  );

/** Without entries that equal the table's. */
const onlyChosen = (map: KeyMap): KeyMap =>
  Object.fromEntries(
    Object.entries(map).filter(([id, keys]) => isCommandId(id) && !isSame(keys, defaultKeysOf(id))),
  );

/** The map in which `id` has exactly these keys, which are removed from any other command. */
export const giveKeys = (map: KeyMap, id: CommandId, keys: readonly string[]): KeyMap => {
  const bindings = bindKeys(map);
  const next = { ...actingChoice(map), [id]: [...keys] };
  for (const key of keys)
    for (const owner of bindings.othersWith(id, key))
      next[owner] = (next[owner] ?? bindings.keysOf(owner)).filter((other) => other !== key);
  return onlyChosen(next);
};

const replaced = (keys: readonly string[], from: string | null, to: string): readonly string[] =>
  from === null ? [...keys, to] : keys.map((key) => (key === from ? to : key));

/** Replaces the key `from` of the command by `to`, or adds it if `from` is null. */
export const replaceKey = (map: KeyMap, id: CommandId, from: string | null, to: string): KeyMap =>
  giveKeys(map, id, [...new Set(replaced(bindKeys(map).keysOf(id), from, to))]);

/** Whether `owner` can have the key `from` of `id` for its own: in its scope a third command may have it. */
export const canSwapKeys = (map: KeyMap, id: CommandId, from: string, owner: CommandId): boolean =>
  keyChoice(map, owner, from).kind !== 'refused' &&
  bindKeys(map)
    .othersWith(owner, from)
    .every((other) => other === id);

/** The same, and the command that had `to` gets `from` for it; see canSwapKeys. */
export const swapKeys = (map: KeyMap, id: CommandId, from: string, to: string): KeyMap => {
  const bindings = bindKeys(map);
  const [owner] = bindings.othersWith(id, to);
  if (owner === undefined) return replaceKey(map, id, from, to);
  const own = replaced(bindings.keysOf(id), from, to);
  const theirs = replaced(bindings.keysOf(owner), to, from);
  return onlyChosen({ ...actingChoice(map), [id]: [...own], [owner]: [...theirs] });
};

/** Removes the key from the command; it is then unassigned. */
export const removeKey = (map: KeyMap, id: CommandId, key: string): KeyMap =>
  giveKeys(
    map,
    id,
    bindKeys(map)
      .keysOf(id)
      .filter((other) => other !== key),
  );

/** The keys of the table for this command; who has one of them meanwhile gives it back. */
export const resetKeys = (map: KeyMap, id: CommandId): KeyMap => giveKeys(map, id, defaultKeysOf(id));
