/** A mail as HTML: its head as any mail program shows it, its text, and below it the mails that are attached. */

import type { Address, Email } from 'postal-mime';
import { textBlockSpans, textBlockText } from '#domain/article/body/canonical-text.ts';
import { parsePlainText } from '#domain/article/draft/parse-plain-text.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { parsePagePart } from '../markup/parse-page-part.ts';
import { headerOf, printAddresses, type ReadMail } from './read-mail.ts';

const line = (name: string, value: string | null): readonly string[] =>
  value === null || value === '' ? [] : [`${name}: ${value}`];

const addresses = (name: string, said: readonly (Address | undefined)[] | undefined): readonly string[] =>
  line(name, printAddresses((said ?? []).filter((each) => each !== undefined)));

const headLines = (email: Email): readonly string[] => [
  ...addresses('From', [email.from]),
  ...addresses('To', email.to),
  ...addresses('Cc', email.cc),
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

const pageMarkup = (html: string): string => {
  const page = parsePagePart(html);
  const styles = [...page.head.querySelectorAll('style')].map((style) => style.outerHTML);
  return styles.join('') + page.body.innerHTML;
};

const bodyMarkup = ({ html, text }: Email): string =>
  html !== undefined && html.trim() !== '' ? pageMarkup(html) : textMarkup(text ?? '');

/** `level` is that of its heading, from 1. */
export const mailMarkup = ({ email, attached }: ReadMail, level = 1): string => {
  const subject = email.subject?.trim() ?? '';
  const heading = subject === '' ? '' : `<h${level}>${escapeHtml(subject)}</h${level}>`;
  const head = `<p>${headLines(email).map(escapeHtml).join('<br>')}</p>`;
  const below = attached.map((each) => mailMarkup(each, Math.min(6, level + 1))).join('');
  return `<section>${heading}${head}<div>${bodyMarkup(email)}</div>${below}</section>`;
};
