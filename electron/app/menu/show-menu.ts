import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type MenuAct, type MenuItem, type MenuState, menuTable } from './menu-table.ts';

/** What the menu's items do. */
export type MenuActions = {
  readonly command: (id: string) => void;
  readonly act: (act: MenuAct) => void;
};

/**
 * Keys that the page and its fields know better: there they mean typing first. The menu shows them and leaves
 * them to the page. (macOS has no such items; there the page is asked before the menu anyway.)
 */
const keysOfFields: ReadonlySet<string> = new Set([
  'edit.undo',
  'edit.redo',
  'cut',
  'copy',
  'paste',
  'selectAll',
]);

/** Puts the menu of `state` on the screen. */
export function showMenu(state: MenuState, actions: MenuActions): void {
  const template = menuTable(state).map((item) => toTemplate(item, actions));
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function toTemplate(item: MenuItem, actions: MenuActions): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'menu':
      return { label: item.label, submenu: item.items.map((inner) => toTemplate(inner, actions)) };
    case 'role':
      return {
        role: item.role,
        registerAccelerator: !keysOfFields.has(item.role),
        ...(item.label === undefined ? {} : { label: item.label }),
        ...accelerator(item),
      };
    case 'act':
      return { label: item.label, click: () => actions.act(item.act) };
    case 'command':
      return {
        label: item.label,
        click: () => actions.command(item.command),
        registerAccelerator: !keysOfFields.has(item.command),
        ...accelerator(item),
        ...(item.isChosen === undefined ? {} : { type: 'radio', checked: item.isChosen }),
      };
  }
}

const accelerator = ({ keys }: { readonly keys?: string }) =>
  keys === undefined ? {} : { accelerator: keys };
