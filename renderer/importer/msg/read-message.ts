/** Converts an Outlook message to the form of any other mail, so that one module writes the text of both. */
import type { Address, Attachment, Email } from 'postal-mime';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { DocumentError } from '../document-error.ts';
import { articleOfMail } from '../mail/parse-mail.ts';
import { type AttachedFile, attachmentName, MAX_MAIL_DEPTH, type ReadMail } from '../mail/read-mail.ts';
import { type RtfSink, readRtf, readRtfInto } from '../rtf/read-rtf.ts';
import { openCompoundFile, type Storage } from './compound-file.ts';
import { EMBEDDED, type Properties, readProperties } from './message-properties.ts';

const RECIPIENT = '__RECIP_VERSION1.0_';
const ATTACHMENT = '__ATTACH_VERSION1.0_';
/** More than any message has, or is worth the time. */
const MAX_LISTED = 5000;

type Kind = 'to' | 'cc' | 'bcc';
const kinds: Readonly<Record<number, Kind>> = { 1: 'to', 2: 'cc', 3: 'bcc' };

const isAddress = (text: string | null): text is string => text?.includes('@') === true;

/** Exchange identifies people by internal paths, which mean nothing elsewhere. */
const addressOf = (name: string | null, ...said: readonly (string | null)[]): Address | undefined => {
  const address = said.find(isAddress);
  if (name === null && address === undefined) return undefined;
  return { name: name === address ? '' : (name ?? ''), address: address ?? '' };
};

const senderOf = ({ text }: Properties): Address | undefined =>
  addressOf(
    text('fromName') ?? text('senderName'),
    text('fromSmtp'),
    text('fromAddress'),
    text('senderSmtp'),
    text('senderAddress'),
  );

const storagesNamed = (storage: Storage, prefix: string): readonly Storage[] =>
  storage.names
    .filter((name) => name.startsWith(prefix))
    .sort()
    .slice(0, MAX_LISTED)
    .flatMap((name) => storage.storage(name) ?? []);

/** The recipients, or, if none is listed individually, the display text of a draft. */
const recipientsOf = (storage: Storage, message: Properties, encoding: string): Pick<Email, Kind> => {
  const found: Record<Kind, Address[]> = { to: [], cc: [], bcc: [] };
  for (const each of storagesNamed(storage, RECIPIENT)) {
    const { text, number } = readProperties(each, 8, encoding);
    const address = addressOf(text('name'), text('smtpAddress'), text('address'));
    if (address !== undefined) found[kinds[number('kindOfRecipient') ?? 1] ?? 'to'].push(address);
  }
  if (found.to.length + found.cc.length + found.bcc.length > 0) return found;
  const shown = (tag: 'shownTo' | 'shownCc'): Address[] => {
    const name = message.text(tag);
    return name === null ? [] : [{ name, address: '' }];
  };
  return { to: shown('shownTo'), cc: shown('shownCc') };
};

/** From the transport headers, which a never sent message lacks. */
const transportDate = (message: Properties): string | null => {
  const [, date] = /^Date:[ \t]*(.*(?:\r?\n[ \t].*)*)/im.exec(message.text('transportHeaders') ?? '') ?? [];
  return date?.replace(/\s+/gu, ' ').trim() || null;
};

const datesOf = (message: Properties): Pick<Email, 'date' | 'headers'> => {
  const sentMs = message.time('sentAt') ?? message.time('receivedAt');
  const sent = sentMs === null ? null : new Date(sentMs);
  const isDate = sent !== null && !Number.isNaN(sent.getTime());
  const shown = transportDate(message) ?? (isDate ? sent.toUTCString() : null);
  return {
    headers: shown === null ? [] : [{ key: 'date', originalKey: 'Date', value: shown }],
    ...(isDate ? { date: sent.toISOString() } : {}),
  };
};

type Words = Pick<Email, 'html' | 'text'>;

/** The original HTML that Outlook has wrapped in RTF ([MS-OXRTFEX]): tags are in groups, words between them. */

const WRAPS_HTML = /\\fromhtml1?\b/;
const WRAPS_TEXT = /\\fromtext\b/;
/** Where the RTF declares what it wraps. */
const SAID_WITHIN = 1000;

/** What the RTF wraps: HTML, plain text, or nothing. */
const wrappedIn = (rtf: string): 'html' | 'text' | null => {
  const head = rtf.slice(0, SAID_WITHIN);
  if (WRAPS_HTML.test(head)) return 'html';
  return WRAPS_TEXT.test(head) ? 'text' : null;
};

/** Collects tags and words in order; a line end becomes a line feed. */
const createHtmlSink = (): RtfSink => {
  let html = '';
  const nothing = (): void => {};
  const endLine = (): void => {
    html += '\n';
  };
  return {
    text(text) {
      html += text;
    },
    markup: endLine,
    endParagraph: endLine,
    beginNote: nothing,
    endNote: nothing,
    endCell: nothing,
    endRow: nothing,
    end: () => html,
    level: 0,
    isInTable: false,
  };
};

/** The HTML wrapped in `rtf`, with one character a byte. */
const htmlInRtf = (rtf: string): string => readRtfInto(rtf, createHtmlSink(), { htmltag: 'text' }).markup;

/** Compressed RTF text of an Outlook message ([MS-OXRTFCP]): references into a window of the last 4,096 bytes. */

const PACKED = 0x75465a4c;
const PLAIN = 0x414c454d;
const HEADER_BYTES = 16;
const WINDOW_BYTES = 4096;
const MAX_BYTES = 64 * 1024 ** 2;

/** The initial content of the window. */
const BEFORE =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

/** Bytes as one character each. */
const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
};

/** The decompressed bytes, and the window for references. */
class Unpacked {
  readonly #window = new Uint8Array(WINDOW_BYTES);
  readonly #out: Uint8Array;
  #length = 0;
  #write = BEFORE.length;

  constructor(packedBytes: number) {
    // A reference of two bytes stands for at most seventeen.
    this.#out = new Uint8Array(Math.min(MAX_BYTES, packedBytes * 9));
    this.#window.set([...BEFORE].map((letter) => letter.charCodeAt(0)));
  }

  put(byte: number): void {
    if (this.#length >= this.#out.length) throw new DocumentError('document-unsafe');
    this.#out[this.#length] = byte;
    this.#length += 1;
    this.#window[this.#write] = byte;
    this.#write = (this.#write + 1) % WINDOW_BYTES;
  }

  /** Copies the target of `reference`, an offset in the window and a length; false if it marks the end. */
  copy(reference: number): boolean {
    const from = reference >> 4;
    if (from === this.#write) return false;
    const count = (reference & 0xf) + 2;
    for (let at = from; at < from + count; at += 1) this.put(this.#window[at % WINDOW_BYTES] ?? 0);
    return true;
  }

  end(): Uint8Array {
    return this.#out.subarray(0, this.#length);
  }
}

/** The read position in `packed`, and whether the end was reached. */
type Reader = { readonly packed: Uint8Array; at: number; isEnded: boolean };

const take = (reader: Reader): number => {
  reader.at += 1;
  return reader.packed[reader.at - 1] ?? 0;
};

const takePiece = (reader: Reader, isReference: boolean, unpacked: Unpacked): void => {
  if (reader.at >= reader.packed.length || reader.isEnded) return;
  const first = take(reader);
  if (!isReference) unpacked.put(first);
  else reader.isEnded = !unpacked.copy((first << 8) | take(reader));
};

/** Eight flags precede eight items: set for a two-byte reference, clear for a literal byte. */
const unpack = (packed: Uint8Array): Uint8Array => {
  const unpacked = new Unpacked(packed.length);
  const reader: Reader = { packed, at: 0, isEnded: false };
  while (reader.at < packed.length && !reader.isEnded) {
    const flags = take(reader);
    for (let bit = 0; bit < 8; bit += 1) takePiece(reader, (flags & (1 << bit)) !== 0, unpacked);
  }
  return unpacked.end();
};

/** The RTF in `bytes`, one character a byte; null if they contain none. */
const unpackRtf = (bytes: Uint8Array): string | null => {
  if (bytes.length < HEADER_BYTES) return null;
  const kind = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  const content = bytes.subarray(HEADER_BYTES);
  if (kind === PLAIN) return latin1(content);
  return kind === PACKED ? latin1(unpack(content)) : null;
};

const wordsInRtf = (message: Properties): Words | null => {
  const packed = message.binary('rtf');
  const rtf = packed === null ? null : unpackRtf(packed);
  if (rtf === null) return null;
  const wrapped = wrappedIn(rtf);
  if (wrapped === 'text') return null;
  return { html: wrapped === 'html' ? htmlInRtf(rtf) : readRtf(rtf).markup };
};

/** Its HTML, else the RTF that wraps or replaces it, else its plain text. */
const wordsOf = (message: Properties): Words => {
  const html = message.html();
  if (html !== null && html.trim() !== '') return { html };
  const text = message.text('text');
  return wordsInRtf(message) ?? (text === null ? {} : { text });
};

type Attached = {
  readonly file: AttachedFile;
  readonly picture: Attachment | null;
  readonly mail: Storage | null;
};

const readAttached = (storage: Storage, encoding: string): Attached => {
  const { text, binary } = readProperties(storage, 8, encoding);
  const filename = text('longFileName') ?? text('fileName') ?? text('name');
  const mimeType = text('mimeType') ?? 'application/octet-stream';
  const contentId = text('contentId');
  const isPicture = mimeType.startsWith('image/') || /\.(?:png|jpe?g|gif|webp)$/i.test(filename ?? '');
  const content = contentId !== null && isPicture ? binary('content') : null;
  return {
    file: {
      name: attachmentName({ filename, mimeType }),
      fileName: filename,
      read: () => binary('content'),
    },
    mail: storage.storage(EMBEDDED),
    picture:
      content === null || contentId === null
        ? null
        : { filename, contentId, content, mimeType: 'image/unknown', disposition: 'inline' },
  };
};

const isMessage = (storage: Storage): boolean =>
  storage.names.some((name) => name.startsWith('__PROPERTIES_VERSION'));

type AllAttached = {
  readonly attached: ReadMail[];
  readonly attachments: AttachedFile[];
  /** Those that the text shows. */
  readonly pictures: Attachment[];
};

const readAllAttached = (
  storage: Storage,
  encoding: string,
  html: string,
  readMail: (mail: Storage) => ReadMail | null,
): AllAttached => {
  const all: AllAttached = { attached: [], attachments: [], pictures: [] };
  for (const each of storagesNamed(storage, ATTACHMENT)) {
    const { file, picture, mail } = readAttached(each, encoding);
    const read = mail === null ? null : readMail(mail);
    if (read !== null) all.attached.push(read);
    else if (picture !== null && html.includes(`cid:${picture.contentId}`)) all.pictures.push(picture);
    else all.attachments.push(file);
  }
  return all;
};

const emailOf = (storage: Storage, message: Properties, encoding: string, words: Words): Email => {
  const from = senderOf(message);
  const subject = message.text('subject');
  return {
    ...datesOf(message),
    ...recipientsOf(storage, message, encoding),
    ...words,
    ...(from === undefined ? {} : { from }),
    ...(subject === null ? {} : { subject }),
    headerLines: [],
    attachments: [],
  };
};

/** The message in `storage`, with its attachments. Throws a DocumentError if there is none. */
export const readMessage = (storage: Storage, depth = 0, outerEncoding?: string): ReadMail => {
  if (!isMessage(storage)) throw new DocumentError('document-damaged');
  const message = readProperties(storage, depth === 0 ? 32 : 24, outerEncoding);
  const { encoding } = message;
  const words = wordsOf(message);
  const { pictures, ...all } = readAllAttached(storage, encoding, words.html ?? '', (mail) =>
    isMessage(mail) && depth < MAX_MAIL_DEPTH ? readMessage(mail, depth + 1, encoding) : null,
  );
  return { ...all, email: { ...emailOf(storage, message, encoding, words), attachments: pictures } };
};

/** An Outlook message (.msg); null if it contains no text. Throws a DocumentError if it can't be read. */
export const parseMsg = (bytes: Uint8Array): ParsedArticle | null =>
  articleOfMail(readMessage(openCompoundFile(bytes)));
