/** Which key runs which command: the table's keys, and over them those that the analyst has chosen. */
import { z } from 'zod';
import { spellKey } from './chord-of.ts';
import { type KeyScope, keyScopes } from './command.ts';
import { type CommandId, commandIds, commandOf } from './command-table.ts';
import { isBareKey, type KeyRefusal, keyRefusal } from './key-refusal.ts';

/**
 * The analyst's own keys, by command: all keys of the command, none if the list is empty. Read from a file that may be
 * older, newer or edited by hand: `bindKeys` ignores invalid entries.
 */
export const keyMapSchema = z.record(z.string().max(60), z.array(z.string().max(40)).max(4));
export type KeyMap = Readonly<z.infer<typeof keyMapSchema>>;

/** The keys as they act now. */
export type KeyBindings = {
  /** All keys of the command, the one that is printed first. */
  keysOf(id: CommandId): readonly string[];
  /** The command of a key or chord as `chordOf` spells it; a single key is that of a scope. */
  commandOf(key: string, scope?: KeyScope): CommandId | undefined;
  /** The commands that would lose the key if this one had it. */
  othersWith(id: CommandId, key: string): readonly CommandId[];
};

export const scopeOf = (id: CommandId): KeyScope => commandOf(id).scope ?? 'passages';

/** Under which a key of a scope is found: chords are the same in all of them. */
const slotIn = (scope: KeyScope, key: string): string => (isBareKey(key) ? `${scope} ${key}` : key);

/** The slots that a key of the command fills: a sign that acts wherever nothing is typed fills that of every scope. */
const slotsOf = (id: CommandId, key: string): readonly string[] =>
  isBareKey(key) && commandOf(id).keys?.includes(key) === true
    ? keyScopes.map((scope) => slotIn(scope, key))
    : [slotIn(scopeOf(id), key)];

/** The keys of the command in the table, the single key first. */
export const defaultKeysOf = (id: CommandId): readonly string[] => {
  const { keys = [], singleKey } = commandOf(id);
  return singleKey === undefined ? keys : [spellKey(singleKey), ...keys];
};

/** What of the chosen keys a command can have; undefined where nothing was chosen. */
const chosenKeysOf = (id: CommandId, map: KeyMap): readonly string[] | undefined => {
  const chosen = Object.hasOwn(map, id) ? map[id] : undefined;
  const defaults = defaultKeysOf(id);
  return chosen
    ?.map(spellKey)
    .filter((key) => defaults.includes(key) || keyRefusal(key, commandOf(id)) === null);
};

const bindAnew = (map: KeyMap): KeyBindings => {
  const commandBySlot = new Map<string, CommandId>();
  const keysById = new Map<CommandId, readonly string[]>();
  const bind = (id: CommandId, keys: readonly string[]): void => {
    const free = [...new Set(keys)].filter(
      (key) => !slotsOf(id, key).some((slot) => commandBySlot.has(slot)),
    );
    for (const slot of free.flatMap((key) => slotsOf(id, key))) commandBySlot.set(slot, id);
    keysById.set(id, free);
  };
  const chosen = commandIds.map((id) => [id, chosenKeysOf(id, map)] as const);
  for (const [id, keys] of chosen) if (keys !== undefined) bind(id, keys);
  for (const [id, keys] of chosen) if (keys === undefined) bind(id, defaultKeysOf(id));
  return {
    keysOf: (id) => keysById.get(id) ?? [],
    commandOf: (key, scope = 'passages') => commandBySlot.get(slotIn(scope, key)),
    othersWith: (id, key) =>
      [...new Set(slotsOf(id, key).flatMap((slot) => commandBySlot.get(slot) ?? []))].filter(
        (other) => other !== id,
      ),
  };
};

const bound = new WeakMap<KeyMap, KeyBindings>();

/**
 * Binds every key to at most one command, a single key to one of each scope. A chosen key wins over another command's
 * own key, and of two that were chosen the one whose command stands first in the table. What is unknown or refused is
 * passed over. Asked again with the same map, which nobody may change, it answers what it has.
 */
export const bindKeys = (map: KeyMap): KeyBindings => {
  const bindings = bound.get(map) ?? bindAnew(map);
  bound.set(map, bindings);
  return bindings;
};

/** Types nothing in any field. */
const isFunctionKey = (key: string): boolean => /^F\d{1,2}$/u.test(key);

/**
 * Where a key works. 'everywhere': a chord, or a function key. 'outside-fields': a sign that the table allows anywhere
 * except in fields. 'single': a single key, in its command's scope.
 */
export const reachOf = (id: CommandId, key: string): 'everywhere' | 'outside-fields' | 'single' => {
  if (isFunctionKey(key)) return 'everywhere';
  if (!isBareKey(key)) return commandOf(id).yieldsToFields === true ? 'outside-fields' : 'everywhere';
  return commandOf(id).keys?.includes(key) === true ? 'outside-fields' : 'single';
};

/** What giving `key` to the command would mean. */
export type KeyChoice =
  | { readonly kind: 'free' }
  | { readonly kind: 'own' }
  | { readonly kind: 'taken'; readonly owner: CommandId }
  | { readonly kind: 'refused'; readonly why: KeyRefusal };

/** Whether the command can have the key: its own by the table always, any other by the rules of `keyRefusal`. */
export const keyChoice = (map: KeyMap, id: CommandId, key: string): KeyChoice => {
  const bindings = bindKeys(map);
  if (bindings.keysOf(id).includes(key)) return { kind: 'own' };
  const why = defaultKeysOf(id).includes(key) ? null : keyRefusal(key, commandOf(id));
  if (why !== null) return { kind: 'refused', why };
  const [owner] = bindings.othersWith(id, key);
  return owner === undefined ? { kind: 'free' } : { kind: 'taken', owner };
};
