import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type CommandId, commandIds } from '#domain/command/command-table.ts';
import type { MenuAct, MenuItem, MenuState } from './menu-item.ts';
import { menuTable } from './menu-table.ts';

/** What the menu's items do. */
export type MenuActions = {
  readonly command: (id: CommandId) => void;
  readonly act: (act: MenuAct) => void;
};

/** Greys the commands of the menu that are not among `enabled`. */
export function greyCommands(enabled: ReadonlySet<CommandId>): void {
  const menu = Menu.getApplicationMenu();
  for (const id of commandIds) {
    const item = menu?.getMenuItemById(id);
    if (item) item.enabled = enabled.has(id);
  }
}

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
        registerAccelerator: item.isKeyOfPage !== true,
        ...(item.label === undefined ? {} : { label: item.label }),
        ...accelerator(item),
      };
    case 'act':
      return { label: item.label, click: () => actions.act(item.act) };
    case 'command':
      return {
        id: item.command,
        label: item.label,
        click: () => actions.command(item.command),
        registerAccelerator: item.isKeyOfPage !== true,
        ...accelerator(item),
        ...(item.isChosen === undefined ? {} : { type: 'radio', checked: item.isChosen }),
      };
  }
}

const accelerator = ({ keys }: { readonly keys?: string }) =>
  keys === undefined ? {} : { accelerator: keys };
