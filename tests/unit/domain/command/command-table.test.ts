import { describe, expect, it } from 'vitest';
import { type KeyScope, keyScopes } from '#domain/command/command.ts';
import { commandIds, commandOf, isCommandId, layOutGroup } from '#domain/command/command-table.ts';
import { defaultKeysOf, scopeOf } from '#domain/command/key-bindings.ts';
import { keyRefusal } from '#domain/command/key-refusal.ts';

const names = commandIds.map((id) => commandOf(id).name);
const chords = commandIds.flatMap((id) => commandOf(id).keys ?? []);
const singleKeysIn = (scope: KeyScope) =>
  commandIds.filter((id) => scopeOf(id) === scope).flatMap((id) => commandOf(id).singleKey ?? []);

describe('the command table', () => {
  it('gives no name twice', () => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
  it('gives no chord twice', () => {
    expect(new Set(chords).size).toBe(chords.length);
  });
  it.each(keyScopes)('gives no single key of %s twice', (scope) => {
    const keys = singleKeysIn(scope);
    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys).size).toBe(keys.length);
  });
  it('keeps off keys that a layout, a system, a field or the window needs', () => {
    const refused = commandIds.flatMap((id) =>
      defaultKeysOf(id).flatMap((key) => {
        const refusal = keyRefusal(key, commandOf(id));
        return refusal === null ? [] : [`${id} ${key}: ${refusal}`];
      }),
    );
    expect(refused).toEqual([]);
  });
  it('has no chord beside Alt, Shift+Alt and Ctrl+Alt that rule 3 forbids', () => {
    expect(
      chords.filter((chord) => /Mod\+Alt|Alt\+Shift|Mod\+Shift\+[U345]$|Mod\+\.$|Insert|Other/.test(chord)),
    ).toEqual([]);
  });
  it('knows its own ids and no others', () => {
    expect(isCommandId('view.today')).toBe(true);
    expect(isCommandId('toString')).toBe(false);
  });

  it('groups the menu of a memo: no more than five lines together, the head first and the trash last', () => {
    const parts = layOutGroup('Memo');
    const drawn = parts.map(({ kind }) => (kind === 'line' ? '|' : '.')).join('');
    expect(drawn).toMatch(/^\.{1,5}(?:\|\.{1,5})+$/u);
    expect(parts[0]).toEqual({ kind: 'command', id: 'memo.head' });
    expect(parts.at(-1)).toEqual({ kind: 'command', id: 'memo.delete' });
  });
});
