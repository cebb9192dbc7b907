import type { CommandId } from '#domain/command/command-table.ts';
import type { KeyMap } from '#domain/command/key-bindings.ts';
import type { UndoState } from '#domain/contract/events.ts';
import type { Settings } from '#domain/contract/settings.ts';
import type { LabelSet } from '#domain/passage/label.ts';

/** The state of the app on which the menu depends. */
export type MenuState = {
  readonly undo: UndoState;
  readonly theme: Settings['theme'];
  /** The labels of the archive. */
  readonly labels: LabelSet;
  /** The keys that the analyst has chosen. */
  readonly keys: KeyMap;
  readonly isMac: boolean;
  /** Whether this is an unpackaged build, whose menu offers the developer tools. */
  readonly isDevelopment: boolean;
};

/** The acts that only the main process can do. */
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
      /** Sends a command to the window. */
      readonly kind: 'command';
      readonly command: CommandId;
      readonly label: string;
      readonly keys?: string;
      /** Whether the page and its fields handle the key: the menu then prints it but does not register it. */
      readonly isKeyOfPage?: boolean;
      /** Whether this item of a group of alternatives is the chosen one. */
      readonly isChosen?: boolean;
    }
  | { readonly kind: 'act'; readonly act: MenuAct; readonly label: string }
  | {
      readonly kind: 'role';
      readonly role: MenuRole;
      /** Absent if the system provides the label. */
      readonly label?: string;
      readonly keys?: string;
      readonly isKeyOfPage?: boolean;
    }
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly MenuItem[] };

export const separator: MenuItem = { kind: 'separator' };
export const menu = (label: string, items: readonly MenuItem[]): MenuItem => ({ kind: 'menu', label, items });
