import { describe, expect, it } from 'vitest';
import { commandIds, commandOf, isCommandId, printedKey } from '#domain/command/command-table.ts';

const names = commandIds.map((id) => commandOf(id).name);
const chords = commandIds.flatMap((id) => commandOf(id).keys ?? []);
const singleKeys = commandIds.flatMap((id) => commandOf(id).singleKey ?? []);

describe('the command table', () => {
  it('gives no name twice', () => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
  it('gives no chord twice', () => {
    expect(new Set(chords).size).toBe(chords.length);
  });
  it('gives no single key twice', () => {
    expect(new Set(singleKeys).size).toBe(singleKeys.length);
  });
  it('keeps off chords that a layout or a system needs', () => {
    expect(
      chords.filter((chord) => /Mod\+Alt|Alt\+Shift|Mod\+Shift\+U|Mod\+\.$|Insert|CapsLock/.test(chord)),
    ).toEqual([]);
  });
  it('knows its own ids and no others', () => {
    expect(isCommandId('view.today')).toBe(true);
    expect(isCommandId('toString')).toBe(false);
  });
  it('prints the first chord, else the letter', () => {
    expect(printedKey('edit.redo')).toBe('Mod+Shift+Z');
    expect(printedKey('passage.tags')).toBe('T');
    expect(printedKey('passage.delete')).toBe('Delete');
    expect(printedKey('view.trash')).toBeUndefined();
  });
});
