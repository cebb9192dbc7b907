/**
 * Pictures within the file being read: from its reader to the body they travel as data: URLs (RFC 2397), and no
 * further.
 */

const DATA = /^data:([^,]*),/i;

export const isDataAddress = (address: string): boolean => /^data:/i.test(address);

/** More letters than the data of any supported picture. */
const MAX_LETTERS = 96 << 20;

const toBytes = (latin1: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(latin1, (letter) => letter.charCodeAt(0) & 0xff);

/** Replaces each `%41` by the letter with that code. */
const unescapeLetters = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** A URL encodes non-ASCII letters as UTF-8 bytes, but may contain them literally. */
const escapeOthers = (text: string): string => text.replace(/[^\0-\x7f]+/gu, encodeURIComponent);

/** The bytes of a data: URL, whatever its declared type; null if it is not one, or is far too long. */
export const bytesOfDataAddress = (address: string): Uint8Array<ArrayBuffer> | null => {
  const [head, said = ''] = DATA.exec(address) ?? [];
  if (head === undefined || address.length > MAX_LETTERS) return null;
  try {
    const data = unescapeLetters(escapeOthers(address.slice(head.length)));
    // Browsers ignore white space in Base64.
    return toBytes(/;\s*base64\s*$/i.test(said) ? atob(data.replace(/\s+/g, '')) : data);
  } catch {
    return null;
  }
};

/** How many bytes one call gets: there is a limit on arguments. */
const AT_ONCE = 0x8000;

export const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return btoa(text);
};

/** A data: URL for bytes, whose type is detected from their content. */
export const dataAddressOf = (bytes: Uint8Array): string => `data:;base64,${toBase64(bytes)}`;
