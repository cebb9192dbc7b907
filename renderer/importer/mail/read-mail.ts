import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { MAX_ATTACHMENT_NAME_LENGTH } from '#domain/article/draft/import-remarks.ts';
import { DocumentError } from '../document-error.ts';
import { withoutUtf7 } from './utf-7-mail.ts';

/** A file attached to a mail. */
export type AttachedFile = {
  /** As displayed. */
  readonly name: string;
  /** As stated in the mail; null if it states none. */
  readonly fileName: string | null;
  /** Its bytes, decoded on demand; null if they can't be. */
  readonly read: () => Uint8Array | null;
};

/** A mail, and the mails attached to it. */
export type ReadMail = {
  readonly email: Email;
  readonly attached: readonly ReadMail[];
  /** Other attachments, without pictures that its own text shows. */
  readonly attachments: readonly AttachedFile[];
};

/** The files of a mail and of the mails attached to it, in order. */
export const attachmentsOf = (mail: ReadMail): readonly AttachedFile[] => [
  ...mail.attachments,
  ...mail.attached.flatMap(attachmentsOf),
];

/** Nested mails; deeper ones are listed as attachments. */
export const MAX_MAIL_DEPTH = 6;

const MAIL = 'message/rfc822';

/** As displayed, also for a part without a name. */
export const attachmentName = ({ filename, mimeType }: Pick<Attachment, 'filename' | 'mimeType'>): string =>
  (filename ?? `a part without a name (${mimeType})`)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, MAX_ATTACHMENT_NAME_LENGTH) || 'a part without a name';

const isShown = ({ related, disposition, mimeType }: Attachment): boolean =>
  related === true || (disposition === 'inline' && mimeType.startsWith('image/'));

const fileOf = (part: Attachment): AttachedFile => {
  const { filename, content } = part;
  return {
    name: attachmentName(part),
    fileName: filename,
    read: () => (typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)),
  };
};

/** Reads the bytes of one mail. Throws a DocumentError if its parts can't be parsed. */
export const readMail = async (bytes: Uint8Array | ArrayBuffer, depth = 0): Promise<ReadMail> => {
  let email: Email;
  try {
    email = await PostalMime.parse(withoutUtf7(new Uint8Array(bytes)), {
      forceRfc822Attachments: true,
      maxNestingDepth: 60,
    });
  } catch {
    throw new DocumentError('document-damaged');
  }
  const attached: ReadMail[] = [];
  const attachments: AttachedFile[] = [];
  for (const each of email.attachments) {
    const isMail = each.mimeType === MAIL && typeof each.content !== 'string';
    if (isMail && depth < MAX_MAIL_DEPTH)
      attached.push(await readMail(each.content as ArrayBuffer, depth + 1));
    else if (!isShown(each)) attachments.push(fileOf(each));
  }
  return { email, attached, attachments };
};

const printMailbox = ({
  name,
  address,
}: {
  readonly name: string;
  readonly address?: string | undefined;
}): string =>
  address === undefined || address === '' ? name : name === '' ? address : `${name} <${address}>`;

/** "Jana Nováková <jana@example.org>, Team: a@example.org" */
export const printAddresses = (addresses: readonly Address[]): string =>
  addresses
    .map((each) =>
      each.group === undefined
        ? printMailbox(each)
        : `${each.name}: ${each.group.map(printMailbox).join(', ')}`,
    )
    .join(', ');

/** The header as in the mail; null if there is none. */
export const headerOf = ({ headers }: Email, key: string): string | null =>
  headers.find((header) => header.key === key)?.value.trim() || null;
