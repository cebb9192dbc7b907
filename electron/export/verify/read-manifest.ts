/**
 * Finds the manifest in the bytes of an exported file: private data of a PDF (in older exports an attachment), a meta
 * element of a web page, properties of a Word document, a comment of Markdown. The bytes may come from anyone, so they
 * are never run or trusted: what is found has to have the shape of a manifest.
 */
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import type { DocumentManifest } from '#domain/memo/document-apparatus.ts';
import { parseManifest } from '#domain/memo/verify/manifest.ts';
import { MANIFEST_META } from '../html/write-memo-html.ts';
import { MANIFEST_COMMENT } from '../markdown/write-memo-markdown.ts';
import { MANIFEST_STREAM } from '../pdf/file/page-piece.ts';
import { MANIFEST_PROPERTY } from './manifest-properties.ts';

/** A manifest of ten thousand quotes is some 2 MiB. */
const MAX_MANIFEST_BYTES = 8 << 20;

/** An exported memo has one attachment: a forged file with a million of them is not searched for each. */
const MAX_ATTACHMENTS = 16;

const embedded = new RegExp(`/Type\\s*/(?:EmbeddedFile|${MANIFEST_STREAM})\\b`, 'g');
const metaElement = new RegExp(`<meta name="${MANIFEST_META}" content="([^"]*)"`);
const comment = new RegExp(`<!-- ${MANIFEST_COMMENT} (\\{[^<>]*\\}) -->`);
/** The length of an attribute is limited, so that a forged file is read in one pass. */
const property = new RegExp(
  `<property\\b[^<>]{0,200}\\bname="${MANIFEST_PROPERTY}\\d+"[^<>]{0,200}>\\s*<vt:lpwstr>([^<]*)</vt:lpwstr>`,
  'gu',
);

export const textOf = (bytes: Uint8Array, encoding: 'latin1' | 'utf8'): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(encoding);

const entities: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  '#39': "'",
};
/** "#8217", "#x2019". */
const numbered = (name: string): string | null => {
  const number = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/iu.exec(name);
  const code =
    number === null ? Number.NaN : Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10);
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : null;
};

export const unescapeMarkup = (text: string): string =>
  text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? numbered(name) ?? whole);

const inflate = (bytes: Buffer): string | null => {
  try {
    return inflateSync(bytes, { maxOutputLength: MAX_MANIFEST_BYTES }).toString('utf8');
  } catch {
    // A stream that is declared as deflated and is not, or that is larger than any manifest.
    return null;
  }
};

/** The content of the stream whose dictionary contains the offset `at` of a PDF. */
const streamAt = (text: string, at: number): string | null => {
  const end = text.indexOf('endstream', at);
  const start = text.indexOf('stream', at);
  if (start === -1 || end <= start) return null;
  const dictionary = text.slice(text.lastIndexOf('obj', at), start);
  const from = start + 'stream'.length + (text[start + 'stream'.length] === '\r' ? 2 : 1);
  const bytes = Buffer.from(text.slice(from, end), 'latin1');
  return dictionary.includes('/FlateDecode') ? inflate(bytes) : bytes.toString('utf8').trim();
};

const inPdf = (bytes: Uint8Array): DocumentManifest | null => {
  const text = textOf(bytes, 'latin1');
  let looked = 0;
  for (const { index } of text.matchAll(embedded)) {
    if (looked === MAX_ATTACHMENTS) break;
    looked += 1;
    const stream = streamAt(text, index);
    const manifest = stream === null ? null : parseManifest(stream);
    if (manifest !== null) return manifest;
  }
  return null;
};

const inText = (bytes: Uint8Array): DocumentManifest | null => {
  const text = textOf(bytes, 'utf8');
  const content = metaElement.exec(text)?.[1];
  if (content !== undefined) return parseManifest(unescapeMarkup(content));
  const said = comment.exec(text)?.[1];
  return said === undefined ? null : parseManifest(said);
};

const inDocx = (bytes: Uint8Array): DocumentManifest | null => {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        name === 'docProps/custom.xml' && originalSize <= MAX_MANIFEST_BYTES,
    });
    const xml = strFromU8(files['docProps/custom.xml'] ?? new Uint8Array());
    const parts = Array.from(xml.matchAll(property), ([, value = '']) => unescapeMarkup(value));
    return parseManifest(parts.join(''));
  } catch {
    // Not a zip, or a truncated one.
    return null;
  }
};

export const startsWith = (bytes: Uint8Array, sign: string): boolean =>
  textOf(bytes.subarray(0, sign.length), 'latin1') === sign;

/** The manifest in a file; null if it has none. */
export const readManifest = (bytes: Uint8Array): DocumentManifest | null => {
  if (startsWith(bytes, '%PDF')) return inPdf(bytes);
  return startsWith(bytes, 'PK') ? inDocx(bytes) : inText(bytes);
};
