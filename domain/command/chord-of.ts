/**
 * The key or chord of a press, as the command table spells it: "Mod+Shift+C", "T", "Delete".
 *
 * Digits are identified by position (`code`), since AZERTY and Czech need Shift for them. Letters and signs are
 * identified by what they type (`key`), or by position if that is not Latin. AltGr types signs: with it nothing is a
 * chord.
 */

/** The data of a key press. */
export type KeyPress = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** Whether `AltGraph` is pressed. */
  readonly hasAltGraph: boolean;
  /** Whether the press belongs to an input method that composes a character. */
  readonly isComposing: boolean;
};

/** The key code of a press that an input method has taken, if the event does not say so otherwise. */
const TAKEN_BY_INPUT_METHOD = 229;

/** The part of `KeyboardEvent` that this folder uses. */
type KeyEvent = Omit<KeyPress, 'hasAltGraph'> & {
  readonly keyCode: number;
  getModifierState(name: string): boolean;
};

/** Extracts what identifies the key from a keydown event. */
export const readKeyPress = (event: KeyEvent): KeyPress => ({
  key: event.key,
  code: event.code,
  ctrlKey: event.ctrlKey,
  metaKey: event.metaKey,
  altKey: event.altKey,
  shiftKey: event.shiftKey,
  hasAltGraph: event.getModifierState('AltGraph'),
  isComposing: event.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD,
});

/** The name of a key as the command table spells it: letters are capitals, but for the few that have none. */
export const spellKey = (name: string): string => {
  const capital = name.toUpperCase();
  return name.length === 1 && capital.length === 1 ? capital : name;
};

/** Modifiers and dead keys: alone they mean nothing. */
const notYetKeys: ReadonlySet<string> = new Set([
  ...['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'OS', 'Fn', 'FnLock'],
  ...['CapsLock', 'NumLock', 'ScrollLock', 'Dead', 'Process', 'Unidentified', 'Compose'],
]);

/** The signs of a US keyboard by their place, for layouts that have letters of their own there. */
const signsByCode: Readonly<Record<string, string>> = {
  Period: '.',
  Comma: ',',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Backquote: '`',
  Minus: '-',
  Equal: '=',
};

/** The signs that Greek and Hebrew have on a place of a Latin letter, and no Latin layout has there. */
const signsOnLetters: Readonly<Record<string, string>> = { KeyQ: ';:/', KeyW: "'" };

const isLatin = (key: string): boolean => [...key].every((sign) => sign < '\u0250');

const byPlace = (code: string): string | undefined => /^Key([A-Z])$/.exec(code)?.[1] ?? signsByCode[code];

/** macOS types signs with ⌥, as others do with AltGr. */
const goesByPlace = ({ key, code, altKey }: KeyPress, isMac: boolean): boolean =>
  !isLatin(key) || (isMac && altKey && key.length === 1) || signsOnLetters[code]?.includes(key) === true;

const nameOf = (press: KeyPress, isMac: boolean): string => {
  const { key, code } = press;
  const digit =
    /^Digit(\d)$/.exec(code)?.[1] ?? (/^Numpad\d$/.test(code) && /^\d$/.test(key) ? key : undefined);
  if (digit !== undefined) return digit;
  const name = goesByPlace(press, isMac) ? (byPlace(code) ?? key) : key;
  return name === ' ' ? 'Space' : spellKey(name);
};

/** A sign that needs Shift on some layouts is identified without Shift. The same applies to digits. */
export const isMeantWithoutShift = (name: string): boolean => /^[^\p{L}]$/u.test(name);

/** Ctrl+Shift+7 is not Ctrl+7 if a digit needs no Shift: other programs use it for lists. */
const isMeantWithShift = ({ key }: KeyPress, name: string, isMod: boolean): boolean =>
  !isMeantWithoutShift(name) || (isMod && /^\d$/u.test(name) && !/^\d$/u.test(key));

/**
 * The press as the command table spells it. Null if it means nothing: a modifier alone, a dead key, AltGr, a press used
 * by an input method.
 */
export const chordOf = (press: KeyPress, isMac: boolean): string | null => {
  if (press.isComposing || press.hasAltGraph || notYetKeys.has(press.key)) return null;
  const name = nameOf(press, isMac);
  const isMod = isMac ? press.metaKey : press.ctrlKey;
  const isOther = isMac ? press.ctrlKey : press.metaKey;
  const hasShift = press.shiftKey && isMeantWithShift(press, name, isMod);
  const parts = [isMod && 'Mod', isOther && 'Other', press.altKey && 'Alt', hasShift && 'Shift', name];
  return parts.filter((part) => part !== false).join('+');
};
