/**
 * A Word document saved by reviewers: its paragraphs, tracked changes and comments, with their authors. Every program
 * writes them differently: replies are a separate part (Word), comments on the same words (Google Docs) or lose their
 * thread (LibreOffice); paragraph marks are changed like words.
 */
import {
  isFurniture,
  type Piece,
  type ReviewedFile,
  type ReviewedParagraph,
  type Revision,
  THING,
} from '#domain/memo/round/returned/reviewed-file.ts';
import { DocumentError } from '../document-error.ts';
import { openPackage, type Package } from '../package/open-package.ts';
import { requireXmlPart, xmlPart } from '../package/package-parts.ts';
import { elementsNamed, textNamed } from '../package/parse-xml.ts';
import { type Point, type Referred, readComments, short, UNSEEN } from './read-comments.ts';

const PARTS =
  /^(?:word\/(?:document|comments|commentsExtended|footnotes|endnotes|header\d*|footer\d*)\.xml|docProps\/(?:core|custom)\.xml)$/;
const NAME = /^_precis_\d+_\d+$/;
const MANIFEST = /^PrecisManifest\d+$/;
/** Deeper than any document edited by a person. */
const MAX_DEPTH = 200;

const child = (element: Element, name: string): Element | undefined =>
  [...element.children].find(({ tagName }) => tagName === name);
const valueIn = (element: Element | undefined): string => element?.getAttribute('w:val') ?? '';
const isOn = (property: Element | undefined): boolean =>
  property !== undefined && !['false', '0', 'off', 'none'].includes(property.getAttribute('w:val') ?? 'true');

type Look = { readonly isBold: boolean; readonly isItalic: boolean };
const lookOf = (properties: Element | undefined): Look => ({
  isBold: properties !== undefined && isOn(child(properties, 'w:b')),
  isItalic: properties !== undefined && isOn(child(properties, 'w:i')),
});

/** What surrounds the words being read. */
type Within = {
  readonly lock: string | null;
  readonly inserted: number | null;
  readonly deleted: number | null;
  readonly depth: number;
};
const nothing: Within = { lock: null, inserted: null, deleted: null, depth: 0 };

const deeper = (within: Within): Within => {
  if (within.depth >= MAX_DEPTH) throw new DocumentError('nested-too-deep');
  return { ...within, depth: within.depth + 1 };
};

type Open = { -readonly [K in keyof ReviewedParagraph]: ReviewedParagraph[K] } & {
  names: string[];
  pieces: Piece[];
  length: number;
};

/** Elements that only contain others. */
const HOLDERS = new Set([
  ...['w:hyperlink', 'w:smartTag', 'w:customXml', 'w:sdtContent', 'w:fldSimple', 'w:dir', 'w:bdo'],
  ...['w:ruby', 'w:rubyBase', 'mc:AlternateContent', 'mc:Choice', 'w:tbl', 'w:tr', 'w:tc'],
]);

const SIGNS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
  'w:footnoteReference': THING,
  'w:endnoteReference': THING,
  'w:drawing': THING,
  'w:pict': THING,
  'w:object': THING,
};

const PUT_IN = new Set(['w:ins', 'w:moveTo']);
const TAKEN_OUT = new Set(['w:del', 'w:moveFrom']);
const FORMULAS = new Set(['m:oMath', 'm:oMathPara']);
const MOVE_STARTS = new Set(['w:moveFromRangeStart', 'w:moveToRangeStart']);
const MOVE_ENDS = new Set(['w:moveFromRangeEnd', 'w:moveToRangeEnd']);
const COMMENT_ENDS = new Set(['w:commentRangeEnd', 'w:commentReference']);

/** Reads the parts of one document, one after the other. */
class Reader implements Referred {
  readonly revisions: Revision[] = [];
  readonly paragraphs: ReviewedParagraph[] = [];
  /** Where each comment begins, ends and is referred to. */
  readonly starts = new Map<string, Point>();
  readonly ends = new Map<string, Point>();
  #part: ReviewedParagraph['part'] = 'body';
  #open: Open | null = null;
  /** Names between paragraphs belong to the next one. */
  #names: string[] = [];
  #moves: string[] = [];
  /** Text boxes of the current paragraph: their paragraphs follow it. */
  #boxes: Element[] = [];
  /** For each open field, whether its result has begun. */
  #fields: boolean[] = [];
  readonly #known = new Map<string, number>();

  read(root: Element, part: ReviewedParagraph['part']): void {
    this.#part = part;
    this.#fields = [];
    this.#all(root, nothing);
  }

  #all(element: Element, within: Within): void {
    const inner = deeper(within);
    for (const each of element.children) this.#one(each, inner);
  }

  #one(element: Element, within: Within): void {
    const { tagName } = element;
    if (HOLDERS.has(tagName)) this.#holder(element, within);
    else if (tagName === 'w:p') this.#paragraph(element, within);
    else if (tagName === 'w:r') this.#run(element, within);
    else if (tagName === 'w:sdt') this.#control(element, within);
    else if (PUT_IN.has(tagName))
      this.#all(element, { ...within, inserted: this.#revision(element, tagName === 'w:moveTo') });
    else if (TAKEN_OUT.has(tagName))
      this.#all(element, { ...within, deleted: this.#revision(element, tagName === 'w:moveFrom') });
    else this.#mark(element, within);
  }

  /** Everything in an inserted or deleted row is inserted or deleted too. */
  #holder(element: Element, within: Within): void {
    const row = element.tagName === 'w:tr' ? child(element, 'w:trPr') : undefined;
    const inserted = row === undefined ? undefined : child(row, 'w:ins');
    const deleted = row === undefined ? undefined : child(row, 'w:del');
    this.#all(element, {
      ...within,
      ...(inserted === undefined ? {} : { inserted: this.#revision(inserted, false) }),
      ...(deleted === undefined ? {} : { deleted: this.#revision(deleted, false) }),
    });
  }

  /** The table of contents that Word generates is not the memo's text. */
  #control(element: Element, within: Within): void {
    const properties = child(element, 'w:sdtPr');
    const content = child(element, 'w:sdtContent');
    if (content === undefined || (properties && child(properties, 'w:docPartObj') !== undefined)) return;
    if (/\bTOC\b/.test(elementsNamed(content, 'w:instrText')[0]?.textContent ?? '')) return;
    const alias = properties === undefined ? '' : valueIn(child(properties, 'w:alias'));
    this.#all(content, { ...within, lock: within.lock ?? (short(alias) || null) });
  }

  #paragraph(element: Element, within: Within): void {
    const properties = child(element, 'w:pPr');
    const style = properties === undefined ? '' : valueIn(child(properties, 'w:pStyle'));
    if (/^TOC\d/i.test(style)) return;
    const mark = properties && child(properties, 'w:rPr');
    const put = mark && (child(mark, 'w:ins') ?? child(mark, 'w:moveTo'));
    const taken = mark && (child(mark, 'w:del') ?? child(mark, 'w:moveFrom'));
    const open: Open = {
      part: this.#part,
      names: this.#names.splice(0),
      style: short(style),
      pieces: [],
      inserted: put === undefined ? within.inserted : this.#revision(put, put.tagName === 'w:moveTo'),
      deleted: taken === undefined ? within.deleted : this.#revision(taken, taken.tagName === 'w:moveFrom'),
      length: 0,
    };
    this.#open = open;
    this.#all(element, within);
    const { length: _, ...read } = open;
    this.paragraphs.push(read);
    // A field instruction ends with its paragraph: one without an end would hide all that follows.
    this.#fields = this.#fields.map(() => true);
    this.#open = null;
    for (const box of this.#boxes.splice(0)) this.#all(box, within);
  }

  #run(element: Element, within: Within): void {
    const properties = child(element, 'w:rPr');
    const look = lookOf(properties);
    const changed = properties && child(properties, 'w:rPrChange');
    const before =
      changed === undefined
        ? null
        : { ...lookOf(child(changed, 'w:rPr')), by: this.#revision(changed, false) };
    for (const each of element.children) this.#inRun(each, look, before, within);
  }

  #inRun(element: Element, look: Look, before: Piece['before'], within: Within): void {
    const { tagName } = element;
    if (tagName === 'w:fldChar') this.#field(element.getAttribute('w:fldCharType'));
    else if (tagName === 'w:commentReference') this.#mark(element, within);
    else if (ALTERNATIVES.has(tagName)) {
      const inner = deeper(within);
      for (const each of element.children) this.#inRun(each, look, before, inner);
    } else if (tagName === 'w:ruby') this.#all(element, within);
    else if (tagName !== 'mc:Fallback' && !this.#fields.includes(false)) {
      this.#write(lettersOf(element), look, before, within);
      this.#boxes.push(...elementsNamed(element, 'w:txbxContent').filter(isOuterBox));
    }
  }

  #field(type: string | null): void {
    if (type === 'begin') this.#fields.push(false);
    else if (type === 'separate' && this.#fields.length > 0) this.#fields[this.#fields.length - 1] = true;
    else if (type === 'end') this.#fields.pop();
  }

  #write(text: string, look: Look, before: Piece['before'], { lock, inserted, deleted }: Within): void {
    const seen = text.replace(UNSEEN, '');
    const open = this.#open;
    if (seen === '' || open === null) return;
    open.pieces.push({ text: seen, ...look, lock, inserted, deleted, before });
    open.length += seen.length;
  }

  #mark(element: Element, within: Within): void {
    const { tagName } = element;
    const id = element.getAttribute('w:id') ?? '';
    if (tagName === 'w:bookmarkStart') this.#name(element.getAttribute('w:name') ?? '');
    else if (MOVE_STARTS.has(tagName)) this.#moves.push(short(element.getAttribute('w:name')));
    else if (MOVE_ENDS.has(tagName)) this.#moves.pop();
    else if (tagName === 'w:commentRangeStart') this.#point(this.starts, id);
    else if (COMMENT_ENDS.has(tagName)) this.#point(this.ends, id);
    else if (FORMULAS.has(tagName)) this.#write(THING, lookOf(undefined), null, within);
  }

  #name(name: string): void {
    if (!NAME.test(name)) return;
    const names = this.#open?.names ?? this.#names;
    if (names.length < 100) names.push(name);
  }

  /** Between paragraphs it is at the beginning of the next one. The first point of each id counts. */
  #point(points: Map<string, Point>, id: string): void {
    if (points.has(id) || isFurniture({ part: this.#part })) return;
    points.set(id, { paragraph: this.paragraphs.length, offset: this.#open?.length ?? 0 });
  }

  #revision(element: Element, isMove: boolean): number {
    const by = short(element.getAttribute('w:author'));
    const at = short(element.getAttribute('w:date')).slice(0, 40);
    const move = isMove ? (this.#moves.at(-1) ?? '') : null;
    const key = JSON.stringify([by, at, move]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.revisions.length);
    return this.revisions.push({ by, at, move }) - 1;
  }
}

/** Of nested text boxes no paragraph is read twice, and no fallback for older programs is read. */
const isOuterBox = (box: Element): boolean => {
  for (let outer = box.parentElement; outer !== null; outer = outer.parentElement)
    if (outer.tagName === 'w:txbxContent' || outer.tagName === 'mc:Fallback') return false;
  return true;
};

const ALTERNATIVES = new Set(['mc:AlternateContent', 'mc:Choice']);

/** The characters that one element of a run stands for. */
const lettersOf = (element: Element): string => {
  const { tagName } = element;
  if (tagName === 'w:t' || tagName === 'w:delText') return element.textContent ?? '';
  // A page or column break is not a character: LibreOffice writes it into the previous paragraph.
  if (tagName === 'w:br' && /^(?:page|column)$/.test(element.getAttribute('w:type') ?? '')) return '';
  return tagName === 'w:sym' ? signOf(element) : (SIGNS[tagName] ?? '');
};

const signOf = (element: Element): string => {
  const code = Number.parseInt(element.getAttribute('w:char') ?? '', 16);
  // Symbol fonts are in the private use area of Unicode, where Word puts them.
  return Number.isNaN(code) || code > 0xff_ff ? '' : String.fromCharCode(code);
};

const manifestOf = (document: Package): string | null => {
  const custom = xmlPart(document, 'docProps/custom.xml');
  const parts = (custom === null ? [] : [...custom.documentElement.children])
    .filter((property) => MANIFEST.test(property.getAttribute('name') ?? ''))
    .toSorted((a, b) => ((a.getAttribute('name') ?? '') < (b.getAttribute('name') ?? '') ? -1 : 1));
  return parts.length === 0 ? null : parts.map(({ textContent }) => textContent ?? '').join('');
};

const NO_WORDS = ['separator', 'continuationSeparator', 'continuationNotice'];

const readFurniture = (document: Package, reader: Reader, part: 'header' | 'footer'): void => {
  for (const name of document.names.filter((each) => each.startsWith(`word/${part}`))) {
    const xml = xmlPart(document, name);
    if (xml !== null) reader.read(xml.documentElement, part);
  }
};

/** All parts with words, in order. */
const readParts = (document: Package): Reader => {
  const reader = new Reader();
  const body = child(requireXmlPart(document, 'word/document.xml').documentElement, 'w:body');
  if (body === undefined) throw new DocumentError('document-damaged');
  reader.read(body, 'body');
  for (const name of ['word/footnotes.xml', 'word/endnotes.xml']) {
    const notes = [...(xmlPart(document, name)?.documentElement.children ?? [])];
    for (const note of notes.filter((each) => !NO_WORDS.includes(each.getAttribute('w:type') ?? '')))
      reader.read(note, 'note');
  }
  for (const part of ['header', 'footer'] as const) readFurniture(document, reader, part);
  return reader;
};

/** A Word document saved by reviewers. Throws a DocumentError if it can't be read. */
export const readReviewed = (bytes: Uint8Array): ReviewedFile => {
  const document = openPackage(bytes, (name) => PARTS.test(name));
  const reader = readParts(document);
  const core = xmlPart(document, 'docProps/core.xml');
  const said = (name: string): string => (core === null ? '' : (textNamed(core, name) ?? ''));
  return {
    manifest: manifestOf(document),
    title: said('dc:title').slice(0, 1000),
    savedBy: short(said('cp:lastModifiedBy')),
    revisions: reader.revisions,
    paragraphs: reader.paragraphs,
    comments: readComments(document, reader),
  };
};
