/**
 * BibTeX, entry by entry: one that is not closed or lacks a comma costs no other. @citation-js refuses the whole file
 * for either, and braces 20 000 deep end it by the call stack; it takes four times as long to parse 3 000 entries.
 */
import type { Bibliography } from '../../article/bibliography/bibliography.ts';
import { type BroughtArticle, newBrought } from '../brought.ts';
import { readDate, readDoi, readLanguage, readName, readTags, readUrl } from './values.ts';

const types: Readonly<Record<string, Bibliography['type']>> = {
  article: 'article-journal',
  periodical: 'article-magazine',
  techreport: 'report',
  report: 'report',
  manual: 'report',
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage',
  misc: 'webpage',
  dataset: 'dataset',
  legislation: 'legislation',
  letter: 'personal_communication',
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads the entries of a BibTeX or BibLaTeX file: braces and quotation marks around values, `#` between their parts,
 * `@string`, comments between entries. A value stays in the markup of LaTeX; `latexText` makes text of it. An entry
 * that is broken ends where the next begins.
 */

type BibtexEntry = { readonly type: string; readonly fields: Readonly<Record<string, string>> };

/** Walks over a text. */
class Scanner {
  at = 0;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  take(pattern: RegExp): string | null {
    const sticky = new RegExp(pattern.source, 'uy');
    sticky.lastIndex = this.at;
    const [found = null] = sticky.exec(this.text) ?? [];
    if (found !== null) this.at += found.length;
    return found;
  }

  skipSpace(): void {
    this.take(/\s*/);
  }

  /** What stands between braces, or between quotation marks outside of braces; null where it never ends. */
  takeEnclosed(close: '}' | '"'): string | null {
    const start = this.at + 1;
    let depth = 0;
    for (let at = start; at < this.text.length; at += 1) {
      const character = this.text[at];
      if (character === '\\') at += 1;
      else if (depth === 0 && character === close) {
        this.at = at + 1;
        return this.text.slice(start, at);
      } else if (character === '{') depth += 1;
      else if (character === '}') depth -= 1;
    }
    return null;
  }
}

type Strings = Map<string, string>;

const takePart = (scanner: Scanner, strings: Strings): string | null => {
  scanner.skipSpace();
  if (scanner.text[scanner.at] === '{') return scanner.takeEnclosed('}');
  if (scanner.text[scanner.at] === '"') return scanner.takeEnclosed('"');
  const word = scanner.take(/[^\s,#{}()"=]+/);
  return word === null ? null : (strings.get(word.toLowerCase()) ?? word);
};

/** A value of one or more parts, joined by `#`. */
const takeValue = (scanner: Scanner, strings: Strings): string | null => {
  let value = takePart(scanner, strings);
  for (; value !== null; ) {
    scanner.skipSpace();
    if (scanner.take(/#/) === null) return value;
    const next = takePart(scanner, strings);
    if (next === null) return value;
    value += next;
  }
  return null;
};

/** `name = value` pairs up to the end of the entry, or up to where they break off. */
const takeFields = (scanner: Scanner, strings: Strings): Record<string, string> => {
  const fields: [string, string][] = [];
  for (;;) {
    scanner.take(/[\s,]*/);
    const name = scanner.take(/[^\s,#{}()"=@]+/);
    scanner.skipSpace();
    if (name === null || scanner.take(/=/) === null) break;
    const value = takeValue(scanner, strings);
    if (value === null) break;
    fields.push([name.toLowerCase(), value]);
  }
  // The first of two fields of one name holds, as in BibTeX.
  return Object.fromEntries(fields.toReversed());
};

/** What stands between entries, and what says nothing of a text. */
const PASSED_OVER: ReadonlySet<string> = new Set(['comment', 'preamble']);

/**
 * The entry of that type whose fields begin at `at`, and where it ends. An entry begins with its key, `@string` does
 * not.
 */
const readEntry = (
  text: string,
  type: string,
  at: number,
  strings: Strings,
): { readonly entry: BibtexEntry; readonly end: number } => {
  const scanner = new Scanner(text);
  scanner.at = at;
  if (type !== 'string') scanner.take(/[^,={}]*,/);
  const fields = takeFields(scanner, strings);
  return { entry: { type, fields }, end: Math.max(scanner.at, at) };
};

/** The entries of `text` in their order; empty where it holds none. */
export const parseBibtex = (text: string): readonly BibtexEntry[] => {
  const strings: Strings = new Map();
  const entries: BibtexEntry[] = [];
  const opening = /@\s*([a-z]+)\s*[{(]/giu;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const type = (match[1] ?? '').toLowerCase();
    if (PASSED_OVER.has(type)) continue;
    const { entry, end } = readEntry(text, type, opening.lastIndex, strings);
    opening.lastIndex = end;
    if (type !== 'string') entries.push(entry);
    else for (const [name, value] of Object.entries(entry.fields)) strings.set(name, value);
  }
  return entries;
};

type Fields = BibtexEntry['fields'];

/** The text of a value in the markup of LaTeX, as bibliographies use it: accents, signs, dashes, words of commands. */

/** The combining mark of each accent. */
const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

const signs: Readonly<Record<string, string>> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  aa: 'å',
  AA: 'Å',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  i: 'ı',
  j: 'ȷ',
  textendash: '–',
  textemdash: '—',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  textellipsis: '…',
  dots: '…',
  ldots: '…',
  textregistered: '®',
  texttrademark: '™',
  copyright: '©',
  pounds: '£',
  euro: '€',
  S: '§',
  P: '¶',
  // Until the end: it begins no command.
  textbackslash: '\uE001',
  textasciitilde: '~',
  textasciicircum: '^',
};

const ACCENT = /\\(?:([`'^~=."])\s*|([urHvdckb])(?![a-z])\s*)(?:\{\s*(\\?[a-z])\s*\}|(\\?[a-z]))/giu;

const accented = (text: string): string =>
  text.replace(
    ACCENT,
    (_, sign: string | undefined, word: string | undefined, inner?: string, bare?: string) => {
      const letter = (inner ?? bare ?? '').replace(/^\\/u, '');
      return `${letter}${accents[sign ?? word ?? ''] ?? ''}`.normalize('NFC');
    },
  );

const signed = (text: string): string =>
  text
    .replace(/\\([a-z]+)(?:\{\}|\s+)?/giu, (whole, name: string) =>
      Object.hasOwn(signs, name) ? (signs[name] ?? '') : whole,
    )
    .replace(/\\([&%$#_{}])/gu, '\uE000$1');

/** `value` as text on one line. */
export const latexText = (value: string): string =>
  signed(accented(value))
    // A command that is left formats its words, which stay.
    .replace(/\\[a-z]+\*?\s*/giu, '')
    .replace(/---/gu, '—')
    .replace(/--/gu, '–')
    .replace(/``/gu, '“')
    .replace(/''/gu, '”')
    .replace(/(?<!\uE000)[{}]/gu, '')
    .replace(/(?<![\uE000\\])[~]/gu, '\u00a0')
    .replaceAll('\uE000', '')
    .replaceAll('\uE001', '\\')
    .replace(/[ \t\r\n]+/gu, ' ')
    .trim();

const textOf = (fields: Fields, ...names: readonly string[]): string | null => {
  for (const name of names) {
    const value = readName(latexText(fields[name] ?? ''));
    if (value !== null) return value;
  }
  return null;
};

/** "Marrow, Ilse and Weber, Jan and others" as they are printed. */
const namesOf = (value: string): string | null => {
  const names = value
    .split(/\s+and\s+(?![^{]*\})/iu)
    .map((name) => latexText(name))
    .filter((name) => name !== 'others' && name !== '')
    .map((name) => {
      const [family = '', ...given] = name.split(/\s*,\s*/u);
      return given.length === 0 ? family : `${given.toReversed().join(' ')} ${family}`;
    });
  return readName(names.join(', '));
};

/** The date, or what year, month and day make; a month alone makes none. */
const dateOf = (fields: Fields): ReturnType<typeof readDate> => {
  const stated = readDate(textOf(fields, 'date'));
  if (stated !== null) return stated;
  const [year, month, day] = ['year', 'month', 'day'].map((name) => textOf(fields, name) ?? '');
  const number = /^\d+$/u.test(month ?? '')
    ? Number(month)
    : MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1;
  if (number < 1 || day === '') return null;
  return readDate(`${year}-${String(number).padStart(2, '0')}-${day?.padStart(2, '0')}`);
};

/** The first file of JabRef's and Zotero's "description:path:type;…", or a bare path. */
const fileOf = (value: string): string | null => {
  const [first = ''] = value.split(/(?<!\\);/u);
  const parts = first.split(/(?<!\\):/u).map((part) => part.replace(/\\([:;\\])/gu, '$1'));
  return readName(parts.length >= 3 ? parts[1] : parts[0]);
};

/**
 * The keywords of a BibTeX entry: a comma or a semicolon parts them, but not within braces, which keep together what
 * they hold, as they do for "and" between names.
 */
const splitKeywords = (value: string): readonly string[] => {
  const keywords: string[] = [];
  let depth = 0;
  let from = 0;
  // A brace or a backslash after a backslash is a sign.
  for (const { 0: sign, index } of value.matchAll(/\\[\\{}]|[{},;]/gu)) {
    if (sign === '{') depth += 1;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (sign === ',' || sign === ';')) {
      keywords.push(value.slice(from, index));
      from = index + 1;
    }
  }
  return [...keywords, value.slice(from)];
};

const articleOf = ({ type, fields }: BibtexEntry): BroughtArticle => {
  const file = fileOf(fields.file ?? '');
  return newBrought(
    {
      type: types[type] ?? null,
      title: textOf(fields, 'title'),
      byline: namesOf(fields.author ?? fields.editor ?? ''),
      publisher: textOf(
        fields,
        'journaltitle',
        'journal',
        'institution',
        'organization',
        'publisher',
        'howpublished',
      ),
      publishedAt: dateOf(fields),
      // An address is no LaTeX: its signs stand for themselves.
      url: readUrl((fields.url ?? '').replace(/\\([&%$#_{}~])/gu, '$1')),
      doi: readDoi(fields.doi),
      language: readLanguage(textOf(fields, 'langid', 'language')),
    },
    {
      text: file === null ? null : { kind: 'file', path: file },
      tags: readTags(splitKeywords(fields.keywords ?? '').map(latexText)),
      note: textOf(fields, 'annotation', 'annote'),
    },
  );
};

/** The entries of a BibTeX file; null where it holds none. */
export const articlesOfBibtex = (text: string): readonly BroughtArticle[] | null => {
  const entries = parseBibtex(text);
  return entries.length === 0 ? null : entries.map(articleOf);
};
