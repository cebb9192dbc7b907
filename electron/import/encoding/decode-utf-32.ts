/** UTF-32, which no TextDecoder reads: four bytes are a code point. */

const MARK = 0xfeff;
const isCodePoint = (unit: number): boolean => unit <= 0x10ffff && (unit < 0xd800 || unit > 0xdfff);

type ByteOrder = 'utf-32le' | 'utf-32be';

/** The text of UTF-32 without its byte order mark; what is no code point becomes U+FFFD. */
export const decodeUtf32 = (bytes: Uint8Array, encoding: ByteOrder): string => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    const isWhole = at + 4 <= bytes.length;
    const unit = isWhole ? view.getUint32(at, encoding === 'utf-32le') : Number.NaN;
    if (at === 0 && unit === MARK) continue;
    parts.push(isCodePoint(unit) ? String.fromCodePoint(unit) : '\uFFFD');
  }
  return parts.join('');
};

/** Enough to tell: hardly any other bytes are code points in fours. */
const SAMPLED_BYTES = 64 * 1024;

/**
 * The byte order in which `bytes` read as UTF-32, null where they do in neither. Text has a zero at the same end of
 * every four bytes and never four of them.
 */
export const detectUtf32 = (bytes: Uint8Array): ByteOrder | null => {
  if (bytes.length === 0 || bytes.length % 4 !== 0) return null;
  const sample = bytes.subarray(0, SAMPLED_BYTES);
  const orders = ['utf-32le', 'utf-32be'] as const;
  return orders.find((order) => !/[\0\uFFFD]/.test(decodeUtf32(sample, order))) ?? null;
};
