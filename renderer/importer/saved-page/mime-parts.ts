/**
 * A web page saved as one file (RFC 2557). The parts are split here, since mail parsers decode with the wrong charset,
 * merge frames, and drop the address of a part.
 */

import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { DocumentError } from '../document-error.ts';
import { articleOfSavedPage, type SavedPage, textOfSavedPage } from './article-of-saved-page.ts';
import { picturesByAddress } from './pictures-by-address.ts';

type MimePart = {
  readonly type: string;
  readonly charset: string | null;
  readonly location: string | null;
  readonly id: string | null;
  readonly bytes: Uint8Array;
};

type Headers = ReadonlyMap<string, string>;

/** More than any page has frames, pictures and sheets. */
const MAX_PARTS = 10_000;
const MAX_DEPTH = 8;

const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
};

const toBytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);

const HEADERS_END = /\r?\n\r?\n/;

/** The header fields by lower case name. */
export const readHeaders = (head: string): Headers =>
  new Map(
    head
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .flatMap((line) => {
        const at = line.indexOf(':');
        return at === -1
          ? []
          : [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const];
      }),
  );

const parameter = (value: string, name: string): string | null => {
  const [, quoted, plain] =
    new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]*))`, 'i').exec(value) ?? [];
  return quoted ?? plain ?? null;
};

const fromQuotedPrintable = (text: string): string =>
  text
    .replace(/[ \t]+(?=\r?\n)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const fromBase64 = (text: string): string => {
  try {
    return atob(text.replace(/[^a-z0-9+/]/gi, ''));
  } catch {
    return '';
  }
};

const decode = (text: string, encoding: string): Uint8Array => {
  if (encoding === 'base64') return toBytes(fromBase64(text));
  return toBytes(encoding === 'quoted-printable' ? fromQuotedPrintable(text) : text);
};

const split = (text: string, boundary: string): readonly string[] =>
  text
    .split(
      new RegExp(
        `(?:^|\\r?\\n)--${boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:--)?[ \\t]*(?=\\r?\\n|$)`,
      ),
    )
    .slice(1)
    .map((part) => part.replace(/^\r?\n/, ''))
    .filter((part) => part.trim() !== '');

const partOf = (headers: Headers, type: string, content: string): MimePart => ({
  type: type.split(';')[0]?.trim().toLowerCase() ?? '',
  charset: parameter(type, 'charset'),
  location: headers.get('content-location') ?? null,
  id: headers.get('content-id')?.replace(/^<|>$/g, '') ?? null,
  bytes: decode(content, headers.get('content-transfer-encoding')?.toLowerCase() ?? '7bit'),
});

const partsOf = (message: string, depth: number): readonly MimePart[] => {
  const end = HEADERS_END.exec(message);
  if (end === null || depth > MAX_DEPTH) return [];
  const headers = readHeaders(message.slice(0, end.index));
  const content = message.slice(end.index + end[0].length);
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = /^multipart\//i.test(type) ? parameter(type, 'boundary') : null;
  if (boundary === null) return [partOf(headers, type, content)];
  const parts = split(content, boundary);
  if (parts.length > MAX_PARTS) throw new DocumentError('document-unsafe');
  return parts.flatMap((part) => partsOf(part, depth + 1));
};

/** The page in a file, with its address; null if no part is a page. */
export const savedPageIn = (bytes: Uint8Array): SavedPage | null => {
  const message = latin1(bytes);
  const head = readHeaders(message.slice(0, HEADERS_END.exec(message)?.index ?? 0));
  const start = parameter(head.get('content-type') ?? '', 'start')?.replace(/^<|>$/g, '') ?? null;
  const parts = partsOf(message, 0);
  const pages = parts.filter(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  const root = pages.find(({ id }) => id !== null && id === start) ?? pages[0];
  if (root === undefined) return null;
  return {
    bytes: root.bytes,
    charset: root.charset,
    address: head.get('snapshot-content-location') ?? root.location,
    savedAt: head.get('date') ?? '',
    pictures: picturesByAddress(parts, root.location),
    frames: (address) => {
      const frame = pages.find(({ id }) => id !== null && `cid:${id}` === address);
      return frame === undefined || frame === root ? null : textOfSavedPage(frame);
    },
  };
};

/**
 * A page that a browser or Outlook has saved as one file (.mhtml), with the words that were `selected` on it; null if
 * it shows no text.
 */
export const parseMhtml = (bytes: Uint8Array, selected?: readonly string[]): ParsedArticle | null => {
  const saved = savedPageIn(bytes);
  return saved === null ? null : articleOfSavedPage(saved, selected);
};
