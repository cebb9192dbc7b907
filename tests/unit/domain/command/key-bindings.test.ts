import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canSwapKeys, removeKey, replaceKey, resetKeys, swapKeys } from '#domain/command/change-keys.ts';
import { commandIds, commandOf } from '#domain/command/command-table.ts';
import {
  bindKeys,
  defaultKeysOf,
  type KeyMap,
  keyChoice,
  keyMapSchema,
  reachOf,
  scopeOf,
} from '#domain/command/key-bindings.ts';
import { keyRefusal } from '#domain/command/key-refusal.ts';

const anyKey = fc.oneof(
  fc.constantFrom(...commandIds.flatMap(defaultKeysOf)),
  fc.constantFrom('X', 'Mod+L', 'F5', 'Mod+Alt+1', 'Mod+C', 'Insert', 'Enter', 'nonsense', 'Shift+F10', ';'),
  fc.string({ maxLength: 6 }),
);
const anyId = fc.constantFrom(...commandIds);
const anyMap: fc.Arbitrary<KeyMap> = fc.dictionary(
  fc.oneof(anyId, fc.constantFrom('toString', '__proto__', 'no.such')),
  fc.array(anyKey, { maxLength: 3 }),
  { maxKeys: 8 },
);

/** Every key that acts, with the command whose it is. */
const allBound = (map: KeyMap) => {
  const bindings = bindKeys(map);
  return commandIds.flatMap((id) =>
    bindings.keysOf(id).map((key) => ({ id, key, owner: bindings.commandOf(key, scopeOf(id)) })),
  );
};

describe('the keys that act', () => {
  it('are those of the table where nothing was chosen', () => {
    const bindings = bindKeys({});
    for (const id of commandIds) expect(bindings.keysOf(id)).toEqual(defaultKeysOf(id));
    expect(bindings.commandOf('Mod+Y')).toBe('edit.redo');
    expect(bindings.commandOf('T')).toBe('passage.tags');
    expect(bindings.commandOf('Mod+L')).toBeUndefined();
  });

  it('belong to one command each, and none is refused, whatever stands in the settings', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        for (const { id, key, owner } of allBound(map)) {
          expect(owner).toBe(id);
          expect(defaultKeysOf(id).includes(key) || keyRefusal(key, commandOf(id)) === null).toBe(true);
        }
      }),
    );
  });

  it('are read from settings of any shape or not at all', () => {
    expect(keyMapSchema.safeParse({ 'palette.open': ['Mod+L'] }).success).toBe(true);
    for (const nonsense of [3, 'Mod+K', ['Mod+K'], { 'palette.open': 'Mod+L' }, { 'palette.open': [1] }])
      expect(keyMapSchema.safeParse(nonsense).success).toBe(false);
  });

  it('let a chosen key win over the one that another command has in the table', () => {
    const bindings = bindKeys({ 'passage.note': ['T'] });
    expect(bindings.commandOf('T')).toBe('passage.note');
    expect(bindings.keysOf('passage.tags')).toEqual([]);
  });

  it('act where their kind acts', () => {
    expect(reachOf('palette.open', 'Mod+K')).toBe('everywhere');
    expect(reachOf('edit.undo', 'Mod+Z')).toBe('outside-fields');
    expect(reachOf('help.keys', '?')).toBe('outside-fields');
    expect(reachOf('help.keys', 'F1')).toBe('everywhere');
    expect(reachOf('passage.tags', 'T')).toBe('single');
    expect(reachOf('palette.open', 'X')).toBe('single');
  });
});

describe('single keys of a scope', () => {
  it('are other commands on a passage and in Review', () => {
    const bindings = bindKeys({});
    expect(bindings.commandOf('J')).toBe('passage.next');
    expect(bindings.commandOf('J', 'review')).toBe('needs.next');
    expect(bindings.commandOf('T', 'review')).toBeUndefined();
    expect(bindings.commandOf('1', 'review')).toBe('needs.take-1');
    expect(bindings.commandOf('Mod+K', 'review')).toBe('palette.open');
  });

  it('are given without taking them from the other scope', () => {
    expect(keyChoice({}, 'needs.next', 'T')).toEqual({ kind: 'free' });
    const map = replaceKey({}, 'needs.next', 'J', 'T');
    expect(map).toEqual({ 'needs.next': ['T'] });
    expect(bindKeys(map).commandOf('T')).toBe('passage.tags');
    expect(bindKeys(map).commandOf('T', 'review')).toBe('needs.next');
    expect(keyChoice({}, 'needs.next', 'O')).toEqual({ kind: 'taken', owner: 'needs.keep' });
  });

  it('give way to a sign that acts wherever nothing is typed, and take it from everywhere', () => {
    expect(keyChoice({}, 'needs.next', '?')).toEqual({ kind: 'taken', owner: 'help.keys' });
    const map = replaceKey({}, 'needs.next', 'J', '?');
    expect(map).toEqual({ 'needs.next': ['?'], 'help.keys': ['F1'] });
    expect(resetKeys(map, 'help.keys')).toEqual({ 'needs.next': [] });
  });
});

describe('a change of the keys', () => {
  it('gives a key to a command and takes it from the one that had it', () => {
    const map = replaceKey({}, 'passage.note', 'N', 'T');
    expect(map).toEqual({ 'passage.note': ['T'], 'passage.tags': [] });
  });

  it('swaps two keys', () => {
    const bindings = bindKeys(swapKeys({}, 'passage.note', 'N', 'T'));
    expect(bindings.commandOf('T')).toBe('passage.note');
    expect(bindings.commandOf('N')).toBe('passage.tags');
  });

  it('adds a key besides those that are there, and takes one away', () => {
    const more = replaceKey({}, 'palette.open', null, 'Mod+L');
    expect(bindKeys(more).keysOf('palette.open')).toEqual(['Mod+K', 'Mod+L']);
    expect(removeKey(more, 'palette.open', 'Mod+L')).toEqual({});
    expect(bindKeys(removeKey(more, 'palette.open', 'Mod+K')).keysOf('palette.open')).toEqual(['Mod+L']);
  });

  it('resets a command, even where another has its key meanwhile', () => {
    const map = replaceKey({}, 'passage.note', 'N', 'T');
    expect(bindKeys(resetKeys(map, 'passage.tags')).keysOf('passage.tags')).toEqual(['T']);
    expect(bindKeys(resetKeys(map, 'passage.note')).keysOf('passage.note')).toEqual(['N']);
  });

  it('does what was asked, whatever was chosen before', () => {
    fc.assert(
      fc.property(anyMap, anyId, anyKey, (before, id, key) => {
        fc.pre(keyRefusal(key, commandOf(id)) === null);
        const after = replaceKey(before, id, null, key);
        expect(bindKeys(after).commandOf(key, scopeOf(id))).toBe(id);
        expect(bindKeys(resetKeys(after, id)).keysOf(id)).toEqual(defaultKeysOf(id));
      }),
    );
  });

  it('by swapping leaves both commands with as many keys as they had', () => {
    fc.assert(
      fc.property(anyId, anyId, (id, other) => {
        const [from] = defaultKeysOf(id);
        const [to] = defaultKeysOf(other);
        fc.pre(from !== undefined && to !== undefined && id !== other);
        if (from === undefined || to === undefined || keyRefusal(to, commandOf(id)) !== null) return;
        fc.pre(bindKeys({}).othersWith(id, to).includes(other) && canSwapKeys({}, id, from, other));
        const bindings = bindKeys(swapKeys({}, id, from, to));
        expect(bindings.commandOf(to, scopeOf(id))).toBe(id);
        expect(bindings.commandOf(from, scopeOf(other))).toBe(other);
        expect(bindings.keysOf(other)).toHaveLength(defaultKeysOf(other).length);
        const lost = commandIds.filter((each) => bindings.keysOf(each).length < defaultKeysOf(each).length);
        expect(lost).toEqual([]);
      }),
    );
  });

  it('by swapping is not offered where a third command would lose its key', () => {
    // In Review J goes on; given to the palette it would be that of the next passage.
    expect(canSwapKeys({}, 'needs.next', 'J', 'palette.open')).toBe(false);
    expect(canSwapKeys({}, 'passage.next', 'J', 'palette.open')).toBe(true);
  });
});
