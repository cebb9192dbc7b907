import { type HolderFormat, MAX_OFFERED } from '#domain/article/attachment.ts';
import { MAX_ATTACHMENT_NAME_LENGTH } from '#domain/article/draft/import-remarks.ts';
import type {
  AttachedPart,
  AttachmentsAnswer,
  AttachmentsRequest,
  DrawMarksAnswer,
  DrawMarksRequest,
  ExportAnswer,
  ExportFile,
  ExportRequest,
  MarkAnswer,
  MarkRequest,
  PagesAnswer,
  PagesRequest,
  ParseAnswer,
  ParseRequest,
  parseFailures,
  ReviewedAnswer,
  ReviewedRequest,
  TemplateAnswer,
  TemplateRequest,
} from '#domain/contract/importer-bridge.ts';
import type { Brought } from '#domain/exchange/brought.ts';
import type { TextExportReader } from '#domain/exchange/read/export-file.ts';
import type { Tool } from '#domain/exchange/tools.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { DocumentError } from './document-error.ts';
import { decodeExport } from './exchange/decode-export.ts';
import { MarkupError } from './html/parse-markup.ts';
import type { AttachedFile } from './mail/read-mail.ts';
import { parseArticle } from './parse-article.ts';
import { toBase64 } from './picture/data-address.ts';

/** The result of `read`, or `nothing` if that is null. Never rejects. */
const answerRead = async <T, F>(
  read: () => Promise<T | null>,
  nothing: F,
): Promise<Result<T, F | (typeof parseFailures)[number]>> => {
  try {
    const found = await read();
    return found === null ? err(nothing) : ok(found);
  } catch (error) {
    if (error instanceof MarkupError || error instanceof DocumentError) return err(error.failure);
    // An exception in a parser is treated like a crash: main discards this page and opens another.
    return err('importer-crashed');
  }
};

/** The answer to a text to parse. Never rejects. */
export const answerParse = (request: ParseRequest): Promise<ParseAnswer> =>
  answerRead(() => parseArticle(request), 'no-text-found');

/** Reads an export; null if it is not one of that tool. */
type ExportReader = (files: readonly ExportFile[]) => Promise<Brought | null>;

/** Adapts a reader of texts to files of bytes. */
const ofText =
  (load: () => Promise<TextExportReader>): ExportReader =>
  async (files) =>
    (await load())(files.map(({ name, bytes }) => ({ name, text: decodeExport(bytes) })));

/** The reader of each tool is loaded on first use. */
const readers: Readonly<Record<Tool, ExportReader>> = {
  readwise: ofText(async () => (await import('#domain/exchange/read/read-readwise.ts')).readReadwise),
  kindle: ofText(async () => (await import('#domain/exchange/read/read-kindle.ts')).readKindle),
  hypothesis: ofText(async () => (await import('#domain/exchange/read/read-hypothesis.ts')).readHypothesis),
  zotero: async (files) => (await import('./exchange/read-zotero.ts')).readZotero(files),
  omnivore: async (files) => (await import('./exchange/read-omnivore.ts')).readOmnivore(files),
  wallabag: ofText(async () => (await import('#domain/exchange/read/read-wallabag.ts')).readWallabag),
  pocket: async (files) => (await import('./exchange/read-pocket.ts')).readPocket(files),
  instapaper: ofText(async () => (await import('#domain/exchange/read/read-links.ts')).readInstapaper),
  refi: async (files) => (await import('./exchange/read-refi.ts')).readRefi(files),
  codebook: async (files) => (await import('./exchange/read-codebook.ts')).readCodebook(files),
  sources: ofText(async () => (await import('#domain/exchange/read/read-source-list.ts')).readSourceList),
  calendar: async (files) => {
    const { readCalendar } = await import('#domain/exchange/read/calendar/read-calendar.ts');
    const { unfoldBytes } = await import('#domain/exchange/read/calendar/content-lines.ts');
    return readCalendar(files.map(({ name, bytes }) => ({ name, text: decodeExport(unfoldBytes(bytes)) })));
  },
  bibliography: ofText(
    async () => (await import('#domain/exchange/read/read-bibliography.ts')).readBibliography,
  ),
  obsidian: ofText(async () => (await import('./exchange/read-obsidian.ts')).readObsidian),
};

/** The content of an export of `tool`; null if the files are not one. */
const readExport = (tool: Tool, files: readonly ExportFile[]): Promise<Brought | null> =>
  readers[tool](files);

/** The answer to an export of another tool. Never rejects. */
export const answerExport = ({ tool, files }: ExportRequest): Promise<ExportAnswer> =>
  answerRead(() => readExport(tool, files), 'not-of-tool');

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
 * The attachments of a file of mails, or the other pages of a web archive, in order, at most MAX_OFFERED. Throws as the
 * reader of the file does.
 */
const listAttachments = async ({
  attachmentsOf,
  bytes,
}: AttachmentsRequest): Promise<readonly AttachedPart[]> =>
  (await listers[attachmentsOf](new Uint8Array(bytes))).slice(0, MAX_OFFERED).map(partOf);

/** The answer to a file of mails whose attachments are requested. Never rejects. */
export const answerAttachments = (request: AttachmentsRequest): Promise<AttachmentsAnswer> =>
  answerRead(() => listAttachments(request), 'no-text-found');

/** The answer to a picture whose pages are requested. Never rejects. */
export const answerPages = ({ pagesOf }: PagesRequest): Promise<PagesAnswer> =>
  answerRead(async () => {
    const { pdfOfPicture } = await import('./picture/pdf-of-picture.ts');
    return toBase64(await pdfOfPicture(new Uint8Array(pagesOf)));
  }, 'no-text-found');

/** The answer to a document saved by a reviewer. Never rejects. */
export const answerReviewed = ({ reviewed }: ReviewedRequest): Promise<ReviewedAnswer> =>
  answerRead(async () => {
    const { readReviewed } = await import('./docx/read-reviewed.ts');
    return readReviewed(new Uint8Array(reviewed));
  }, 'no-text-found');

/** The answer to marks to draw. Never rejects. */
export const answerDrawMarks = (request: DrawMarksRequest): Promise<DrawMarksAnswer> =>
  answerRead(async () => {
    const { drawMarks } = await import('./pdf/marks/draw-marks.ts');
    return drawMarks(request);
  }, 'no-text-found');

/** The answer to a Word template. Never rejects. */
export const answerTemplate = async ({ template }: TemplateRequest): Promise<TemplateAnswer> => {
  const { readTemplate, TemplateError } = await import('./docx/house/read-template.ts');
  const answer = await answerRead(async () => {
    try {
      return ok(readTemplate(new Uint8Array(template)));
    } catch (error) {
      if (error instanceof TemplateError) return err(error.why);
      throw error;
    }
  }, 'not-word' as const);
  return answer.ok ? answer.value : answer;
};

/** The answer to a PDF to mark. Never rejects. */
export const answerMark = async (request: MarkRequest): Promise<MarkAnswer> => {
  const answer = await answerRead(async () => {
    const { markCopy } = await import('./pdf/marks/mark-copy.ts');
    return markCopy(request);
  }, 'marks-unplaced' as const);
  return answer.ok ? answer.value : answer;
};
