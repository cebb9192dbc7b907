/** The tokens of an RTF file (Rich Text Format 1.9.1): groups, control words, characters by code. */

export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  /** `\*`: the group may be ignored if unknown. */
  | { readonly kind: 'ignorable' }
  /** Bytes in the current encoding, as one character each. */
  | { readonly kind: 'bytes'; readonly bytes: string };

const WORD = /([a-z]{1,32})(-?\d{1,10})? ?/iy;
const HEX = /[0-9a-f]{2}/iy;
const PLAIN = /[^\\{}\r\n]+/y;

const at = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from;
  return pattern.exec(text);
};

/** Control symbols that stand for one character, by the letter after the backslash. */
const SIGNS: Readonly<Record<string, string>> = {
  '~': 'nbsp',
  _: 'nbhyphen',
  '-': 'shy',
  '\n': 'par',
  '\r': 'par',
  '\t': 'tab',
};

type Read = { readonly token: RtfToken | null; readonly end: number };

const bytes = (text: string, end: number): Read => ({ token: { kind: 'bytes', bytes: text }, end });

/** A byte in hexadecimal, with its first digit at `from`. */
const readHex = (text: string, from: number): Read => {
  const hex = at(HEX, text, from);
  return hex === null
    ? { token: null, end: from }
    : bytes(String.fromCharCode(Number.parseInt(hex[0], 16)), from + 2);
};

/** A control word, with its first letter at `from`; null if there is none. */
const readWord = (text: string, from: number): Read | null => {
  const word = at(WORD, text, from);
  if (word === null) return null;
  const [all, letters = '', value] = word;
  const name = letters.toLowerCase();
  const token = { kind: 'word', name, value: value === undefined ? null : Number(value) } as const;
  // This many bytes after it are binary data.
  const binary = name === 'bin' ? Math.max(0, token.value ?? 0) : 0;
  return { token, end: from + all.length + binary };
};

const readSign = (sign: string, end: number): Read => {
  if (sign === '*') return { token: { kind: 'ignorable' }, end };
  if (/[\\{}]/.test(sign)) return bytes(sign, end);
  const name = SIGNS[sign];
  return { token: name === undefined ? null : { kind: 'word', name, value: null }, end };
};

/** What follows the backslash at `from`. */
const readControl = (text: string, from: number): Read => {
  const sign = text[from + 1] ?? '';
  if (sign === "'") return readHex(text, from + 2);
  return readWord(text, from + 1) ?? readSign(sign, from + 2);
};

const readAt = (text: string, from: number): Read => {
  const sign = text[from];
  if (sign === '{') return { token: { kind: 'open' }, end: from + 1 };
  if (sign === '}') return { token: { kind: 'close' }, end: from + 1 };
  if (sign === '\\') return readControl(text, from);
  const plain = at(PLAIN, text, from);
  return plain === null ? { token: null, end: from + 1 } : bytes(plain[0], from + plain[0].length);
};

/** The tokens of `text`, the bytes of a file as one character each. */
export function* rtfTokens(text: string): Generator<RtfToken> {
  for (let from = 0; from < text.length; ) {
    const { token, end } = readAt(text, from);
    if (token !== null) yield token;
    from = end;
  }
}
