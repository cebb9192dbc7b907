import { type HolderFormat, MAX_OFFERED } from '#domain/article/attached/attachment.ts';
import { MAX_ATTACHMENT_NAME_LENGTH } from '#domain/article/draft/import-remarks.ts';
import type { AttachedPart, AttachmentsRequest } from '#domain/contract/importer-bridge.ts';
import type { AttachedFile } from './mail/read-mail.ts';
import { toBase64 } from './picture/data-address.ts';

type Lister = (bytes: Uint8Array) => Promise<readonly AttachedFile[]>;

const listers: Readonly<Record<HolderFormat, Lister>> = {
  eml: async (bytes) => {
    const { attachmentsOf, readMail } = await import('./mail/read-mail.ts');
    return attachmentsOf(await readMail(bytes));
  },
  msg: async (bytes) => {
    const { attachmentsOf } = await import('./mail/read-mail.ts');
    const { openCompoundFile } = await import('./msg/compound-file.ts');
    const { readMessage } = await import('./msg/read-message.ts');
    return attachmentsOf(readMessage(openCompoundFile(bytes)));
  },
  mbox: async (bytes) => {
    const { attachmentsOf } = await import('./mail/read-mail.ts');
    const { readMails } = await import('./mail/parse-mail.ts');
    const { splitMailbox } = await import('./mail/split-mailbox.ts');
    return (await readMails(splitMailbox(bytes))).flatMap(attachmentsOf);
  },
  warc: async (bytes) => {
    const { openWarc } = await import('./web-archive/web-archive.ts');
    return (await import('./web-archive/list-pages.ts')).listPages(openWarc(bytes));
  },
  wacz: async (bytes) => {
    const { openWacz } = await import('./web-archive/web-archive.ts');
    return (await import('./web-archive/list-pages.ts')).listPages(openWacz(bytes));
  },
};

const partOf = ({ name, fileName, read }: AttachedFile): AttachedPart => {
  const bytes = read();
  return {
    name,
    fileName: fileName?.slice(-MAX_ATTACHMENT_NAME_LENGTH) ?? null,
    base64: bytes === null ? null : toBase64(bytes),
  };
};

/**
 * What is attached to the mails of a file, or the other pages of a web archive, in their order, the first MAX_OFFERED of it.
 * Throws as the reader of the file does.
 */
export const listAttachments = async ({
  attachmentsOf,
  bytes,
}: AttachmentsRequest): Promise<readonly AttachedPart[]> =>
  (await listers[attachmentsOf](new Uint8Array(bytes))).slice(0, MAX_OFFERED).map(partOf);
