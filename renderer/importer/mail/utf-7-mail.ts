/**
 * Mails in UTF-7 (RFC 2152), which old programs used for 7-bit lines. No browser decodes it, and read as ASCII “für” is
 * “f+APw-r”. So the parts of a mail that declare it, and encoded words in its head, are converted to UTF-8 before
 * parsing; the rest is not touched.
 */

const MAX_DEPTH = 20;
const HEAD_END = /\r?\n\r?\n/;
const CHARSET = /(\bcharset\s*=\s*)("?)(?:unicode-1-1-)?utf-7\2/i;
const CONTENT_TYPE = /^content-type:(?:.*(?:\r?\n[ \t].*)*)/im;
const TRANSFER = /^content-transfer-encoding:[ \t]*([\w-]+).*(?:\r?\n[ \t].*)*/im;
/** An encoded word in a head (RFC 2047). */
const ENCODED_WORD = /=\?(?:unicode-1-1-)?utf-7\?([BQ])\?([^?\s]*)\?=/gi;

/** One character a byte. */
const fromBytes = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
};

const decodeBase64 = (text: string): string => {
  try {
    return atob(text.replace(/[^a-z0-9+/]/gi, ''));
  } catch {
    return '';
  }
};

const decodeQuoted = (text: string): string =>
  text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** UTF-16 units encoded in base64, high byte first; leftover bits are padding. */
const decodeUnits = (base64: string): string => {
  const bytes = decodeBase64(base64);
  const units = Array.from({ length: bytes.length >> 1 }, (_, at) =>
    String.fromCharCode((bytes.charCodeAt(at * 2) << 8) | bytes.charCodeAt(at * 2 + 1)),
  );
  return units.join('');
};

/** Decoded UTF-7; anything else is unchanged. */
export const decodeUtf7 = (text: string): string =>
  text.replace(/\+([a-z0-9+/]*)-?/gi, (whole, base64: string) => {
    if (whole === '+-') return '+';
    return base64.length < 3 ? whole : decodeUnits(base64);
  });

const encodeUtf8 = (text: string): string => btoa(fromBytes(new TextEncoder().encode(text)));

const LINE = /.{1,76}/g;

const decodeTransfer = (content: string, encoding: string): string => {
  if (encoding === 'base64') return decodeBase64(content);
  return encoding === 'quoted-printable' ? decodeQuoted(content) : content;
};

const rewriteHead = (head: string): string =>
  head.replace(ENCODED_WORD, (_, way: string, word: string) => {
    const text = way.toUpperCase() === 'B' ? decodeBase64(word) : decodeQuoted(word.replaceAll('_', ' '));
    return `=?utf-8?B?${encodeUtf8(decodeUtf7(text))}?=`;
  });

const rewriteText = (head: string, content: string): string => {
  const [, encoding = '7bit'] = TRANSFER.exec(head) ?? [];
  const text = decodeUtf7(decodeTransfer(content, encoding.toLowerCase()));
  const others = head.replace(TRANSFER, '').replace(/^(?:\r?\n)+|\r?\n(?=\r?\n)|\r?\n$/g, '');
  const said = others.replace(CHARSET, '$1utf-8');
  return `${said}\r\nContent-Transfer-Encoding: base64\r\n\r\n${(encodeUtf8(text).match(LINE) ?? []).join('\r\n')}\r\n`;
};

const boundaryOf = (type: string): string | null => {
  const [, quoted, plain] = /;\s*boundary\s*=\s*(?:"([^"]*)"|([^;\s]*))/i.exec(type) ?? [];
  return quoted ?? plain ?? null;
};

/** Each part between two boundary lines; those lines stay. */
const rewriteParts = (content: string, boundary: string, depth: number): string => {
  const escaped = boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pieces = content.split(new RegExp(`((?:^|\\r?\\n)--${escaped}(?:--)?[ \\t]*\\r?\\n?)`));
  // Every second piece is a boundary line, and the first precedes all of them.
  return pieces.map((piece, at) => (at === 0 || at % 2 === 1 ? piece : rewritePart(piece, depth))).join('');
};

const rewritePart = (part: string, depth: number): string => {
  const end = HEAD_END.exec(part);
  if (end === null || depth > MAX_DEPTH) return part;
  const [head, content] = [part.slice(0, end.index), part.slice(end.index + end[0].length)];
  const [type = ''] = CONTENT_TYPE.exec(head) ?? [];
  const said = rewriteHead(head);
  const boundary = /^content-type:\s*multipart\//i.test(type) ? boundaryOf(type) : null;
  if (boundary !== null && boundary !== '')
    return `${said}${end[0]}${rewriteParts(content, boundary, depth + 1)}`;
  if (/^content-type:\s*message\/rfc822/i.test(type))
    return `${said}${end[0]}${rewritePart(content, depth + 1)}`;
  return CHARSET.test(type) ? rewriteText(said, content) : `${said}${end[0]}${content}`;
};

/** The bytes of a mail without any UTF-7. */
export const withoutUtf7 = (bytes: Uint8Array): Uint8Array => {
  const mail = fromBytes(bytes);
  if (!/utf-7/i.test(mail)) return bytes;
  return Uint8Array.from(rewritePart(mail, 0), (letter) => letter.charCodeAt(0) & 0xff);
};
