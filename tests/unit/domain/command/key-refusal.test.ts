import { describe, expect, it } from 'vitest';
import { isBareKey, keyRefusal } from '#domain/command/key-refusal.ts';

const refusal = (key: string) => keyRefusal(key, {});

describe('a key that is to be given to a command', () => {
  it.each([
    ['Mod+Alt+1', 'alt-gr'],
    ['Mod+Alt+Shift+K', 'alt-gr'],
    ['Alt+Shift+A', 'system'],
    ['Mod+Shift+U', 'system'],
    ['Mod+.', 'system'],
    ['Other+ArrowLeft', 'system'],
    ['Other+K', 'system'],
    ['Insert', 'system'],
    ['Shift+Insert', 'system'],
    ['F8', 'window'],
    ['Shift+F10', 'window'],
    ['Mod+Q', 'window'],
    ['Enter', 'movement'],
    ['Shift+Tab', 'movement'],
    ['Mod+ArrowUp', 'movement'],
    ['Mod+C', 'field'],
    ['Alt+F', 'menu-bar'],
    ['Control', 'unknown'],
    ['Hyper+K', 'unknown'],
    ['', 'unknown'],
    ['k', 'unknown'],
    ['<b>', 'unknown'],
    ['Nonsense', 'unknown'],
    ['Shift+Mod+K', 'unknown'],
  ])('is refused: %s (%s)', (key, why) => {
    expect(refusal(key)).toBe(why);
  });

  it.each([
    'X',
    'Shift+X',
    ';',
    'Delete',
    'Mod+K',
    'Mod+Shift+K',
    'Mod++',
    '+',
    'F5',
    'Mod+F5',
    'Alt+ArrowLeft',
    'Mod+9',
  ])('is taken: %s', (key) => {
    expect(refusal(key)).toBeNull();
  });

  it('may be a key of typing where the command leaves it to fields', () => {
    expect(keyRefusal('Mod+V', { yieldsToFields: true })).toBeNull();
  });

  it('acts on passages only where a sentence is typed with it', () => {
    expect(['T', '1', 'Shift+E', 'Delete', '.'].every(isBareKey)).toBe(true);
    expect(['Mod+T', 'Alt+ArrowLeft', 'F6', 'Shift+F9'].some(isBareKey)).toBe(false);
  });
});
