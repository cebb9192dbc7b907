/** A message of Outlook as any other mail, so that one reader writes the text of both. */
import type { Address, Attachment, Email } from 'postal-mime';
import { DocumentError } from '../document-error.ts';
import { type AttachedFile, attachmentName, MAX_MAIL_DEPTH, type ReadMail } from '../mail/read-mail.ts';
import { readRtf } from '../rtf/read-rtf.ts';
import type { Storage } from './compound-file.ts';
import { htmlInRtf, wrappedIn } from './html-in-rtf.ts';
import { EMBEDDED, type Properties, readProperties } from './message-properties.ts';
import { unpackRtf } from './unpack-rtf.ts';

const RECIPIENT = '__RECIP_VERSION1.0_';
const ATTACHMENT = '__ATTACH_VERSION1.0_';
/** More than any message has, and than is worth the time. */
const MAX_LISTED = 5000;

type Kind = 'to' | 'cc' | 'bcc';
const kinds: Readonly<Record<number, Kind>> = { 1: 'to', 2: 'cc', 3: 'bcc' };

const isAddress = (text: string | null): text is string => text?.includes('@') === true;

/** Exchange names its people by paths of its own, which say nothing outside of it. */
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

/** The recipients, or, where none is named one by one, what a draft shows of them. */
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

/** The head as it came over the network, which a message that was never sent has not. */
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

const wordsInRtf = (message: Properties): Words | null => {
  const packed = message.binary('rtf');
  const rtf = packed === null ? null : unpackRtf(packed);
  if (rtf === null) return null;
  const wrapped = wrappedIn(rtf);
  if (wrapped === 'text') return null;
  return { html: wrapped === 'html' ? htmlInRtf(rtf) : readRtf(rtf).markup };
};

/** Its HTML, else the RTF that wraps it or stands for it, else its plain text. */
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

/** The message that `storage` holds, and what is attached to it. Throws a DocumentError where it holds none. */
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
