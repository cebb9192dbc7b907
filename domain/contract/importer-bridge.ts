/** What passes between the main process and the sandboxed page that reads untrusted texts and pictures. */
import type { FoundMetadata } from '../article/article.ts';
import type { HolderFormat } from '../article/attachment.ts';
import type { Body } from '../article/body/body.ts';
import type { ImportRemark } from '../article/draft/import-remarks.ts';
import type { ArticleFormat } from '../article/formats/article-formats.ts';
import type { MachinePage } from '../article/machine/machine-page.ts';
import type { PagedRange } from '../article/pages.ts';
import type { Brought } from '../exchange/brought.ts';
import type { Tool } from '../exchange/tools.ts';
import type { HouseTemplate, TemplateFailure } from '../memo/form/word/house-template.ts';
import type { ReviewedFile } from '../memo/round/returned/reviewed-file.ts';
import type { CopiedPassage, MarkedCopy } from '../passage/marks/copied-mark.ts';
import type { DrawnMark } from '../passage/marks/mark-region.ts';
import type { PdfMark } from '../passage/marks/pdf-mark.ts';
import type { Rectangle } from '../passage/region/rectangle.ts';
import type { StoredPicture } from '../picture/stored-picture.ts';
import type { Result } from '../result.ts';
import type { ImportFailure } from './errors/import-errors.ts';
import type { FigureFailure } from './memo-figure.ts';

/** A text that is to be read. */
export type ParseRequest = {
  readonly format: ArticleFormat;
  /** The input for the format's reader: the file's bytes, or its text in UTF-8 if the format is text. */
  readonly bytes: Uint8Array;
  /** Of a PDF that asks for one; used to read it and kept nowhere. */
  readonly password?: string | undefined;
  /** Pages of a PDF that were read elsewhere, from their pictures or by another reader. */
  readonly machinePages?: readonly MachinePage[] | undefined;
  /** Of a PDF: its figures keep their places, and none is drawn. */
  readonly drawsNothing?: boolean | undefined;
  /** Of a page that a browser has kept: words that were selected on it, which its text is to have. */
  readonly selected?: readonly string[] | undefined;
};

/** A picture to re-encode as pixels. */
export type DrawRequest = {
  readonly draws: 'picture';
  readonly bytes: Uint8Array;
  /** Only this part, with its exact pixels; by default all of it. */
  readonly cut?: Rectangle | undefined;
};

/** A picture to convert to the pages of a PDF, with its pixels only. */
export type PagesRequest = { readonly pagesOf: Uint8Array };

/** A file of an export of another tool, by its name. */
export type ExportFile = { readonly name: string; readonly bytes: Uint8Array };

/** An export of another tool that is to be read. */
export type ExportRequest = { readonly tool: Tool; readonly files: readonly ExportFile[] };

/** A file of mails whose attachments are asked for, or a web archive whose other pages are. */
export type AttachmentsRequest = { readonly attachmentsOf: HolderFormat; readonly bytes: Uint8Array };

/** A file attached to a mail, under its stated name, or a page of a web archive; null bytes if they can't be read. */
export type AttachedPart = {
  readonly name: string;
  readonly fileName: string | null;
  readonly base64: string | null;
};

/** A Word document that reviewers have saved. */
export type ReviewedRequest = { readonly reviewed: Uint8Array };

/** A Word template of a form. */
export type TemplateRequest = { readonly template: Uint8Array };

/** A PDF to copy with marks, and its canonical text with its places on the pages. */
export type MarkRequest = {
  readonly marksInto: Uint8Array;
  readonly password?: string | undefined;
  readonly text: string;
  readonly printed: readonly PagedRange[];
  readonly passages: readonly CopiedPassage[];
};

/** A PDF with marks without words, whose parts of pages are to be drawn. */
export type DrawMarksRequest = {
  readonly drawsMarks: Uint8Array;
  readonly password?: string | undefined;
  readonly marks: readonly PdfMark[];
};

/** All requests to the page, answered one after the other. */
export type PageRequest =
  | ParseRequest
  | DrawRequest
  | PagesRequest
  | ExportRequest
  | AttachmentsRequest
  | ReviewedRequest
  | TemplateRequest
  | MarkRequest
  | DrawMarksRequest;

/** A picture as the page has drawn it. */
export type DrawnPicture = Omit<StoredPicture, 'sha256'> & { readonly base64: string };
/** A picture of a text, by the hash of its bytes. */
export type ArticlePicture = StoredPicture & { readonly base64: string };
export type DrawAnswer = Result<DrawnPicture, FigureFailure>;

/** For each mark, as far as time allowed, the marked part of its page, and its picture; null if that can't be drawn. */
export type DrawnMarks = readonly (
  | (Pick<DrawnMark, 'page' | 'viewrect'> & { readonly picture: DrawnPicture })
  | null
)[];

/** Hidden content of a text: reported, and never part of the text. */
export type HiddenPart = { readonly words: number; readonly beginning: string };

export type ParsedArticle = {
  /** All that may be the text, in its order. */
  readonly body: Body;
  /** The indexes in `body.content` of likely furniture: left out, unless the analyst includes it. */
  readonly leftOut?: readonly number[] | undefined;
  /** Collapsed or hidden content inside the article, the longest first. */
  readonly hidden?: readonly HiddenPart[] | undefined;
  /** What a reader of the text has to know and can't see in it. */
  readonly remarks?: readonly ImportRemark[] | undefined;
  readonly found: FoundMetadata;
  /** Of a PDF: the marks that readers have left in it, in the order of its pages. */
  readonly marks?: readonly PdfMark[] | undefined;
  /** The pictures that the body names as kept, each once. */
  readonly pictures?: readonly ArticlePicture[] | undefined;
};

/** Why the page has read nothing, in its own words. */
export const parseFailures = [
  'no-text-found',
  'file-too-large',
  'nested-too-deep',
  'too-many-elements',
  'password-needed',
  'password-wrong',
  'document-locked',
  'document-damaged',
  'document-unsafe',
  'importer-crashed',
] as const satisfies readonly ImportFailure[];

/** The page's answer. Nothing of it is trusted before it has passed the schemas of the domain. */
export type ParseAnswer = Result<ParsedArticle, (typeof parseFailures)[number]>;

/** The answer to an export; `not-of-tool` if the files are not of that tool. */
export type ExportAnswer = Result<Brought, (typeof parseFailures)[number] | 'not-of-tool'>;

/** The answer: at most MAX_OFFERED of the attachments or pages. */
export type AttachmentsAnswer = Result<readonly AttachedPart[], (typeof parseFailures)[number]>;

/** The answer to a picture whose pages are requested: a PDF in Base64. */
export type PagesAnswer = Result<string, (typeof parseFailures)[number]>;

/** The answer to a reviewed document. */
export type ReviewedAnswer = Result<ReviewedFile, (typeof parseFailures)[number]>;

/** The answer to a Word template. */
export type TemplateAnswer = Result<HouseTemplate, (typeof parseFailures)[number] | TemplateFailure>;

/**
 * Why no copy of a PDF is made: it forbids marks, none of the passages is on its pages, or the copy reads otherwise.
 */
export const markFailures = ['marks-forbidden', 'marks-unplaced', 'copy-unsound'] as const;
export type MarkFailure = (typeof markFailures)[number];

export const isMarkFailure = (failure: string): failure is MarkFailure =>
  markFailures.some((each) => each === failure);

/** The answer to marks to draw. */
export type DrawMarksAnswer = Result<DrawnMarks, (typeof parseFailures)[number]>;

/** The answer to a PDF to mark. */
export type MarkAnswer = Result<MarkedCopy, (typeof parseFailures)[number] | MarkFailure>;

/** Provided by the preload script in a sandboxed page as `window.precisImporter`. */
export type ImporterBridge = {
  /**
   * Serves all requests, one after the other; `answer` returns JSON (from the importer the answer to its request),
   * because a string crosses between the worlds at once and at any depth. `R` are main's requests to pages of that
   * kind.
   */
  serve<R = PageRequest>(answer: (request: R) => Promise<string>): void;
};

/** From main to page: a number that the answer repeats, and the request. */
export const PARSE_CHANNEL = 'precis-importer:parse';
/** From page to main: the number, and the answer as JSON. */
export const ANSWER_CHANNEL = 'precis-importer:answer';
/** From page to main: the page serves. */
export const READY_CHANNEL = 'precis-importer:ready';
