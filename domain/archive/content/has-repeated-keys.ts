/**
 * Whether an object in a JSON text has the same key twice. JSON.parse silently keeps the last of them: a tag
 * written twice by a merge would lose one of its names. Each pair of key and value has one colon outside of the
 * strings, and each key that survived occurs once in the parsed value: so the text has a repeated key where it has
 * more colons than the value has keys. One pass over each; nothing is parsed again.
 */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/**
 * Whether `value` lacks a key that `bytes` has.
 *
 * @param bytes UTF-8 of a valid JSON text, from which `value` was parsed
 */
export const hasRepeatedKeys = (bytes: Uint8Array, value: unknown): boolean =>
  countColons(bytes) !== countKeys(value);

/** The colons outside of the strings. */
const countColons = (bytes: Uint8Array): number => {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === COLON) count += 1;
    else if (bytes[at] === QUOTE) at = endOfString(bytes, at + 1);
  }
  return count;
};

/** The place of the quotation mark that ends the string whose first byte is at `start`. */
const endOfString = (bytes: Uint8Array, start: number): number => {
  let end = bytes.indexOf(QUOTE, start);
  while (end !== -1 && isEscaped(bytes, end, start)) end = bytes.indexOf(QUOTE, end + 1);
  return end === -1 ? bytes.length : end;
};

const isEscaped = (bytes: Uint8Array, at: number, start: number): boolean => {
  let first = at;
  while (first > start && bytes[first - 1] === BACKSLASH) first -= 1;
  return (at - first) % 2 === 1;
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The own keys of all objects in a parsed value. No recursion: a file may be nested deeper than the stack is. */
const countKeys = (value: unknown): number => {
  const waiting = [value].filter(isObject);
  let count = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const held: readonly unknown[] = Object.values(next);
    if (!Array.isArray(next)) count += held.length;
    for (const item of held) if (isObject(item)) waiting.push(item);
  }
  return count;
};
