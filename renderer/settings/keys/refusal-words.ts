import type { KeyRefusal } from '#domain/command/keys/key-refusal.ts';

/** Why a key can't be taken, to the person who has just pressed it. */
export const refusalWords: Readonly<Record<KeyRefusal, string>> = {
  'alt-gr': 'Ctrl and Alt together are AltGr, which types signs on many keyboards.',
  system: 'Your system may need this key: to change the layout, to type by number, or for its own menus.',
  movement: 'This key moves about in texts, lists and dialogs.',
  field: 'This key belongs to typing: cut, copy, paste, undo.',
  'menu-bar': 'Alt and a letter open a menu of the menu bar.',
  window: 'The window itself needs this key.',
  unknown: 'This key can’t be told apart on every keyboard.',
};
