/**
 * Makes text that is drawn as several glyphs copy correctly. The letters of many scripts are shaped together, and Typst
 * writes a raised or lowered mark as a separate item with the text of its whole cluster: a reader would copy the
 * cluster twice, or split the word. Here such an item gets no text.
 */
import { deflateSync, inflateSync } from 'node:zlib';
import { objectAt, type PdfFile, pagesOf } from './pdf-file.ts';

/** The text of each glyph of a font, in hexadecimal digits as in the file. */
type GlyphTexts = ReadonlyMap<string, string>;

const streamParts = /^(.*?\bstream\r?\n)(.*)(\r?\nendstream\b.*)$/s;

const readStream = (object: string): string => {
  const [, head = '', data = ''] = streamParts.exec(object) ?? [];
  return head.includes('/FlateDecode') ? inflateSync(Buffer.from(data, 'latin1')).toString('latin1') : data;
};

const writeStream = (object: string, content: string): string => {
  const data = deflateSync(Buffer.from(content, 'latin1')).toString('latin1');
  return object.replace(
    streamParts,
    (_, head: string, __, tail: string) =>
      head.replace(/\/Length \d+/, `/Length ${data.length}`) + data + tail,
  );
};

const fontResource = /\/(\w+) (\d+) 0 R/g;
const mapped = /<([0-9A-F]{4})> <([0-9A-F]+)>/g;

const glyphTextsOf = (file: PdfFile, font: number): GlyphTexts => {
  const table = /\/ToUnicode (\d+) 0 R/.exec(objectAt(file, font))?.[1];
  const listed =
    table === undefined
      ? []
      : readStream(objectAt(file, Number(table)))
          .split('beginbfchar')
          .slice(1);
  return new Map(
    listed.flatMap((part) =>
      Array.from(
        (part.split('endbfchar')[0] ?? '').matchAll(mapped),
        ([, glyph = '', text = '']) => [glyph, text] as const,
      ),
    ),
  );
};

/** The fonts of a page by the names used in its content. */
const fontsOf = (
  file: PdfFile,
  page: string,
  known: Map<number, GlyphTexts>,
): ReadonlyMap<string, GlyphTexts> => {
  const fonts = /\/Font <<([^>]*)>>/.exec(page)?.[1] ?? '';
  return new Map(
    Array.from(fonts.matchAll(fontResource), ([, name = '', number]) => {
      const texts = known.get(Number(number)) ?? glyphTextsOf(file, Number(number));
      known.set(Number(number), texts);
      return [name, texts] as const;
    }),
  );
};

/** A cluster that was drawn: its text, its font and its glyphs. */
type Cluster = { readonly font: string; readonly text: string; readonly glyphs: readonly string[] };

const setFont = /^\/(\w+) [\d.]+ Tf$/;
const saidInstead = /^\s*\/ActualText <FEFF([0-9A-F]*)>$/i;
const shown = /^(?:\[.*\] TJ|[<(].*[>)] Tj)$/;
const firstGlyph = /^\[?([^<]*)<(.{4})([^>]*)>(.*?)\]? T[jJ]$/;

const named: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
const escaped = /\\(?:([0-7]{1,3})|(.))|([\s\S])/g;

const hexOf = (literal: string): string =>
  Array.from(literal.matchAll(escaped), ([, octal, sign, plain]) => {
    if (octal !== undefined) return Number.parseInt(octal, 8);
    return sign === undefined ? (plain ?? '').charCodeAt(0) : (named[sign] ?? sign.charCodeAt(0));
  })
    .map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'))
    .join('');

/** The end of the literal string whose parenthesis opens at `start`; it may contain balanced parentheses. */
const endOfLiteral = (line: string, start: number): number => {
  let depth = 0;
  for (let at = start; at < line.length; at += 1) {
    const sign = line[at];
    if (sign === '\\') at += 1;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return line.length;
};

/** The line that shows glyphs, with each of its strings in hexadecimal digits. */
const inHex = (line: string): string => {
  let rest = line;
  let hex = '';
  for (let start = rest.indexOf('('); start >= 0; start = rest.indexOf('(')) {
    const end = endOfLiteral(rest, start);
    hex += `${rest.slice(0, start)}<${hexOf(rest.slice(start + 1, end))}>`;
    rest = rest.slice(end + 1);
  }
  return hex + rest;
};

const glyphsIn = (line: string): readonly string[] =>
  Array.from(line.matchAll(/<([0-9A-F]+)>/g), ([, digits = '']) => digits.match(/.{4}/g) ?? []).flat();

const SILENT = ['/Span <<', '  /ActualText <FEFF>', '>> BDC'];

/** The line that shows glyphs, with the first of them drawn but without text. */
const silenceFirst = (line: string): readonly string[] => {
  const [, before = '', first = '', others = '', after = ''] = firstGlyph.exec(line) ?? [];
  const rest = `${others === '' ? '' : `<${others}>`}${after}`.trim();
  return [...SILENT, `[${before}<${first}>] TJ`, 'EMC', ...(rest === '' ? [] : [`[${rest}] TJ`])];
};

/** Reads the content of a page line by line, and removes the text of items that repeat the cluster before them. */
class ContentReader {
  readonly #fonts: ReadonlyMap<string, GlyphTexts>;
  readonly #lines: string[] = [];
  #font = '';
  #beginsItem = false;
  #last: Cluster | null = null;
  /** The text that replaces that of the following glyphs, and the line that declares it. */
  #instead: { readonly text: string; readonly line: number } | null = null;

  constructor(fonts: ReadonlyMap<string, GlyphTexts>) {
    this.#fonts = fonts;
  }

  read(content: string): string {
    for (const line of content.split('\n')) this.#readLine(line);
    return this.#lines.join('\n');
  }

  #readLine(line: string): void {
    if (shown.test(line)) {
      this.#show(line);
      return;
    }
    this.#lines.push(line);
    if (line === 'BT') this.#beginsItem = true;
    if (line === 'EMC') this.#instead = null;
    this.#font = setFont.exec(line)?.[1] ?? this.#font;
    const said = saidInstead.exec(line)?.[1];
    if (said !== undefined) this.#instead = { text: said.toUpperCase(), line: this.#lines.length - 1 };
  }

  #show(asWritten: string): void {
    const line = inHex(asWritten);
    const glyphs = glyphsIn(line);
    const texts = this.#fonts.get(this.#font);
    const text = (glyph: string | undefined): string => texts?.get(glyph ?? '') ?? '';
    const instead = this.#instead;
    const isSaid = this.#wasSaid(instead?.text ?? text(glyphs[0]), glyphs);
    this.#beginsItem = false;
    if (isSaid && instead !== null) this.#lines[instead.line] = '  /ActualText <FEFF>';
    this.#lines.push(...(isSaid && instead === null ? silenceFirst(line) : [asWritten]));
    if (instead === null) this.#remember(text(glyphs.at(-1)), glyphs.slice(-1));
    else this.#remember(instead.text, glyphs);
  }

  /** Whether the beginning of an item continues the cluster before it: the same text, and other glyphs. */
  #wasSaid(text: string, glyphs: readonly string[]): boolean {
    const last = this.#last;
    if (!this.#beginsItem || last === null || last.font !== this.#font || text === '') return false;
    return last.text === text && !last.glyphs.includes(glyphs[0] ?? '');
  }

  #remember(text: string, glyphs: readonly string[]): void {
    const before = this.#last?.text === text && this.#last.font === this.#font ? this.#last.glyphs : [];
    this.#last = { font: this.#font, text, glyphs: [...before, ...glyphs] };
  }
}

/** The file with the text of each cluster only once. */
export const joinSplitClusters = (file: PdfFile): PdfFile => {
  const known = new Map<number, GlyphTexts>();
  const objects = [...file.objects];
  for (const number of pagesOf(file)) {
    const page = objectAt(file, number);
    const contents = Number(/\/Contents (\d+) 0 R/.exec(page)?.[1]);
    const content = new ContentReader(fontsOf(file, page, known)).read(readStream(objectAt(file, contents)));
    objects[contents - 1] = writeStream(objectAt(file, contents), content);
  }
  return { ...file, objects };
};
