import { describe, expect, it } from 'vitest';
import { commandIds, commandIn, commandOf } from '#domain/command/command-table.ts';
import { reachOf, scopeOf } from '#domain/command/key-bindings.ts';
import { startingSet } from '#domain/passage/label.ts';
import type { MenuItem, MenuState } from '#electron/app/menu-item.ts';
import { menuTable } from '#electron/app/menu-table.ts';

const state: MenuState = {
  undo: { undo: null, redo: null },
  theme: 'system',
  labels: startingSet,
  keys: {},
  isMac: false,
  isDevelopment: false,
};
const flat = (items: readonly MenuItem[]): readonly MenuItem[] =>
  items.flatMap((item) => (item.kind === 'menu' ? flat(item.items) : [item]));
const commandsOf = (items: readonly MenuItem[]) => flat(items).filter((item) => item.kind === 'command');

describe('the application menu', () => {
  it('gives every command of the table one place, and holds no other', () => {
    const placed = commandsOf(menuTable(state)).map(({ command }) => command);
    const offered = commandIds.filter((id) => commandIn(startingSet, id) !== null);
    expect([...placed].sort()).toEqual([...offered].sort());
  });

  it('takes names and keys from the table, in the spelling of Electron', () => {
    const itemOf = (id: string) => commandsOf(menuTable(state)).find(({ command }) => command === id);
    expect(itemOf('import.files')).toMatchObject({ label: 'Import files…', keys: 'CmdOrCtrl+O' });
    expect(itemOf('history.back')).toMatchObject({ label: 'Back', keys: 'Alt+Left' });
    expect(itemOf('zoom.out')).toMatchObject({ keys: 'CmdOrCtrl+-' });
  });

  it('shows what belongs together below one item, where the first of it stands', () => {
    const passage = menuTable(state).find((item) => item.kind === 'menu' && item.label === '&Passage');
    const labels = passage?.kind === 'menu' ? passage.items[0] : undefined;
    expect(labels).toMatchObject({ kind: 'menu', label: 'Label' });
    expect(labels?.kind === 'menu' ? commandsOf(labels.items).map(({ label }) => label) : []).toEqual(
      startingSet.offered.map(({ name }) => name),
    );
  });

  it.each([true, false])(
    'gives no key to two items, a single one to none of a scope (macOS: %s)',
    (isMac) => {
      const keys = flat(menuTable({ ...state, isMac, isDevelopment: true })).flatMap((item) => {
        if (!('keys' in item) || item.keys === undefined) return [];
        const isSingle = item.kind === 'command' && reachOf(item.command, item.keys) === 'single';
        return [isSingle ? `${scopeOf(item.command)} ${item.keys}` : item.keys];
      });
      expect(keys.length).toBeGreaterThan(15);
      expect(new Set(keys).size).toBe(keys.length);
    },
  );

  it('prints the keys that the analyst has chosen', () => {
    const chosen = menuTable({
      ...state,
      keys: { 'memo.new': ['F5'], 'passage.note': ['X'], 'memo.export': [] },
    });
    const keysOf = (id: string) => commandsOf(chosen).find(({ command }) => command === id)?.keys;
    expect(keysOf('memo.new')).toBe('F5');
    expect(keysOf('passage.note')).toBe('X');
    expect(keysOf('memo.export')).toBeUndefined();
  });

  it('leaves out a key that Electron cannot spell, which would cost the whole menu', () => {
    const chosen = menuTable({ ...state, keys: { 'memo.new': ['Mod+Ł'], 'memo.export': ['Mod++'] } });
    const keysOf = (id: string) => commandsOf(chosen).find(({ command }) => command === id)?.keys;
    expect(keysOf('memo.new')).toBeUndefined();
    expect(keysOf('memo.export')).toBe('CmdOrCtrl+Plus');
  });

  it('prints single keys and leaves them to the page, or they would act while somebody types', () => {
    const singles = (isMac: boolean) =>
      commandsOf(menuTable({ ...state, isMac })).filter(
        ({ command, keys }) => commandOf(command).singleKey !== undefined && keys !== undefined,
      );
    expect(singles(false).find(({ command }) => command === 'passage.tags')?.keys).toBe('T');
    expect(singles(false).filter(({ isKeyOfPage }) => isKeyOfPage !== true)).toEqual([]);
    expect(singles(true)).toEqual([]);
  });

  it('names the act that would be undone', () => {
    const named = menuTable({ ...state, undo: { undo: 'add-passage', redo: 'merge-tags' } });
    const labels = commandsOf(named).map(({ label }) => label);
    expect(labels).toContain('Undo: created passage');
    expect(labels).toContain('Redo: merged tags');
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

  it.each([
    { name: 'macOS', isMac: true, roles: ['appMenu', 'windowMenu'], quits: 0 },
    { name: 'Windows and Linux', isMac: false, roles: [], quits: 1 },
  ])('has on $name the menus that its people know, and one way to quit', ({ isMac, roles, quits }) => {
    const items = menuTable({ ...state, isMac });
    const named = items.flatMap((item) => (item.kind === 'role' ? [item.role] : []));
    expect(named).toEqual(roles);
    // The menu of the app stands first there, and its Quit is in it.
    expect(items[0]?.kind).toBe(isMac ? 'role' : 'menu');
    const quit = flat(items).filter((item) => item.kind === 'role' && item.role === 'quit');
    expect(quit).toHaveLength(quits);
    expect(items.flatMap((item) => (item.kind === 'menu' ? [item.label] : []))).toEqual([
      '&File',
      '&Edit',
      '&View',
      'F&ormat',
      '&Article',
      '&Passage',
      '&Organise',
      '&Help',
    ]);
  });
});
