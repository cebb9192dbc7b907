/**
 * The other contents of a file, besides the text read from it, that may be imported as separate articles: files
 * attached to a mail, the other pages of a web archive.
 */
import type { ArticleFormat } from './formats/article-formats.ts';

/** The formats that hold mails. */
export const mailFormats = ['eml', 'msg', 'mbox'] as const satisfies readonly ArticleFormat[];
export type MailFormat = (typeof mailFormats)[number];

export const isMailFormat = (format: ArticleFormat): format is MailFormat =>
  mailFormats.some((each) => each === format);

/** The formats that hold more than one text: mails, and archives of whole sessions of a browser. */
export const holderFormats = [...mailFormats, 'warc', 'wacz'] as const satisfies readonly ArticleFormat[];
export type HolderFormat = (typeof holderFormats)[number];

export const isHolderFormat = (format: ArticleFormat): format is HolderFormat =>
  holderFormats.some((each) => each === format);

/** So many attachments of one file, or pages, are offered; more are counted and stay in it alone. */
export const MAX_OFFERED = 200;

/** So long a name is no more than a file system takes. */
const MAX_FILE_NAME_LENGTH = 120;

/** Control characters, and those that change the text direction: they hide how a name ends. */
const HIDDEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The text after the last full stop, including it; empty for a name without one. */
const endingOf = (name: string): string => /\.[a-z0-9]{1,10}$/iu.exec(name)?.[0] ?? '';

/**
 * A file name given in a mail, as the name of an article's original: the text after the last slash of either kind.
 * It is displayed and never used as a path. `attachment` where nothing remains.
 */
export const attachedFileName = (stated: string): string => {
  const [last = ''] = stated.replace(HIDDEN, '').split(/[/\\]/u).slice(-1);
  const name = last.replace(/\s+/gu, ' ').trim();
  if (/^\.*$/u.test(name)) return 'attachment';
  if (name.length <= MAX_FILE_NAME_LENGTH) return name;
  const ending = endingOf(name);
  return name.slice(0, MAX_FILE_NAME_LENGTH - ending.length) + ending;
};
