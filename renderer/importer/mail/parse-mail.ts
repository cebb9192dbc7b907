import type { Address, Email } from 'postal-mime';
import type { FoundMetadata } from '#domain/article/article.ts';
import { textBlockSpans, textBlockText } from '#domain/article/body/canonical-text.ts';
import { foundRemarks, type ImportRemark, MAX_ATTACHMENTS } from '#domain/article/draft/import-remarks.ts';
import { parsePlainText } from '#domain/article/draft/parse-plain-text.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { articleFromMarkup } from '../markup/article-from-markup.ts';
import { parsePagePart } from '../markup/markup-parts.ts';
import { chooseFound } from '../metadata/found-value.ts';
import { embedPictures, type PicturesBeside } from '../picture/embed-pictures.ts';
import { attachmentsOf, headerOf, printAddresses, type ReadMail, readMail } from './read-mail.ts';
import { splitMailbox } from './split-mailbox.ts';

const found = (raw: string | null | undefined) =>
  raw === null || raw === undefined ? [] : [{ raw, foundIn: 'mail-header' as const }];

/** The author of a mail is its sender, the date that of sending. */
const metadataOf = ({ email }: ReadMail): FoundMetadata => {
  const { from } = email;
  return chooseFound({
    title: found(email.subject),
    byline: found(from === undefined ? null : from.name || printAddresses([from])),
    publishedAt: found(email.date ?? headerOf(email, 'date')),
    // The address in a mailing list's public archive (RFC 5064).
    url: found(headerOf(email, 'archived-at')?.replace(/^\s*<|>\s*$/g, '')),
    language: found(headerOf(email, 'content-language')),
  });
};

const remarksOn = (mails: readonly ReadMail[], all: number): readonly ImportRemark[] =>
  foundRemarks([
    { kind: 'cut-short', what: 'mails', read: mails.length, of: all },
    {
      kind: 'attachments',
      names: mails
        .flatMap(attachmentsOf)
        .slice(0, MAX_ATTACHMENTS)
        .map(({ name }) => name),
    },
  ]);

const withRemarks = (parsed: ParsedArticle | null, remarks: readonly ImportRemark[]): ParsedArticle | null =>
  parsed === null ? null : { ...parsed, remarks };

/** A mail as HTML: its head as mail programs show it, its text, and below it the attached mails. */

const line = (name: string, value: string | null): readonly string[] =>
  value === null || value === '' ? [] : [`${name}: ${value}`];

const addresses = (name: string, said: readonly (Address | undefined)[] | undefined): readonly string[] =>
  line(name, printAddresses((said ?? []).filter((each) => each !== undefined)));

const headLines = (email: Email): readonly string[] => [
  ...addresses('From', [email.from]),
  ...addresses('To', email.to),
  ...addresses('Cc', email.cc),
  ...addresses('Bcc', email.bcc),
  ...line('Date', headerOf(email, 'date')),
];

/** A text as paragraphs, with its line breaks. */
const textMarkup = (text: string): string => {
  const body = parsePlainText(text);
  if (body === null) return '';
  return textBlockSpans(body)
    .map(({ block }) => `<p>${escapeHtml(textBlockText(block)).replaceAll('\n', '<br>')}</p>`)
    .join('');
};

/** Pictures shown within the text of a mail, by `cid:` and their id. */
const picturesOf =
  ({ attachments }: Email): PicturesBeside =>
  (address) => {
    const [, id] = /^cid:(.+)$/i.exec(address) ?? [];
    const part = attachments.find(
      ({ contentId, mimeType }) => mimeType.startsWith('image/') && contentId?.replace(/^<|>$/g, '') === id,
    );
    return id === undefined || part === undefined || typeof part.content === 'string'
      ? null
      : new Uint8Array(part.content);
  };

const pageMarkup = (html: string, email: Email): string => {
  const page = parsePagePart(html);
  embedPictures(page, picturesOf(email));
  const styles = [...page.head.querySelectorAll('style')].map((style) => style.outerHTML);
  return styles.join('') + page.body.innerHTML;
};

const bodyMarkup = (email: Email): string => {
  const { html, text } = email;
  return html !== undefined && html.trim() !== '' ? pageMarkup(html, email) : textMarkup(text ?? '');
};

/** `level` is that of its heading, from 1. */
const mailMarkup = ({ email, attached }: ReadMail, level = 1): string => {
  const subject = email.subject?.trim() ?? '';
  const heading = subject === '' ? '' : `<h${level}>${escapeHtml(subject)}</h${level}>`;
  const head = `<p>${headLines(email).map(escapeHtml).join('<br>')}</p>`;
  const below = attached.map((each) => mailMarkup(each, Math.min(6, level + 1))).join('');
  return `<section>${heading}${head}<div>${bodyMarkup(email)}</div>${below}</section>`;
};

/** A mail as an article; null if it contains no text. Its head is included as a mail program shows it. */
export const articleOfMail = (mail: ReadMail): ParsedArticle | null =>
  withRemarks(articleFromMarkup(mailMarkup(mail), metadataOf(mail)), remarksOn([mail], 1));

/** A mail (RFC 5322); null if it contains no text. */
export const parseMail = async (bytes: Uint8Array): Promise<ParsedArticle | null> =>
  articleOfMail(await readMail(bytes));

/** How many mails of a mailbox are read: more would not be an article. */
const MAX_MAILS = 500;

/** The readable mails of a mailbox, in order. */
export const readMails = async (parts: readonly Uint8Array[]): Promise<readonly ReadMail[]> => {
  const mails: ReadMail[] = [];
  for (const part of parts.slice(0, MAX_MAILS)) mails.push(await readMail(part));
  return mails;
};

/** A mailbox (RFC 4155): its mails one below the other, in order. */
export const parseMailbox = async (bytes: Uint8Array): Promise<ParsedArticle | null> => {
  const parts = splitMailbox(bytes);
  const mails = await readMails(parts);
  const [first] = mails;
  if (first === undefined) return null;
  const markup = mails.map((mail) => mailMarkup(mail, mails.length === 1 ? 1 : 2)).join('');
  return withRemarks(articleFromMarkup(markup, metadataOf(first)), remarksOn(mails, parts.length));
};
