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

/** Reads an export; null where it is not one of that tool. */
type ExportReader = (files: readonly ExportFile[]) => Promise<Brought | null>;

/** A reader of texts over files of bytes. */
const ofText =
  (load: () => Promise<TextExportReader>): ExportReader =>
  async (files) =>
    (await load())(files.map(({ name, bytes }) => ({ name, text: decodeExport(bytes) })));

/** What each tool needs is loaded when it is first asked for. */
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

/** What an export of `tool` holds; null where the files are none of it. */
const readExport = (tool: Tool, files: readonly ExportFile[]): Promise<Brought | null> =>
  readers[tool](files);

/** What the page answers to an export of another tool. Never rejects. */
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
 * What is attached to the mails of a file, or the other pages of a web archive, in their order, the first MAX_OFFERED
 * of it. Throws as the reader of the file does.
 */
const listAttachments = async ({
  attachmentsOf,
  bytes,
}: AttachmentsRequest): Promise<readonly AttachedPart[]> =>
  (await listers[attachmentsOf](new Uint8Array(bytes))).slice(0, MAX_OFFERED).map(partOf);

/** What the page answers to a file of mails whose attachments are asked for. Never rejects. */
export const answerAttachments = (request: AttachmentsRequest): Promise<AttachmentsAnswer> =>
  answerRead(() => listAttachments(request), 'no-text-found');

/** What the page answers to a picture whose pages are asked for. Never rejects. */
export const answerPages = ({ pagesOf }: PagesRequest): Promise<PagesAnswer> =>
  answerRead(async () => {
    const { pdfOfPicture } = await import('./picture/pdf-of-picture.ts');
    return toBase64(await pdfOfPicture(new Uint8Array(pagesOf)));
  }, 'no-text-found');

/** What the page answers to a document that reviewers have saved. Never rejects. */
export const answerReviewed = ({ reviewed }: ReviewedRequest): Promise<ReviewedAnswer> =>
  answerRead(async () => {
    const { readReviewed } = await import('./docx/read-reviewed.ts');
    return readReviewed(new Uint8Array(reviewed));
  }, 'no-text-found');

/** What the page answers to marks that are to be drawn. Never rejects. */
export const answerDrawMarks = (request: DrawMarksRequest): Promise<DrawMarksAnswer> =>
  answerRead(async () => {
    const { drawMarks } = await import('./pdf/marks/draw-marks.ts');
    return drawMarks(request);
  }, 'no-text-found');

/** What the page answers to a Word template. Never rejects. */
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

/** What the page answers to a PDF that is to be marked. Never rejects. */
export const answerMark = async (request: MarkRequest): Promise<MarkAnswer> => {
  const answer = await answerRead(async () => {
    const { markCopy } = await import('./pdf/marks/mark-copy.ts');
    return markCopy(request);
  }, 'marks-unplaced' as const);
  return answer.ok ? answer.value : answer;
};
