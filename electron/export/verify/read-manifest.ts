/**
 * Finds the manifest in the bytes of an exported file, whatever wrote it: it stands there as it is, or in a stream that
 * is deflated. Bytes of others are never run or trusted: what is found has to have the shape of a manifest.
 */
import { inflateRawSync, inflateSync } from 'node:zlib';
import type { DocumentManifest } from '#domain/memo/memo-document.ts';
import { parseManifest } from '#domain/memo/verify/manifest.ts';

/** A manifest of ten thousand quotes is some 2 MiB. */
const MAX_MANIFEST_BYTES = 8 << 20;

const embedded = /\/Type\s*\/EmbeddedFile\b/g;

const inflate = (bytes: Buffer, isRaw: boolean): string | null => {
  try {
    const options = { maxOutputLength: MAX_MANIFEST_BYTES };
    return (isRaw ? inflateRawSync(bytes, options) : inflateSync(bytes, options)).toString('utf8');
  } catch {
    // A stream that says it is deflated and is not, or that holds more than any manifest does.
    return null;
  }
};

/** The content of the stream whose dictionary holds the place `at` of a PDF. */
const streamAt = (text: string, at: number): string | null => {
  const end = text.indexOf('endstream', at);
  const start = text.indexOf('stream', at);
  if (start === -1 || end <= start) return null;
  const dictionary = text.slice(text.lastIndexOf('obj', at), start);
  const from = start + 'stream'.length + (text[start + 'stream'.length] === '\r' ? 2 : 1);
  const bytes = Buffer.from(text.slice(from, end), 'latin1');
  return dictionary.includes('/FlateDecode') ? inflate(bytes, false) : bytes.toString('utf8').trim();
};

const inPdf = (bytes: Uint8Array): DocumentManifest | null => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  for (const { index } of text.matchAll(embedded)) {
    const stream = streamAt(text, index);
    const manifest = stream === null ? null : parseManifest(stream);
    if (manifest !== null) return manifest;
  }
  return null;
};

/** The manifest that a file carries; null where it carries none. */
export const readManifest = (bytes: Uint8Array): DocumentManifest | null => inPdf(bytes);
