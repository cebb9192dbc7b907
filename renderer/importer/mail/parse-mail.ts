import type { FoundMetadata } from '#domain/article/article.ts';
import { foundRemarks, type ImportRemark, MAX_ATTACHMENTS } from '#domain/article/draft/import-remarks.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { articleFromMarkup } from '../markup/article-from-markup.ts';
import { chooseFound } from '../metadata/found-value.ts';
import { mailMarkup } from './mail-markup.ts';
import { attachmentsOf, headerOf, printAddresses, type ReadMail, readMail } from './read-mail.ts';
import { splitMailbox } from './split-mailbox.ts';

const found = (raw: string | null | undefined) =>
  raw === null || raw === undefined ? [] : [{ raw, foundIn: 'mail-header' as const }];

/** A mail is written by whom it is from, on the day that it was sent. */
const metadataOf = ({ email }: ReadMail): FoundMetadata => {
  const { from } = email;
  return chooseFound({
    title: found(email.subject),
    byline: found(from === undefined ? null : from.name || printAddresses([from])),
    publishedAt: found(email.date ?? headerOf(email, 'date')),
    // Where a mailing list keeps it for all (RFC 5064).
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

/** The article that a mail is; null where it holds no text. Its head stands in the text as a mail program shows it. */
export const articleOfMail = (mail: ReadMail): ParsedArticle | null =>
  withRemarks(articleFromMarkup(mailMarkup(mail), metadataOf(mail)), remarksOn([mail], 1));

/** A mail (RFC 5322); null where it holds no text. */
export const parseMail = async (bytes: Uint8Array): Promise<ParsedArticle | null> =>
  articleOfMail(await readMail(bytes));

/** So many mails of a mailbox are read: more is no article. */
const MAX_MAILS = 500;

/** The mails of a mailbox that are read, in their order. */
export const readMails = async (parts: readonly Uint8Array[]): Promise<readonly ReadMail[]> => {
  const mails: ReadMail[] = [];
  for (const part of parts.slice(0, MAX_MAILS)) mails.push(await readMail(part));
  return mails;
};

/** A mailbox (RFC 4155): its mails one below the other, in their order. */
export const parseMailbox = async (bytes: Uint8Array): Promise<ParsedArticle | null> => {
  const parts = splitMailbox(bytes);
  const mails = await readMails(parts);
  const [first] = mails;
  if (first === undefined) return null;
  const markup = mails.map((mail) => mailMarkup(mail, mails.length === 1 ? 1 : 2)).join('');
  return withRemarks(articleFromMarkup(markup, metadataOf(first)), remarksOn(mails, parts.length));
};
