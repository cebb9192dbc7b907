/**
 * Kinds of files whose text Precis can't read, and what to do with each: one row a kind. The words of the error are
 * made of it, in the window and on the command line.
 */
import { COMPOUND_SIGN, type FileSigns, wide } from './article-formats.ts';

type UnsupportedRow = {
  /** As the sentence "It is …" ends. */
  readonly name: string;
  readonly endings: readonly string[];
  readonly signs: FileSigns | null;
  /** One sentence: how its text can come in all the same. */
  readonly advice: string;
};

const COMPOUND = [COMPOUND_SIGN] as const;
const ZIP = ['PK\u0003\u0004'] as const;
const TIFF = ['II*\0', 'MM\0*'] as const;

const rows = {
  'locked-office': {
    name: 'a password-protected Office document',
    endings: [],
    signs: { begins: COMPOUND, holds: [wide('EncryptedPackage')] },
    advice: 'Open it in its own program with the password and save a copy without one.',
  },
  'old-word': {
    name: 'a Word 97–2003 document (.doc)',
    endings: ['doc', 'dot'],
    signs: { begins: COMPOUND, holds: [wide('WordDocument')] },
    advice: 'Save it from Word as .docx or PDF.',
  },
  slides: {
    name: 'a presentation',
    endings: ['ppt', 'pps', 'key'],
    signs: { begins: COMPOUND, holds: [wide('PowerPoint Document')] },
    advice: 'Save it from its own program as .pptx or PDF.',
  },
  spreadsheet: {
    name: 'a spreadsheet',
    endings: ['xls', 'xlsb', 'numbers'],
    signs: { begins: ZIP, holds: ['xl/workbook.bin'] },
    advice: 'Save it from its own program as .xlsx or PDF.',
  },
  'table-text': {
    name: 'a CSV table (.csv)',
    endings: ['csv', 'tsv'],
    signs: null,
    advice:
      'For a source list, highlights or citations, choose File › Import from another tool. To import the table as text, save it as .xlsx.',
  },
  'compound-file': {
    name: 'a document of an old Microsoft program',
    endings: [],
    signs: { begins: COMPOUND },
    advice: 'Save it from its own program as PDF.',
  },
  pages: {
    name: 'a Pages document',
    endings: ['pages'],
    signs: null,
    advice: 'Export it from Pages as Word or PDF.',
  },
  'web-archive': {
    name: 'a web archive',
    endings: ['maff'],
    signs: null,
    advice: 'Save the page from the browser as HTML.',
  },
  'kindle-book': {
    name: 'a Kindle book',
    endings: ['mobi', 'azw', 'azw3', 'kfx'],
    signs: { begins: [/^.{60}BOOKMOBI/s] },
    advice: 'Get the book as .epub.',
  },
  'scanned-book': {
    name: 'a DjVu or PostScript file',
    endings: ['djvu', 'ps', 'eps', 'xps'],
    signs: { begins: ['AT&TFORM', '%!PS-'] },
    advice: 'Save it as PDF.',
  },
  picture: {
    name: 'a picture in HEIC, AVIF or a raw format of a camera',
    endings: ['heic', 'heif', 'hif', 'avif', 'jxl', 'jp2', 'dng', 'cr2', 'cr3', 'nef', 'arw', 'psd'],
    // Raw formats begin like a TIFF: their contents let the extension decide.
    signs: {
      begins: [/^.{4}ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1|avi[fs]|crx )/s, '8BPS', ...TIFF],
      holds: ['ftyp', '8BPS', ...TIFF],
    },
    advice: 'Save it as JPEG or PNG in the program that shows your photos, and import that.',
  },
  drawing: {
    name: 'a drawing in SVG (.svg)',
    endings: ['svg'],
    signs: { begins: [/^(?:ï»¿)?(?:\s|<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE[^>]*>)*<svg[\s>]/i] },
    advice: 'Save it as PDF or PNG, and import that.',
  },
  'structured-text': {
    name: 'a data file (XML) of an unknown kind',
    endings: ['xml', 'rdf'],
    // A web page may be XML too.
    signs: { begins: [/^(?:ï»¿)?\s*<\?xml\s(?![\s\S]*<html[\s>])/i] },
    advice:
      'Feeds (RSS, Atom), JATS and TEI can be read. Save other XML as HTML or PDF. For exports of other tools, use Import from another tool.',
  },
  'structured-data': {
    name: 'a data file (JSON) of an unknown kind',
    endings: ['json', 'jsonl', 'ndjson', 'geojson'],
    signs: null,
    advice:
      'Transcripts of Whisper can be read. Save other data as HTML or PDF. For exports of other tools, use Import from another tool.',
  },
  recording: {
    name: 'a recording',
    endings: ['mp3', 'm4a', 'wav', 'ogg', 'flac', 'mp4', 'mov', 'mkv', 'webm', 'avi'],
    signs: {
      begins: ['ID3\u0002', 'ID3\u0003', 'ID3\u0004', 'OggS', 'fLaC', '\u001AE\u00DF\u00A3', /^.{4}ftyp/s],
    },
    advice: 'Import a transcript of it.',
  },
  packed: {
    name: 'a compressed folder',
    endings: ['zip', '7z', 'rar', 'gz', 'tgz', 'tar', 'bz2', 'xz'],
    signs: { begins: [...ZIP, '7z\u00BC\u00AF', 'Rar!\u001A', '\u001F\u008B', 'BZh91AY&SY', '\u00FD7zXZ'] },
    advice: 'Unpack it and import the files in it.',
  },
  'address-file': {
    name: 'a link to a page, not the page',
    endings: ['url', 'webloc', 'desktop'],
    signs: null,
    advice: 'Precis never goes online: open it in a browser, save the page as HTML, and import that.',
  },
} as const satisfies Readonly<Record<string, UnsupportedRow>>;

export type UnsupportedKind = keyof typeof rows;

export const unsupportedFormats: Readonly<Record<UnsupportedKind, UnsupportedRow>> = rows;
export const unsupportedKinds = Object.keys(rows) as readonly UnsupportedKind[];

/** The code of the failure to read a file of `kind`. */
export type UnsupportedCode = `unsupported-${UnsupportedKind}`;
export const unsupportedCode = (kind: UnsupportedKind): UnsupportedCode => `unsupported-${kind}`;
export const unsupportedCodes = unsupportedKinds.map(unsupportedCode);

/** The kind of files whose names end so, without the dot and in lower case; undefined for one that is not known. */
export const unsupportedOfEnding = (ending: string): UnsupportedKind | undefined =>
  unsupportedKinds.find((kind) => unsupportedFormats[kind].endings.includes(ending));
