import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { MAX_ATTACHMENT_NAME_LENGTH } from '#domain/article/draft/import-remarks.ts';
import { DocumentError } from '../document-error.ts';

/** A mail, and the mails that are attached to it. */
export type ReadMail = {
  readonly email: Email;
  readonly attached: readonly ReadMail[];
  /** What else is attached, by name; pictures that its own text shows are not. */
  readonly attachments: readonly string[];
};

/** Mails within mails; deeper ones are named as attachments. */
export const MAX_MAIL_DEPTH = 6;

const MAIL = 'message/rfc822';

/** As it is told, also of a part that has no name. */
export const attachmentName = ({ filename, mimeType }: Pick<Attachment, 'filename' | 'mimeType'>): string =>
  (filename ?? `a part without a name (${mimeType})`)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, MAX_ATTACHMENT_NAME_LENGTH) || 'a part without a name';

const isShown = ({ related, disposition, mimeType }: Attachment): boolean =>
  related === true || (disposition === 'inline' && mimeType.startsWith('image/'));

/** Reads the bytes of one mail. Throws a DocumentError where its parts can't be followed. */
export const readMail = async (bytes: Uint8Array | ArrayBuffer, depth = 0): Promise<ReadMail> => {
  let email: Email;
  try {
    email = await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 60 });
  } catch {
    throw new DocumentError('document-damaged');
  }
  const attached: ReadMail[] = [];
  const attachments: string[] = [];
  for (const each of email.attachments) {
    const isMail = each.mimeType === MAIL && typeof each.content !== 'string';
    if (isMail && depth < MAX_MAIL_DEPTH)
      attached.push(await readMail(each.content as ArrayBuffer, depth + 1));
    else if (!isShown(each)) attachments.push(attachmentName(each));
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

/** The header as it stands in the mail; null where there is none. */
export const headerOf = ({ headers }: Email, key: string): string | null =>
  headers.find((header) => header.key === key)?.value.trim() || null;
