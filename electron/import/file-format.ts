/**
 * What kind of file it is, so that it is read by the right reader or refused with the right advice. Bytes say more than
 * a name: a PDF that is called .txt is a PDF. Only where they say nothing certain, the ending of the name does.
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

/** A format that is read, or a kind that is not. */
export type FileKind =
  | { readonly format: ArticleFormat; readonly unsupported: null }
  | { readonly format: null; readonly unsupported: UnsupportedKind };

const SNIFFED_BYTES = 1024;
/** The list of what a zip holds stands at its end. */
const SNIFFED_AT_END = 128 * 1024;
/** The names of the streams of a compound file stand anywhere. */
const SNIFFED_IN_ALL = 4 * 1024 ** 2;

/** A name of a format is shorter than this. */
const MAX_TYPE_BYTES = 256;

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** The first bytes, one character each; of a text in UTF-16 that says so, every character of ASCII as one. */
const beginOf = (bytes: Uint8Array): string => {
  const begin = latin1(bytes.subarray(0, SNIFFED_BYTES));
  return /^(?:\u00FF\u00FE|\u00FE\u00FF)/.test(begin) ? begin.slice(2).replaceAll('\0', '') : begin;
};

/**
 * What the part `mimetype` of a zip says that it is, where that part is compressed; empty for none. OpenDocument and
 * EPUB have it stored plain (OpenDocument 1.3 part 2, 3.3), but programs that pack a folder compress every file of it.
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
    // No whole zip: the reader of its format says so, or it is refused as what it seems.
    return '';
  }
};

/** What a file that is packed by gzip begins with when it is unpacked; empty for any other. */
const packedBegin = (bytes: Uint8Array, begin: string): string => {
  if (!begin.startsWith('\u001F\u008B')) return '';
  let unpacked = '';
  try {
    const gunzip = new Gunzip((piece) => {
      unpacked += latin1(piece.subarray(0, SNIFFED_BYTES));
    });
    gunzip.push(bytes.subarray(0, SNIFFED_BYTES));
  } catch {
    // Damaged: its reader says so, or it is refused as what it seems.
  }
  return unpacked;
};

/** The bytes as the signs look at them, read when they are first asked for. */
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

/** What other kinds of files are kept in. */
const containers: ReadonlySet<UnsupportedKind> = new Set(['packed', 'compound-file']);

const unsupportedOfBytes = (shows: Sniffer, ending: string): UnsupportedKind | undefined => {
  const shown = unsupportedKinds.filter((kind) => {
    const { signs } = unsupportedFormats[kind];
    return signs !== null && shows(signs);
  });
  const named = unsupportedOfEnding(ending);
  const [first] = shown;
  // A zip may be anything that is packed as one: then the ending decides.
  const isVague = first !== undefined && containers.has(first);
  return named !== undefined && (isVague || shown.includes(named)) ? named : first;
};

const read = (format: ArticleFormat): FileKind => ({ format, unsupported: null });
const refused = (unsupported: UnsupportedKind): FileKind => ({ format: null, unsupported });

/**
 * What its ending says, unless that is a document of bytes and these begin like a text of some kind: a page called
 * .docx.
 */
const formatByName = (ending: string, shows: Sniffer): ArticleFormat | null => {
  const named = formatOfEnding(ending);
  if (named === null) return null;
  const { signs, text } = articleFormats[named];
  const isText = text === null && signs !== null && !shows(signs) && findFormat(shows, true) !== undefined;
  return isText ? null : named;
};

/** What kind of file `bytes` under the name `fileName` are; text where nothing says anything else. */
export const kindOfFile = (fileName: string, bytes: Uint8Array): FileKind => {
  const ending = extname(fileName).toLowerCase().slice(1);
  const shows = createSniffer(bytes);
  const sure = findFormat(shows, false);
  const named = unsupportedOfEnding(ending);
  // A document may hold another within itself, as old ones of Word hold mails: then the ending decides.
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

/** The format that the ending alone speaks of, by which a size is refused before a byte is read; null for none. */
export const formatOfName = (fileName: string): ArticleFormat | null =>
  formatOfEnding(extname(fileName).toLowerCase().slice(1));
