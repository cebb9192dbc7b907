import type { CommandId } from '#domain/command/command-table.ts';
import type { KeyMap } from '#domain/command/key-bindings.ts';
import type { UndoState } from '#domain/contract/events.ts';
import type { Settings } from '#domain/contract/settings.ts';
import type { LabelSet } from '#domain/passage/label.ts';

/** What the menu shows of the state of the app. */
export type MenuState = {
  readonly undo: UndoState;
  readonly theme: Settings['theme'];
  /** The labels of the archive. */
  readonly labels: LabelSet;
  /** The keys that the analyst has chosen. */
  readonly keys: KeyMap;
  readonly isMac: boolean;
  /** Builds that are not packaged offer the developer tools. */
  readonly isDevelopment: boolean;
};

/** What only main can do. */
export type MenuAct = 'show-archive' | 'about';
export type MenuRole =
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'togglefullscreen'
  | 'toggleDevTools'
  | 'quit'
  | 'appMenu'
  | 'windowMenu';

/** One line of a menu. */
export type MenuItem =
  | { readonly kind: 'separator' }
  | {
      /** Asks the window to do it. */
      readonly kind: 'command';
      readonly command: CommandId;
      readonly label: string;
      readonly keys?: string;
      /** The page and its fields know the key better: the menu prints it, and leaves it to the page. */
      readonly isKeyOfPage?: boolean;
      /** One of a group of which one is chosen. */
      readonly isChosen?: boolean;
    }
  | { readonly kind: 'act'; readonly act: MenuAct; readonly label: string }
  | {
      readonly kind: 'role';
      readonly role: MenuRole;
      /** Absent where the system words it. */
      readonly label?: string;
      readonly keys?: string;
      readonly isKeyOfPage?: boolean;
    }
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly MenuItem[] };

export const separator: MenuItem = { kind: 'separator' };
export const menu = (label: string, items: readonly MenuItem[]): MenuItem => ({ kind: 'menu', label, items });
