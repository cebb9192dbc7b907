/** A mail as HTML: its head as any mail program shows it, its text, and below it the mails that are attached. */

import type { Address, Email } from 'postal-mime';
import { textBlockSpans, textBlockText } from '#domain/article/body/canonical-text.ts';
import { parsePlainText } from '#domain/article/draft/parse-plain-text.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { parsePagePart } from '../markup/parse-page-part.ts';
import { embedPictures, type PicturesBeside } from '../picture/embed-pictures.ts';
import { headerOf, printAddresses, type ReadMail } from './read-mail.ts';

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

/** A text as paragraphs, its lines as they stand. */
const textMarkup = (text: string): string => {
  const body = parsePlainText(text);
  if (body === null) return '';
  return textBlockSpans(body)
    .map(({ block }) => `<p>${escapeHtml(textBlockText(block)).replaceAll('\n', '<br>')}</p>`)
    .join('');
};

/** What a mail shows within its text, by `cid:` and its id. */
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
export const mailMarkup = ({ email, attached }: ReadMail, level = 1): string => {
  const subject = email.subject?.trim() ?? '';
  const heading = subject === '' ? '' : `<h${level}>${escapeHtml(subject)}</h${level}>`;
  const head = `<p>${headLines(email).map(escapeHtml).join('<br>')}</p>`;
  const below = attached.map((each) => mailMarkup(each, Math.min(6, level + 1))).join('');
  return `<section>${heading}${head}<div>${bodyMarkup(email)}</div>${below}</section>`;
};
