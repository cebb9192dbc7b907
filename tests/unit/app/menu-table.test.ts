import { describe, expect, it } from 'vitest';
import { type MenuItem, type MenuState, menuTable } from '#electron/app/menu/menu-table.ts';
import { isCommandId } from '#renderer/bridge/command-table.ts';

const state: MenuState = {
  undo: { undo: null, redo: null },
  theme: 'system',
  isMac: false,
  isDevelopment: false,
};
const flat = (items: readonly MenuItem[]): readonly MenuItem[] =>
  items.flatMap((item) => (item.kind === 'menu' ? flat(item.items) : [item]));
const commandsOf = (items: readonly MenuItem[]) => flat(items).filter((item) => item.kind === 'command');

describe('the application menu', () => {
  it('asks for nothing that the window does not know', () => {
    const unknown = commandsOf(menuTable(state)).filter(({ command }) => !isCommandId(command));
    expect(unknown).toEqual([]);
  });

  it.each([true, false])('gives no key to two items (macOS: %s)', (isMac) => {
    const keys = flat(menuTable({ ...state, isMac, isDevelopment: true })).flatMap((item) =>
      'keys' in item && item.keys !== undefined ? [item.keys] : [],
    );
    expect(keys.length).toBeGreaterThan(15);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has no single key, which would act while somebody types', () => {
    const keys = flat(menuTable(state)).flatMap((item) => ('keys' in item ? [item.keys ?? ''] : []));
    expect(keys.filter((key) => key.length === 1)).toEqual([]);
  });

  it('names the act that would be undone', () => {
    const named = menuTable({ ...state, undo: { undo: 'add-passage', redo: 'merge-tags' } });
    const labels = commandsOf(named).map(({ label }) => label);
    expect(labels).toContain('Undo: new passage');
    expect(labels).toContain('Redo: merge of tags');
  });

  it('marks the theme that holds, and only that', () => {
    const chosen = commandsOf(menuTable({ ...state, theme: 'dark' })).filter(({ isChosen }) => isChosen);
    expect(chosen.map(({ command }) => command)).toEqual(['theme.dark']);
  });

  it('offers developer tools only where the app is developed', () => {
    const hasTools = (isDevelopment: boolean) =>
      flat(menuTable({ ...state, isDevelopment })).some(
        (item) => item.kind === 'role' && item.role === 'toggleDevTools',
      );
    expect(hasTools(true)).toBe(true);
    expect(hasTools(false)).toBe(false);
  });
});
