/** White space and angle brackets separate words: in no encoding are they part of a character beyond ASCII. */
const partsWords = (byte: number): boolean => byte <= 0x20 || byte === 0x3c || byte === 0x3e;

const isForeign = (byte: number): boolean => byte > 0x7f;

const wordStart = (bytes: Uint8Array, at: number): number =>
  bytes.subarray(0, at).findLastIndex(partsWords) + 1;

const wordEnd = (bytes: Uint8Array, at: number): number => {
  const length = bytes.subarray(at).findIndex(partsWords);
  return length === -1 ? bytes.length : at + length;
};

/** The words of `bytes` with non-ASCII characters, each followed by a space, up to `mostBytes` in total. */
export const foreignWords = (bytes: Uint8Array, mostBytes: number): Uint8Array => {
  const words: number[] = [];
  let at = 0;
  while (words.length < mostBytes) {
    const ahead = bytes.subarray(at).findIndex(isForeign);
    if (ahead === -1) break;
    const end = wordEnd(bytes, at + ahead);
    words.push(...bytes.subarray(wordStart(bytes, at + ahead), end).subarray(0, mostBytes), 0x20);
    at = end;
  }
  return Uint8Array.from(words);
};
