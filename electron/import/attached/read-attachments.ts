import { attachedFileName, isHolderFormat } from '#domain/article/attachment.ts';
import { type ArticleFormat, articleFormats, maxBytesOf } from '#domain/article/formats/article-formats.ts';
import { unsupportedCode } from '#domain/article/formats/unsupported-formats.ts';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import type { OfferedAttachment } from '#domain/contract/import.ts';
import type { AttachedPart } from '#domain/contract/importer-bridge.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Importer } from '../../ports/importer.ts';
import type { AttachedOriginal, ReadText } from '../../ports/text-reader.ts';
import { decodeText } from '../encoding/decode-text.ts';
import { kindOfFile } from '../file-format.ts';

type Judged = Pick<OfferedAttachment, 'format' | 'refusal'>;

const refused = (refusal: ImportFailure): Judged => ({ format: null, refusal });

/** Of a text, whether its bytes are one, in an encoding that is certain: nobody chooses one for it. */
const judgeText = async (format: ArticleFormat, bytes: Uint8Array): Promise<Judged> => {
  const { text } = articleFormats[format];
  if (text === null) return { format, refusal: null };
  const decoded = await decodeText(bytes, { isHtml: text === 'html' });
  if (!decoded.ok) return refused(decoded.error);
  return decoded.value.isCertain ? { format, refusal: null } : refused('encoding-uncertain');
};

/** Whether it can be read, by its bytes and its name, before a reader sees it. */
const judge = async (fileName: string, bytes: Uint8Array, isThere: boolean): Promise<Judged> => {
  if (!isThere) return refused('file-unreadable');
  if (bytes.length === 0) return refused('file-empty');
  const { format, unsupported } = kindOfFile(fileName, bytes);
  if (format === null) return refused(unsupportedCode(unsupported));
  return bytes.length > maxBytesOf(format) ? refused('file-too-large') : judgeText(format, bytes);
};

const originalOf = async (
  { name, fileName: stated, base64 }: AttachedPart,
  index: number,
): Promise<AttachedOriginal> => {
  const fileName = attachedFileName(stated ?? '');
  const bytes = Buffer.from(base64 ?? '', 'base64');
  const offer = { index, name, bytes: bytes.length, ...(await judge(fileName, bytes, base64 !== null)) };
  return { offer, fileName, bytes };
};

/** What is attached to a mail that was read, or the other pages of a web archive; none for any other text. Fails as its reader does. */
export const readAttachments = async (
  importer: Pick<Importer, 'listAttachments'>,
  { format, original, remarks = [] }: ReadText,
): Promise<Result<readonly AttachedOriginal[], ImportFailure>> => {
  const hasAny = remarks.some(({ kind }) => kind === 'attachments' || kind === 'more-pages');
  if (!isHolderFormat(format) || !hasAny) return ok([]);
  const listed = await importer.listAttachments({ attachmentsOf: format, bytes: original });
  return listed.ok ? ok(await Promise.all(listed.value.map(originalOf))) : listed;
};
