import { isMeantWithoutShift } from './chord-of.ts';
import type { Command } from './command.ts';

/** Why a key can't be given to a command. */
export type KeyRefusal =
  /** Ctrl+Alt is AltGr, with which many layouts type signs. */
  | 'alt-gr'
  /** The system changes the layout with it, types by number, or opens its own menus. */
  | 'system'
  /** Moves in a text or between the parts of the window. */
  | 'movement'
  /** Typing, copying and undoing in a field. */
  | 'field'
  /** Opens a menu of the menu bar. */
  | 'menu-bar'
  /** The window's own: arms a single key, opens the menu of acts, fills the screen, quits. */
  | 'window'
  /** No spelling of a key that this app knows. */
  | 'unknown';

/** The key without its modifiers; the plus sign is a key too. */
const partsOf = (key: string): { readonly name: string; readonly held: ReadonlySet<string> } => {
  const parts = key.split(/\+(?!$)/);
  return { name: parts.at(-1) ?? '', held: new Set(parts.slice(0, -1)) };
};

/** Whether the key has no modifier beyond those for typing text: such a key only works on passages. */
export const isBareKey = (key: string): boolean => {
  const { name, held } = partsOf(key);
  return !/^F\d+$/.test(name) && !['Mod', 'Alt', 'Other'].some((modifier) => held.has(modifier));
};

const movements: ReadonlySet<string> = new Set([
  ...['Tab', 'Enter', 'Escape', 'Space', 'Backspace', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
]);
const ofSystem: ReadonlySet<string> = new Set(['Insert', 'CapsLock', 'PrintScreen', 'Pause', 'NumLock']);
const ofWindow: ReadonlySet<string> = new Set([
  ...['F8', 'F10', 'Shift+F10', 'ContextMenu', 'F11', 'Mod+Q', 'Mod+W', 'Mod+M', 'Mod+H', 'Alt+F4'],
]);
const ofFields: ReadonlySet<string> = new Set([
  ...['Mod+X', 'Mod+C', 'Mod+V', 'Mod+A', 'Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+Shift+V', 'Mod+Delete'],
]);

type Parts = ReturnType<typeof partsOf>;

/** One sign or capital, F1 and so on, or a key with a name. */
const isKnownName = (name: string): boolean =>
  /^(?:[^\p{Ll}\s]|F\d{1,2}|Delete|ContextMenu)$/u.test(name) || movements.has(name) || ofSystem.has(name);

/** Modifiers have to be in the order of `chordOf`, and among those that it reports, or no press would ever match. */
const isKnown = (key: string, { name, held }: Parts): boolean => {
  const modifiers = ['Mod', 'Other', 'Alt', ...(isMeantWithoutShift(name) ? [] : ['Shift'])];
  const written = modifiers.filter((modifier) => held.has(modifier));
  return isKnownName(name) && [...written, name].join('+') === key;
};

/** Super and, on a Mac, Ctrl are the system's; so are those that change the layout or type by number. */
const isOfSystem = (key: string, { name, held }: Parts): boolean =>
  held.has('Other') ||
  ofSystem.has(name) ||
  (held.has('Alt') && held.has('Shift')) ||
  ['Mod+Shift+U', 'Mod+.'].includes(key);

/** Back and forward have Alt and an arrow; every other way to move is the text's or the window's. */
const isMovement = ({ name, held }: Parts): boolean => movements.has(name) && !held.has('Alt');

/**
 * Why `key` (as spelled by `chordOf`) can't be assigned to `command`, or null if it can. The rules are those of the
 * app's own table: nothing that a layout, a system or a field needs.
 */
export const keyRefusal = (key: string, command: Pick<Command, 'yieldsToFields'>): KeyRefusal | null => {
  const parts = partsOf(key);
  if (!isKnown(key, parts)) return 'unknown';
  if (parts.held.has('Mod') && parts.held.has('Alt')) return 'alt-gr';
  if (isOfSystem(key, parts)) return 'system';
  if (ofWindow.has(key)) return 'window';
  if (isMovement(parts)) return 'movement';
  if (ofFields.has(key) && command.yieldsToFields !== true) return 'field';
  return parts.held.has('Alt') && parts.name.length === 1 ? 'menu-bar' : null;
};
