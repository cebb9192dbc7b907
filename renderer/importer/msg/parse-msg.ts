import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { articleOfMail } from '../mail/parse-mail.ts';
import { openCompoundFile } from './compound-file.ts';
import { readMessage } from './read-message.ts';

/** A message of Outlook (.msg); null where it holds no text. Throws a DocumentError where it can't be read. */
export const parseMsg = (bytes: Uint8Array): ParsedArticle | null =>
  articleOfMail(readMessage(openCompoundFile(bytes)));
