import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { sha256Schema } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import { readOriginal } from '#electron/import/read-original.ts';
import type { ReadExportedFile } from '#electron/ports/exported-file.ts';
import { readManifest, startsWith, textOf, unescapeMarkup } from './read-manifest.ts';

/** A memo of a thousand pages is some 20 MiB. */
const MAX_BYTES = 256 << 20;

/** The words that an exported Word, HTML or Markdown file prints, in its order. Nothing in the file is run. */

/** The text of a memo of a thousand pages is some 4 MiB of markup. */
const MAX_XML_BYTES = 64 << 20;
const wordParts = /^word\/(?:document|footnotes|endnotes)\.xml$/u;

const ofXml = (xml: string): string =>
  unescapeMarkup(
    xml
      .replace(/<w:(?:tab|br|cr)\b[^<>]*>|<\/w:p>/gu, ' ')
      .replace(/<w:instrText\b[^<>]*>[^<]*<\/w:instrText>/gu, '')
      .replace(/<[^<>]*>/gu, ''),
  );

const inDocx = (bytes: Uint8Array): string | null => {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => wordParts.test(name) && originalSize <= MAX_XML_BYTES,
    });
    return Object.keys(files)
      .sort()
      .map((name) => ofXml(strFromU8(files[name] ?? new Uint8Array())))
      .join('\n');
  } catch {
    // Not a zip, or a truncated one.
    return null;
  }
};

const inHtml = (text: string): string =>
  unescapeMarkup(
    text
      .replace(/<!--[\s\S]*?-->/gu, '')
      .replace(/<(style|script|title)\b[^<>]*>[\s\S]*?<\/\1>/giu, '')
      .replace(/<(?:br|\/p|\/div|\/li|\/td|\/th|\/h\d|\/dd|\/dt|\/blockquote)\b[^<>]*>/giu, ' ')
      .replace(/<[^<>]*>/gu, ''),
  );

const inMarkdown = (text: string): string =>
  unescapeMarkup(
    text
      .replace(/<!--[\s\S]*?-->/gu, '')
      .replace(/^\s{0,3}(?:#{1,6}|>|[-*+]|\d+[.)])\s+/gmu, '')
      .replace(/(?<!\\)(?:\*{1,3}|_{1,3})/gu, '')
      .replace(/\\([^\p{L}\p{N}\s])/gu, '$1'),
  );

/** The words of a file, whose format is recognised by its first bytes; null for a PDF. */
const readWords = (bytes: Uint8Array): string | null => {
  if (startsWith(bytes, '%PDF')) return null;
  if (startsWith(bytes, 'PK')) return inDocx(bytes);
  const text = textOf(bytes, 'utf8');
  return /<html\b/iu.test(text.slice(0, 2000)) ? inHtml(text) : inMarkdown(text);
};

/** Reads the file at `path`, and its manifest. Nothing in it is run. */
export const readExportedFile: ReadExportedFile = async (path) => {
  const read = await readOriginal(path, MAX_BYTES);
  if (!read.ok) return err({ code: read.error });
  const sha256 = sha256Schema.parse(createHash('sha256').update(read.value).digest('hex'));
  const manifest = readManifest(read.value);
  return ok({ fileName: basename(path), sha256, manifest, words: readWords(read.value) });
};
