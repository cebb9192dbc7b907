/**
 * The formats in which a text can come: one row each. The file dialog, drop, the command line, the import check
 * and the error messages read it; `renderer/importer/parse-article.ts` has the reader of each, which gets the
 * bytes of its files, or for a text, the text in UTF-8. Unreadable formats are listed in unsupported-formats.ts.
 */

/** How a file is recognised regardless of its name. */
export type FileSigns = {
  /** One of these it begins with, or its first kilobyte fits; read as one character a byte. */
  readonly begins?: readonly (string | RegExp)[];
  /** In addition, one of these occurs anywhere in it, decoded in the same way. */
  readonly holds?: readonly string[];
};

type FormatRow = {
  /** As it is called within a sentence. */
  readonly name: string;
  /** The extensions of its files, without the dot; the most common first. */
  readonly endings: readonly string[];
  readonly mimeTypes: readonly string[];
  /** Null where only the ending says what it is. */
  readonly signs: FileSigns | null;
  /** Whether the signs do not overrule a known extension: a text may well begin like a mail. */
  readonly isWeak?: true;
  /** Whether its files are text, whose encoding has to be detected; HTML may declare its own. */
  readonly text: 'plain' | 'html' | null;
  /** The largest file that is read. */
  readonly maxMegabytes: number;
  /** Contents that the importer lists but does not import, where there are any. */
  readonly leftOut: string;
};

const SURROUNDINGS = 'Menus, adverts and links around the text.';
const TEXT_MEGABYTES = 20;
const DOCUMENT_MEGABYTES = 100;

/** Two lines of the head of a mail. */
const MAIL_HEAD =
  /^(?:(?:Received|Return-Path|Message-ID|Delivered-To|MIME-Version|DKIM-Signature|Date|From|To|Subject|X-[\w-]+): .*\r?\n(?:[ \t].*\r?\n)*){2}/i;

/** What all files of Microsoft's compound format begin with: Outlook, and Word, Excel and PowerPoint up to 2003. */
export const COMPOUND_SIGN = '\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1';

/** `text` as UTF-16 in little endian, read as one character a byte. */
export const wide = (text: string): string => [...text].join('\0');

/** An XML file whose root element has one of these names, with any prefix. */
const xmlRoot = (names: string): RegExp =>
  new RegExp(
    `^(?:ï»¿)?(?:\\s|<\\?[^>]*>|<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE[^>]*>)*<(?:[\\w.-]+:)?(?:${names})[\\s>]`,
  );

const rows = {
  txt: {
    name: 'text',
    endings: ['txt', 'text'],
    mimeTypes: ['text/plain'],
    signs: null,
    text: 'plain',
    maxMegabytes: TEXT_MEGABYTES,
    leftOut: '',
  },
  markdown: {
    name: 'Markdown',
    endings: ['md', 'markdown', 'mdown', 'mkd'],
    mimeTypes: ['text/markdown'],
    signs: null,
    text: 'plain',
    maxMegabytes: TEXT_MEGABYTES,
    leftOut: 'Front matter that could not be read completely.',
  },
  transcript: {
    name: 'transcript with time codes (.srt, .vtt)',
    endings: ['srt', 'vtt'],
    mimeTypes: ['application/x-subrip', 'text/vtt'],
    // SubRip, WebVTT, and the JSON of whisper.
    signs: {
      begins: [
        /^(?:ï»¿)?WEBVTT(?:\s|$)/,
        /^(?:ï»¿)?\s*\d+\r?\n\d{1,4}:\d{1,2}:\d{1,2}[.,]\d{1,3}[ \t]*-->/,
        /^\s*\{\s*"(?:text|segments|language|systeminfo|task|duration)"\s*:/,
      ],
      holds: ['-->', '"segments"', '"transcription"'],
    },
    isWeak: true,
    text: 'plain',
    maxMegabytes: TEXT_MEGABYTES,
    leftOut: 'Time codes, notes and styles.',
  },
  html: {
    name: 'HTML',
    endings: ['html', 'htm', 'xhtml'],
    mimeTypes: ['text/html', 'application/xhtml+xml'],
    signs: { begins: [/^(?:ï»¿)?\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html)[\s>]/i] },
    isWeak: true,
    text: 'html',
    maxMegabytes: TEXT_MEGABYTES,
    leftOut: SURROUNDINGS,
  },
  feed: {
    name: 'feed (RSS, Atom)',
    endings: ['rss', 'atom'],
    mimeTypes: ['application/rss+xml', 'application/atom+xml'],
    signs: {
      begins: [xmlRoot('rss|feed|RDF|entry')],
      holds: ['<channel', '<item', 'w3.org/2005/Atom', 'purl.org/rss/'],
    },
    text: 'html',
    maxMegabytes: DOCUMENT_MEGABYTES,
    leftOut: '',
  },
  jats: {
    name: 'journal article (JATS)',
    endings: ['nxml'],
    mimeTypes: ['application/jats+xml'],
    signs: { begins: [xmlRoot('article|pmc-articleset|OAI-PMH')], holds: ['<article-meta'] },
    text: 'html',
    maxMegabytes: TEXT_MEGABYTES,
    leftOut: '',
  },
  tei: {
    name: 'TEI text',
    endings: ['tei'],
    mimeTypes: ['application/tei+xml'],
    signs: { begins: [xmlRoot('TEI|teiCorpus')], holds: ['teiHeader'] },
    text: 'html',
    maxMegabytes: TEXT_MEGABYTES,
    leftOut: '',
  },
  pdf: {
    name: 'PDF',
    endings: ['pdf'],
    mimeTypes: ['application/pdf'],
    // Some programs write a line before it.
    signs: { begins: [/%PDF-\d/] },
    text: null,
    maxMegabytes: DOCUMENT_MEGABYTES,
    leftOut: 'Headers, footers and text printed across pages.',
  },
  picture: {
    name: 'picture',
    endings: ['png', 'jpg', 'jpeg', 'jpe', 'jfif', 'webp', 'tif', 'tiff', 'gif', 'bmp'],
    mimeTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/tiff', 'image/gif', 'image/bmp'],
    signs: {
      begins: [
        ...['\u0089PNG\r\n', '\u00FF\u00D8\u00FF', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*'],
        /^RIFF.{4}WEBP/s,
        /^BM.{4}\0{4}/s,
      ],
    },
    text: null,
    maxMegabytes: DOCUMENT_MEGABYTES,
    leftOut: '',
  },
  docx: {
    name: 'Word (.docx)',
    endings: ['docx', 'docm', 'dotx', 'dotm'],
    mimeTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    signs: { begins: ['PK\u0003\u0004'], holds: ['word/document'] },
    text: null,
    maxMegabytes: DOCUMENT_MEGABYTES,
    leftOut: '',
  },
  odt: {
    name: 'OpenDocument text',
    endings: ['odt', 'ott'],
    mimeTypes: ['application/vnd.oasis.opendocument.text'],
    signs: { begins: ['PK\u0003\u0004'], holds: ['opendocument.text'] },
    text: null,
    maxMegabytes: DOCUMENT_MEGABYTES,
    leftOut: '',
  },
  odp: {
    name: 'OpenDocument presentation',
    endings: ['odp', 'otp'],
    mimeTypes: ['application/vnd.oasis.opendocument.presentation'],
    signs: { begins: ['PK\u0003\u0004'], holds: ['opendocument.presentation'] },
    text: null,
    maxMegabytes: DOCUMENT_MEGABYTES,
    leftOut: 'Hidden slides.',
  },
  ods: {
    name: 'OpenDocument spreadsheet',
    endings: ['ods', 'ots'],
    mimeTypes: ['application/vnd.oasis.opendocument.spreadsheet'],
    signs: { begins: ['PK\u0003\u0004'], holds: ['opendocument.spreadsheet'] },
    text: null,
    maxMegabytes: DOCUMENT_MEGABYTES,
    leftOut: 'Hidden sheets.',
  },
  pptx: {
    name: 'PowerPoint (.pptx)',
    endings: ['pptx', 'pptm', 'ppsx', 'potx'],
    mimeTypes: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
    signs: { begins: ['PK\u0003\u0004'], holds: ['ppt/presentation.xml'] },
    text: null,
    maxMegabytes: DOCUMENT_MEGABYTES,
    leftOut: 'Hidden slides.',
  },
  xlsx: {
    name: 'Excel (.xlsx)',
    endings: ['xlsx', 'xlsm', 'xltx'],
    mimeTypes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    signs: { begins: ['PK\u0003\u0004'], holds: ['xl/workbook.xml'] },
    text: null,
    maxMegabytes: DOCUMENT_MEGABYTES,
    leftOut: 'Hidden sheets.',
  },
  rtf: {
    name: 'RTF',
    endings: ['rtf'],
    mimeTypes: ['application/rtf', 'text/rtf'],
    signs: { begins: ['{\\rtf'] },
    text: null,
    maxMegabytes: DOCUMENT_MEGABYTES,
    leftOut: '',
  },
  mhtml: {
    name: 'single-file web page (.mhtml)',
    endings: ['mhtml', 'mht'],
    mimeTypes: ['multipart/related'],
    signs: { begins: [/^From: "?<?Saved by /i] },
    text: null,
    maxMegabytes: DOCUMENT_MEGABYTES,
    leftOut: SURROUNDINGS,
  },
  webarchive: {
    name: 'Safari web page (.webarchive)',
    endings: ['webarchive'],
    mimeTypes: ['application/x-webarchive'],
    // A property list, binary or XML, of which the first key names the page.
    signs: { begins: ['bplist00', /^\s*(?:<\?xml[^>]*>\s*)?<!DOCTYPE plist/i], holds: ['WebMainResource'] },
    text: null,
    maxMegabytes: DOCUMENT_MEGABYTES,
    leftOut: SURROUNDINGS,
  },
  warc: {
    name: 'web archive (.warc)',
    endings: ['warc'],
    mimeTypes: ['application/warc'],
    // As it is, or packed: then what it begins with is looked at too.
    signs: { begins: ['WARC/1.', '\u001F\u008B'], holds: ['WARC/1.'] },
    text: null,
    maxMegabytes: DOCUMENT_MEGABYTES,
    leftOut: SURROUNDINGS,
  },
  wacz: {
    name: 'web archive (.wacz)',
    endings: ['wacz'],
    mimeTypes: ['application/wacz'],
    signs: { begins: ['PK\u0003\u0004'], holds: ['pages/pages.jsonl'] },
    text: null,
    maxMegabytes: DOCUMENT_MEGABYTES,
    leftOut: SURROUNDINGS,
  },
  eml: {
    name: 'e-mail (.eml)',
    endings: ['eml'],
    mimeTypes: ['message/rfc822'],
    signs: { begins: [MAIL_HEAD] },
    isWeak: true,
    text: null,
    maxMegabytes: DOCUMENT_MEGABYTES,
    leftOut: '',
  },
  msg: {
    name: 'Outlook message (.msg)',
    endings: ['msg', 'oft'],
    mimeTypes: ['application/vnd.ms-outlook'],
    signs: { begins: [COMPOUND_SIGN], holds: [wide('__substg1.0_')] },
    text: null,
    maxMegabytes: DOCUMENT_MEGABYTES,
    leftOut: '',
  },
  mbox: {
    name: 'mailbox (.mbox)',
    endings: ['mbox', 'mbx'],
    mimeTypes: ['application/mbox'],
    signs: { begins: [/^From \S+ .*\d{4}\r?\n[\w-]+: /] },
    isWeak: true,
    text: null,
    maxMegabytes: DOCUMENT_MEGABYTES,
    leftOut: '',
  },
  epub: {
    name: 'EPUB',
    endings: ['epub'],
    mimeTypes: ['application/epub+zip'],
    signs: { begins: ['PK\u0003\u0004'], holds: ['application/epub+zip'] },
    text: null,
    maxMegabytes: DOCUMENT_MEGABYTES,
    leftOut: '',
  },
  // Pasted content is kept as one JSON file, and never recognised by its name.
  clipboard: {
    name: 'clipboard',
    endings: [],
    mimeTypes: [],
    signs: null,
    text: null,
    maxMegabytes: TEXT_MEGABYTES,
    leftOut: SURROUNDINGS,
  },
  // Content from another tool is kept as one JSON file each: its text, or what was highlighted in it.
  brought: {
    name: 'text kept by another tool',
    endings: [],
    mimeTypes: [],
    signs: null,
    text: null,
    maxMegabytes: DOCUMENT_MEGABYTES,
    leftOut: SURROUNDINGS,
  },
  excerpts: {
    name: 'excerpts kept by another tool',
    endings: [],
    mimeTypes: [],
    signs: null,
    text: null,
    maxMegabytes: DOCUMENT_MEGABYTES,
    leftOut: '',
  },
} as const satisfies Readonly<Record<string, FormatRow>>;

export type ArticleFormat = keyof typeof rows;

export const articleFormats: Readonly<Record<ArticleFormat, FormatRow>> = rows;
export const articleFormatNames = Object.keys(rows) as readonly ArticleFormat[];

/** The formats that files come in, as a person reads them in a list. */
const fileFormats = articleFormatNames.filter((name) => articleFormats[name].endings.length > 0);
export const printedFormats = fileFormats.map((name) => articleFormats[name].name);

/** Endings of files of several kinds, some of which can be read: their bytes decide. */
export const openEndings: readonly string[] = ['xml', 'rdf'];

/** Every ending by which a file is taken for one that can be read. */
export const importedEndings = [
  ...fileFormats.flatMap((name) => articleFormats[name].endings),
  ...openEndings,
  'warc.gz',
];

/** Whether an article of that format has pages that are shown, scanned and framed: a PDF, or a picture. */
export const isPaged = (format: ArticleFormat): boolean => format === 'pdf' || format === 'picture';

const MEGABYTE = 1024 ** 2;

/** The largest file of `format`; without one, of any. */
export const maxBytesOf = (format: ArticleFormat | null): number =>
  MEGABYTE *
  (format === null
    ? Math.max(...articleFormatNames.map((name) => articleFormats[name].maxMegabytes))
    : articleFormats[format].maxMegabytes);

/** The format of files whose names end so, without the dot and in lower case; null for one that is not known. */
export const formatOfEnding = (ending: string): ArticleFormat | null =>
  articleFormatNames.find((name) => articleFormats[name].endings.includes(ending)) ?? null;
