/**
 * UTF-16 without a byte order mark. Read in the wrong order, text turns into characters from all over Unicode; read
 * in the right one it is well formed, holds spaces and line ends, and nothing that no standard has assigned.
 */

const COMMON = /[\n\r\t\u0020-\u007E\u3000-\u3002\uFF0C]/gu;
const NEVER_IN_TEXT = /(?!\s)[\p{Cc}\p{Cn}\p{Co}]/u;

/** The least share of spaces, line ends, ASCII letters and CJK punctuation that a text has. */
const MIN_COMMON_SHARE = 0.03;

const commonShare = (bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): number => {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return NEVER_IN_TEXT.test(text) ? 0 : (text.match(COMMON)?.length ?? 0) / text.length;
  } catch {
    // Not well formed in this order.
    return 0;
  }
};

/** The byte order in which `bytes` read as text, null where they do in neither. Bytes without a NUL never do. */
export const detectUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes.length % 2 === 1 || !bytes.includes(0)) return null;
  const little = commonShare(bytes, 'utf-16le');
  const big = commonShare(bytes, 'utf-16be');
  if (Math.max(little, big) < MIN_COMMON_SHARE) return null;
  return little > big ? 'utf-16le' : 'utf-16be';
};
