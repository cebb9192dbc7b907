/**
 * Which key or chord a press is, as the command table spells it: "Mod+Shift+C", "T", "Delete".
 *
 * Digits go by their place (`code`), since AZERTY and Czech need Shift for them. Letters and signs go by what they
 * type (`key`); where that is not Latin, by their place too. AltGr types signs: with it nothing is a chord.
 */

/** What a `KeyboardEvent` says of a press. */
export type KeyPress = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** Whether `AltGraph` is held. */
  readonly hasAltGraph: boolean;
  /** Whether the press belongs to an input method that composes a character. */
  readonly isComposing: boolean;
};

/** The code of a press that an input method has taken, where the press itself does not say so. */
const TAKEN_BY_INPUT_METHOD = 229;

/** A `KeyboardEvent`, of which this folder knows no more. */
type KeyEvent = Omit<KeyPress, 'hasAltGraph'> & {
  readonly keyCode: number;
  getModifierState(name: string): boolean;
};

/** What of a keydown event says which key is meant. */
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

/** What is pressed on the way to a key, and what an accent waits for: none of them means anything alone. */
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

/** A sign that needs Shift on some layouts is meant as the sign, however it was typed. Digits likewise. */
export const isMeantWithoutShift = (name: string): boolean => /^[^\p{L}]$/u.test(name);

/** Ctrl+Shift+7 is no Ctrl+7 where a digit needs no Shift: other programs make lists by it. */
const isMeantWithShift = ({ key }: KeyPress, name: string, isMod: boolean): boolean =>
  !isMeantWithoutShift(name) || (isMod && /^\d$/u.test(name) && !/^\d$/u.test(key));

/**
 * The press as the command table spells it. Null where it means nothing: a modifier alone, a dead key, AltGr, a
 * press that an input method uses.
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
