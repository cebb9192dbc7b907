import type {
  AttachmentsAnswer,
  AttachmentsRequest,
  ExportAnswer,
  ExportRequest,
  ParseAnswer,
  ParseRequest,
  parseFailures,
} from '#domain/contract/importer-bridge.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { DocumentError } from './document-error.ts';
import { readExport } from './exchange/read-export.ts';
import { MarkupError } from './html/parse-markup.ts';
import { listAttachments } from './list-attachments.ts';
import { parseArticle } from './parse-article.ts';

/** What `read` reads, or `nothing` where that is null. Never rejects. */
const answerRead = async <T, F>(
  read: () => Promise<T | null>,
  nothing: F,
): Promise<Result<T, F | (typeof parseFailures)[number]>> => {
  try {
    const found = await read();
    return found === null ? err(nothing) : ok(found);
  } catch (error) {
    if (error instanceof MarkupError || error instanceof DocumentError) return err(error.failure);
    // A parser that throws is as good as one that crashed: main gives up this page and opens another.
    return err('importer-crashed');
  }
};

/** What the page answers to a text that is to be read. Never rejects. */
export const answerParse = (request: ParseRequest): Promise<ParseAnswer> =>
  answerRead(() => parseArticle(request), 'no-text-found');

/** What the page answers to an export of another tool. Never rejects. */
export const answerExport = ({ tool, files }: ExportRequest): Promise<ExportAnswer> =>
  answerRead(() => readExport(tool, files), 'not-of-tool');

/** What the page answers to a file of mails whose attachments are asked for. Never rejects. */
export const answerAttachments = (request: AttachmentsRequest): Promise<AttachmentsAnswer> =>
  answerRead(() => listAttachments(request), 'no-text-found');
