/**
 * Which command a key press means. Digits go by `code`, since AZERTY and Czech need Shift for them; letters by
 * `key`, or by `code` where the layout is not Latin.
 */
import { type CommandId, commandIds, commandOf } from '#domain/command/command-table.ts';

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

const isLatin = (key: string): boolean =>
  key.length === 1 && key.codePointAt(0) !== undefined && key < '\u0250';

/** The key as a chord names it: "K", "1", "ArrowLeft", "?". */
const nameOf = ({ key, code }: KeyPress): string => {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  if (key.length === 1 && !isLatin(key)) return /^Key([A-Z])$/.exec(code)?.[1] ?? key;
  return key.length === 1 ? key.toUpperCase() : key;
};

/** A sign that needs Shift on some layouts is meant as the sign, however it was typed. */
const isSign = (name: string): boolean => /^[^\p{L}\p{N}]$/u.test(name);

/** The press as it stands in the command table: "Mod+Shift+C". Null for a press of a modifier alone. */
export const chordOf = (press: KeyPress, isMac: boolean): string | null => {
  const name = nameOf(press);
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead'].includes(name)) return null;
  const isMod = isMac ? press.metaKey : press.ctrlKey;
  const isOther = isMac ? press.ctrlKey : press.metaKey;
  const isDigit = /^\d$/.test(name);
  const hasShift = press.shiftKey && !isSign(name) && !isDigit;
  const parts = [isMod && 'Mod', isOther && 'Other', press.altKey && 'Alt', hasShift && 'Shift', name];
  return parts.filter((part) => part !== false).join('+');
};

const chords: ReadonlyMap<string, CommandId> = new Map(
  commandIds.flatMap((id) => (commandOf(id).keys ?? []).map((keys) => [keys, id] as const)),
);

const singleKeys: ReadonlyMap<string, CommandId> = new Map(
  commandIds.flatMap((id) => {
    const { singleKey } = commandOf(id);
    return singleKey === undefined
      ? []
      : [[singleKey.length === 1 ? singleKey.toUpperCase() : singleKey, id] as const];
  }),
);

/** The command of a chord that works everywhere. */
export const commandOfChord = (chord: string): CommandId | undefined => chords.get(chord);

/** The command of a single key, which works on a passage or in the reader's text. */
export const commandOfSingleKey = (chord: string): CommandId | undefined => singleKeys.get(chord);
