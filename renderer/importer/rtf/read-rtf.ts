/** RTF to HTML: control words for text, and those that change how it is read. Every other word is ignored. */
import { DocumentError } from '../document-error.ts';
import { bmpOfDib } from '../picture/bmp-of-dib.ts';
import { dataAddressOf } from '../picture/data-address.ts';
import { UNREADABLE_PICTURE } from '../picture/embed-pictures.ts';
import { encodingOfCharset, encodingOfCodePage } from './rtf-encodings.ts';
import { RtfMarkup } from './rtf-markup.ts';
import {
  newFacts,
  plainLook,
  type RtfFacts,
  type RtfGroup,
  type RtfLook,
  type RtfPlace,
} from './rtf-state.ts';
import { type RtfToken, rtfTokens } from './rtf-tokens.ts';

const MAX_DEPTH = 1000;

/** Receives the content of an RTF file, piece by piece. */
export type RtfSink = Pick<
  RtfMarkup,
  | 'text'
  | 'markup'
  | 'beginNote'
  | 'endNote'
  | 'endParagraph'
  | 'endCell'
  | 'endRow'
  | 'end'
  | 'level'
  | 'isInTable'
>;

/** More letters than the bytes of any supported picture, in hexadecimal digits. */
const MAX_LETTERS = 128 * 1024 ** 2;

/** A complete picture file, or a bitmap without file header. */
type RtfPictureKind = 'file' | 'dib';

const bytesOf = (digits: string): Uint8Array => {
  const hex = digits.length <= MAX_LETTERS ? digits.replace(/[^\da-f]/giu, '') : '';
  const bytes = new Uint8Array(hex.length >> 1);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
  return bytes;
};

/**
 * A picture of an RTF file as HTML, from its hexadecimal digits. Windows metafiles, whose kind is null, can't be drawn.
 */
const pictureMarkup = (digits: string, kind: RtfPictureKind | null): string => {
  const bytes = kind === null ? null : bytesOf(digits);
  const file = bytes !== null && kind === 'dib' ? bmpOfDib(bytes) : bytes;
  return `<img src="${file === null || file.length === 0 ? UNREADABLE_PICTURE : dataAddressOf(file)}">`;
};

/**
 * RTF control words for characters, for the destination of a group, and for character formatting (Rich Text Format
 * 1.9.1).
 */

/** Control words, with the destinations of the groups that they begin. */
type RtfPlaces = Readonly<Record<string, RtfPlace>>;

const CHARACTERS: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  nbsp: '\u00A0',
  nbhyphen: '\u2011',
  shy: '',
  tab: ' ',
  emspace: '\u2003',
  enspace: '\u2002',
};

const PLACES: RtfPlaces = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  info: 'info',
  title: 'title',
  author: 'author',
  footnote: 'note',
  fldrslt: 'text',
  shptxt: 'text',
  shppict: 'text',
  pict: 'picture',
  ...Object.fromEntries(
    'fldinst colortbl object header headerl headerr headerf footer footerl footerr footerf themedata datastore xmlnstbl listtable listoverridetable list listlevel listoverride lfolevel leveltext levelnumbers liststylename pntxta pntxtb pnseclvl rsidtbl generator bkmkstart bkmkend annotation atnid atnauthor nonshppict template'
      .split(' ')
      .map((name) => [name, 'skip' as const]),
  ),
};

const isOn = (value: number | null): boolean => value !== 0;

const looks: Readonly<Record<string, (value: number | null) => Partial<RtfLook>>> = {
  plain: () => plainLook,
  b: (value) => ({ bold: isOn(value) }),
  i: (value) => ({ italic: isOn(value) }),
  strike: (value) => ({ strike: isOn(value) }),
  super: (value) => ({ raised: isOn(value) ? 'sup' : null }),
  sub: (value) => ({ raised: isOn(value) ? 'sub' : null }),
  nosupersub: () => ({ raised: null }),
  v: (value) => ({ isHidden: isOn(value) }),
  revised: (value) => ({ change: isOn(value) ? 'ins' : null }),
  deleted: (value) => ({ change: isOn(value) ? 'del' : null }),
};

type Reading = {
  readonly markup: RtfSink;
  readonly places: RtfPlaces;
  readonly facts: RtfFacts;
  readonly groups: RtfGroup[];
  group: RtfGroup;
  /** Undecoded bytes, as one character each: several may form one letter. */
  waiting: string;
  /** Fallback characters to skip after `\u`. */
  toSkip: number;
  isIgnorable: boolean;
  high: number;
  style: number;
  entry: string;
  /** The digits of a picture, and its kind; null for one that can't be drawn. */
  picture: string;
  pictureKind: RtfPictureKind | null;
};

const setLook = (reading: Reading, change: Partial<RtfLook>): void => {
  reading.group.look = { ...reading.group.look, ...change };
};

/** Invisible characters: those of list levels, which some programs write into the text. */
const CONTROLS = /(?!\s)\p{Cc}/gu;

/** Sends `text` to the destination of the group. */
const put = (reading: Reading, text: string): void => {
  const { group, facts, markup } = reading;
  if (group.isTwin) return;
  switch (group.place) {
    case 'text':
    case 'note':
      if (group.look.isHidden) facts.hiddenWords += text.match(/\S+/gu)?.length ?? 0;
      else markup.text(text.replace(CONTROLS, ''), group.look);
      break;
    case 'styles':
      reading.entry += text;
      break;
    case 'title':
    case 'author':
      facts[group.place] += text;
      break;
    default:
  }
};

const endLetters = (reading: Reading): void => {
  if (reading.waiting === '') return;
  const bytes = Uint8Array.from(reading.waiting, (letter) => letter.charCodeAt(0));
  const text = new TextDecoder(reading.group.encoding).decode(bytes);
  reading.waiting = '';
  put(reading, text);
};

const putUnicode = (reading: Reading, value: number): void => {
  const code = value < 0 ? value + 0x10000 : value;
  reading.toSkip = reading.group.fallback;
  const isHigh = code >= 0xd800 && code < 0xdc00;
  const isLow = code >= 0xdc00 && code < 0xe000;
  if (!isHigh && !isLow) put(reading, String.fromCharCode(code));
  else if (isLow) put(reading, reading.high === 0 ? '\uFFFD' : String.fromCharCode(reading.high, code));
  reading.high = isHigh ? code : 0;
};

const endStyle = (reading: Reading): void => {
  const [, level] = /^\s*heading (\d)/i.exec(reading.entry) ?? [];
  if (level !== undefined) reading.facts.headings.set(reading.style, Math.min(6, Number(level)));
  reading.entry = '';
};

const beginPlace = (reading: Reading, place: RtfPlace): void => {
  reading.group.place = reading.group.place === 'skip' ? 'skip' : place;
  if (place === 'note' && reading.group.place === 'note') reading.markup.beginNote();
};

type Act = (reading: Reading, value: number | null) => void;

const KINDS_OF_PICTURE: ReadonlySet<string> = new Set(['pngblip', 'jpegblip', 'dibitmap']);

/** Control words that also apply where text is skipped. */
const ALWAYS: ReadonlySet<string> = new Set(['htmlrtf', 'f', 'uc', 'u', 'ansicpg', 'fcharset', 'mac']);

const acts: Readonly<Record<string, Act>> = {
  par: ({ markup }) => markup.endParagraph(),
  sect: ({ markup }) => markup.endParagraph(),
  page: ({ markup }) => markup.endParagraph(),
  line: ({ markup }) => markup.markup('<br>'),
  cell: ({ markup }) => markup.endCell(),
  row: ({ markup }) => markup.endRow(),
  pard: ({ markup }) => {
    markup.isInTable = false;
    markup.level = 0;
  },
  intbl: ({ markup }) => {
    markup.isInTable = true;
  },
  s: (reading, value) => {
    reading.style = value ?? 0;
    if (reading.group.place === 'text') reading.markup.level = reading.facts.headings.get(reading.style) ?? 0;
  },
  outlinelevel: ({ group, markup }, value) => {
    if (group.place === 'text' && value !== null && value < 6) markup.level = value + 1;
  },
  ansicpg: (reading, value) => {
    reading.facts.encoding = encodingOfCodePage(value ?? 1252);
    reading.group.encoding = reading.facts.encoding;
  },
  mac: (reading) => {
    reading.facts.encoding = 'macintosh';
    reading.group.encoding = 'macintosh';
  },
  pngblip: (reading) => {
    reading.pictureKind = 'file';
  },
  jpegblip: (reading) => {
    reading.pictureKind = 'file';
  },
  dibitmap: (reading) => {
    reading.pictureKind = 'dib';
  },
  uc: ({ group }, value) => {
    group.fallback = value ?? 1;
  },
  u: (reading, value) => putUnicode(reading, value ?? 0xfffd),
  f: ({ group, facts }, value) => {
    group.font = value ?? 0;
    if (group.place !== 'fonts') group.encoding = facts.fonts.get(group.font) ?? facts.encoding;
  },
  htmlrtf: ({ group, places }, value) => {
    // Only a reader of the embedded HTML has a destination for it.
    group.isTwin = places.htmltag !== undefined && isOn(value);
  },
  fcharset: ({ group, facts }, value) => {
    const encoding = encodingOfCharset(value ?? 0);
    if (encoding !== null && group.place === 'fonts') facts.fonts.set(group.font, encoding);
  },
};

const act = (reading: Reading, name: string, value: number | null): void => {
  const { place, isTwin } = reading.group;
  if ((place === 'skip' && name !== 'uc') || (isTwin && !ALWAYS.has(name))) return;
  if (place === 'picture' && !KINDS_OF_PICTURE.has(name)) return;
  acts[name]?.(reading, value);
};

const doWord = (reading: Reading, name: string, value: number | null): void => {
  const place = reading.places[name];
  if (place !== undefined) beginPlace(reading, place);
  else if (reading.isIgnorable) reading.group.place = 'skip';
  else if (looks[name] !== undefined) setLook(reading, looks[name](value));
  else if (CHARACTERS[name] !== undefined) put(reading, CHARACTERS[name]);
  else act(reading, name, value);
  reading.isIgnorable = false;
};

const countChanges = ({ facts, group }: Reading): void => {
  if (group.look.change === 'ins') facts.insertions += 1;
  if (group.look.change === 'del') facts.deletions += 1;
};

const open = (reading: Reading): void => {
  if (reading.groups.length >= MAX_DEPTH) throw new DocumentError('nested-too-deep');
  reading.groups.push(reading.group);
  reading.group = { ...reading.group };
};

const endPicture = (reading: Reading): void => {
  if (!reading.group.isTwin) reading.markup.markup(pictureMarkup(reading.picture, reading.pictureKind));
  reading.picture = '';
  reading.pictureKind = null;
};

const close = (reading: Reading): void => {
  const { group } = reading;
  const outer = reading.groups.pop();
  if (outer === undefined) return;
  if (group.place === 'note' && outer.place !== 'note') reading.markup.endNote();
  if (group.place === 'picture' && outer.place !== 'picture') endPicture(reading);
  if (group.place === 'styles') endStyle(reading);
  if (group.look.change !== outer.look.change) countChanges(reading);
  reading.group = outer;
};

/** Skipped bytes may be millions: they are not even collected. */
const takeBytes = (reading: Reading, bytes: string): void => {
  const skipped = Math.min(reading.toSkip, bytes.length);
  reading.toSkip -= skipped;
  if (reading.group.place === 'picture') reading.picture += bytes;
  else if (reading.group.place !== 'skip') reading.waiting += bytes.slice(skipped);
};

const take = (reading: Reading, token: RtfToken): void => {
  if (token.kind === 'bytes') {
    takeBytes(reading, token.bytes);
    return;
  }
  endLetters(reading);
  if (token.kind !== 'word' || token.name !== 'u') reading.toSkip = 0;
  if (token.kind === 'open') open(reading);
  else if (token.kind === 'close') close(reading);
  else if (token.kind === 'ignorable') reading.isIgnorable = true;
  else doWord(reading, token.name, token.value);
};

export type ReadRtf = { readonly markup: string; readonly facts: RtfFacts };

/** What `sink` makes of an RTF file, its bytes as one character each, and the file's metadata. */
export const readRtfInto = (text: string, sink: RtfSink, places: RtfPlaces = {}): ReadRtf => {
  const facts = newFacts();
  const { encoding } = facts;
  const group: RtfGroup = { look: plainLook, place: 'text', encoding, fallback: 1, font: 0, isTwin: false };
  const reading: Reading = {
    markup: sink,
    places: { ...PLACES, ...places },
    facts,
    groups: [],
    group,
    waiting: '',
    toSkip: 0,
    isIgnorable: false,
    high: 0,
    style: 0,
    entry: '',
    picture: '',
    pictureKind: null,
  };
  for (const token of rtfTokens(text)) take(reading, token);
  endLetters(reading);
  return { markup: reading.markup.end(), facts };
};

/** The HTML of an RTF file, its bytes as one character each, and the file's metadata. */
export const readRtf = (text: string): ReadRtf => readRtfInto(text, new RtfMarkup());
