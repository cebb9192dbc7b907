/**
 * Determines the format of a file, so that it is read by the right reader or refused with the right advice. The bytes
 * take precedence over the name: a PDF named .txt is a PDF. The ending of the name decides only if the bytes are
 * inconclusive.
 */
import { extname } from 'node:path';
import { Gunzip, unzipSync } from 'fflate';
import {
  type ArticleFormat,
  articleFormatNames,
  articleFormats,
  type FileSigns,
  formatOfEnding,
} from '#domain/article/formats/article-formats.ts';
import {
  type UnsupportedKind,
  unsupportedFormats,
  unsupportedKinds,
  unsupportedOfEnding,
} from '#domain/article/formats/unsupported-formats.ts';

/** A supported format, or a kind of file that is not supported. */
export type FileKind =
  | { readonly format: ArticleFormat; readonly unsupported: null }
  | { readonly format: null; readonly unsupported: UnsupportedKind };

const SNIFFED_BYTES = 1024;
/** The directory of a zip is at its end. */
const SNIFFED_AT_END = 128 * 1024;
/** The stream names of a compound file may be anywhere. */
const SNIFFED_IN_ALL = 4 * 1024 ** 2;

/** The name of a format is shorter than this. */
const MAX_TYPE_BYTES = 256;

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** The first bytes as one character each; for UTF-16 with a byte order mark, each ASCII character as one. */
const beginOf = (bytes: Uint8Array): string => {
  const begin = latin1(bytes.subarray(0, SNIFFED_BYTES));
  return /^(?:\u00FF\u00FE|\u00FE\u00FF)/.test(begin) ? begin.slice(2).replaceAll('\0', '') : begin;
};

/**
 * The content of the part `mimetype` of a zip, if that part is compressed; empty if there is none. OpenDocument and
 * EPUB require it uncompressed (OpenDocument 1.3 part 2, 3.3), but programs that zip a folder compress every file of
 * it.
 */
const packedType = (bytes: Uint8Array, begin: string): string => {
  if (!begin.startsWith('PK\u0003\u0004')) return '';
  try {
    const { mimetype } = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) =>
        name === 'mimetype' && size <= MAX_TYPE_BYTES && originalSize <= MAX_TYPE_BYTES,
    });
    return mimetype === undefined ? '' : latin1(mimetype);
  } catch {
    // An incomplete zip: the reader of its format reports it, or it is refused as what it seems to be.
    return '';
  }
};

/** The beginning of a gzip file's content; empty for any other file. */
const packedBegin = (bytes: Uint8Array, begin: string): string => {
  if (!begin.startsWith('\u001F\u008B')) return '';
  let unpacked = '';
  try {
    const gunzip = new Gunzip((piece) => {
      unpacked += latin1(piece.subarray(0, SNIFFED_BYTES));
    });
    gunzip.push(bytes.subarray(0, SNIFFED_BYTES));
  } catch {
    // Damaged: its reader reports it, or it is refused as what it seems to be.
  }
  return unpacked;
};

/** The views of the bytes that the signatures are compared with, computed on demand. */
const createSniffer = (bytes: Uint8Array) => {
  const begin = beginOf(bytes);
  let inside: string | null = null;
  const readInside = (): string =>
    begin +
    latin1(bytes.subarray(0, SNIFFED_IN_ALL)) +
    (bytes.length > SNIFFED_IN_ALL
      ? latin1(bytes.subarray(Math.max(SNIFFED_IN_ALL, bytes.length - SNIFFED_AT_END)))
      : '') +
    packedType(bytes, begin) +
    packedBegin(bytes, begin);
  return ({ begins, holds }: FileSigns): boolean => {
    const isBegun = (sign: string | RegExp): boolean =>
      typeof sign === 'string' ? begin.startsWith(sign) : sign.test(begin);
    if (begins?.some(isBegun) === false) return false;
    if (holds === undefined) return true;
    const all = inside ?? readInside();
    inside = all;
    return holds.some((text) => all.includes(text));
  };
};

type Sniffer = ReturnType<typeof createSniffer>;

const findFormat = (shows: Sniffer, isWeak: boolean): ArticleFormat | undefined =>
  articleFormatNames.find((name) => {
    const row = articleFormats[name];
    return row.signs !== null && (row.isWeak ?? false) === isWeak && shows(row.signs);
  });

/** Kinds that serve as containers for other kinds of files. */
const containers: ReadonlySet<UnsupportedKind> = new Set(['packed', 'compound-file']);

const unsupportedOfBytes = (shows: Sniffer, ending: string): UnsupportedKind | undefined => {
  const shown = unsupportedKinds.filter((kind) => {
    const { signs } = unsupportedFormats[kind];
    return signs !== null && shows(signs);
  });
  const named = unsupportedOfEnding(ending);
  const [first] = shown;
  // Many formats are zips: then the ending decides.
  const isVague = first !== undefined && containers.has(first);
  return named !== undefined && (isVague || shown.includes(named)) ? named : first;
};

const read = (format: ArticleFormat): FileKind => ({ format, unsupported: null });
const refused = (unsupported: UnsupportedKind): FileKind => ({ format: null, unsupported });

/**
 * The format of the ending, unless it is a binary document format and the bytes begin like some kind of text: for
 * example a web page named .docx.
 */
const formatByName = (ending: string, shows: Sniffer): ArticleFormat | null => {
  const named = formatOfEnding(ending);
  if (named === null) return null;
  const { signs, text } = articleFormats[named];
  const isText = text === null && signs !== null && !shows(signs) && findFormat(shows, true) !== undefined;
  return isText ? null : named;
};

/** The kind of file of `bytes` named `fileName`; text if nothing indicates another kind. */
export const kindOfFile = (fileName: string, bytes: Uint8Array): FileKind => {
  const ending = extname(fileName).toLowerCase().slice(1);
  const shows = createSniffer(bytes);
  const sure = findFormat(shows, false);
  const named = unsupportedOfEnding(ending);
  // A document may embed another kind, as old Word documents embed e-mails: then the ending decides.
  const signs = named === undefined ? null : unsupportedFormats[named].signs;
  const isWhatItSays = signs?.holds !== undefined && shows(signs);
  if (sure !== undefined && !isWhatItSays) return read(sure);
  const refusedByBytes = unsupportedOfBytes(shows, ending);
  if (refusedByBytes !== undefined) return refused(refusedByBytes);
  const format = formatByName(ending, shows) ?? findFormat(shows, true);
  if (format !== undefined) return read(format);
  const refusedByEnding = unsupportedOfEnding(ending);
  return refusedByEnding === undefined ? read('txt') : refused(refusedByEnding);
};

/** The format of the ending alone, by which a size limit is applied before a byte is read; null for none. */
export const formatOfName = (fileName: string): ArticleFormat | null =>
  formatOfEnding(extname(fileName).toLowerCase().slice(1));
