/** Requests on a memo's output: its PDF preview, and exported files and e-mails. */
import { z } from 'zod';
import { exactPartial } from '../exact-partial.ts';
import { chosenPartsSchema } from '../memo/export/export-parts.ts';
import { type PdfStandard, pdfStandardSchema } from '../memo/export/pdf-standard.ts';
import { memoSchema, type Paper, paperSchema } from '../memo/memo.ts';
import { memoFormats } from '../memo/memo-format.ts';
import type { Result } from '../result.ts';
import type { AppError } from './errors/app-error.ts';
import { nothing, onMemo } from './inputs.ts';
import { defineRequest, edit, query, transientEdit, type } from './request.ts';

/** How a character that no font has is printed, once the analyst has chosen. */
export type GlyphChoice = 'refuse' | 'code-point';

export type PdfOptions = {
  readonly paper: Paper;
  readonly glyphs: GlyphChoice;
  /** PDF/UA-1 by default. */
  readonly standard?: PdfStandard;
};

export type ExportedFile = {
  readonly fileName: string;
  /** Null if the format has no pages. */
  readonly pages: number | null;
  readonly bytes: number;
  /** Parts of the memo without a style in its Word template, by name; absent if there are none. */
  readonly ownStyles?: readonly string[];
};

/** The path of the folder for exported memos. */
export type ExportPlace = { readonly folder: string };

/** How a memo looks in a format: the pages of its PDF, or its text. */
export type MemoPreview =
  | { readonly kind: 'pages'; readonly printed: Result<PrintedMemo, AppError> }
  | { readonly kind: 'text'; readonly text: string };

export type PrintedMemo = {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** One for each page: pages with the same key look the same, in any PDF. */
  readonly pageKeys: readonly string[];
};

export const pdfOptions = z.strictObject({
  paper: paperSchema,
  glyphs: z.enum(['refuse', 'code-point']),
  standard: z.exactOptional(pdfStandardSchema),
});

/** The parts of a memo that are written in its editor. */
export const writtenParts = exactPartial(
  memoSchema.pick({ head: true, content: true, printedTaskIds: true }),
);

const onIt = ({ memoId }: z.infer<typeof onMemo>) => [memoId];

export const memoPreview = defineRequest(
  'memo:preview',
  query({
    input: onMemo.extend({
      format: z.enum([...memoFormats, 'email']),
      options: pdfOptions,
      parts: chosenPartsSchema,
    }),
    output: type<MemoPreview>(),
    topics: ['memos', 'passages', 'articles', 'sources', 'tasks'],
    says: 'How the memo looks in a format, with the chosen parts.',
  }),
);

export const memoPrintDraft = defineRequest(
  'memo:print-draft',
  query({
    input: onMemo.extend({ options: pdfOptions, draft: writtenParts }),
    output: type<PrintedMemo>(),
    topics: [],
    says: 'How the memo would be printed with what is typed and not saved yet.',
  }),
);

export const memoMakePages = defineRequest(
  'memo:make-pages',
  query({
    input: onMemo.extend({ options: pdfOptions, parts: chosenPartsSchema }),
    output: type<PrintedMemo>(),
    topics: [],
    says: 'The pages of the memo as they go to a printer, where it may be exported.',
  }),
);

export const memoExportPlace = defineRequest(
  'memo:export-place',
  query({
    input: nothing,
    output: type<ExportPlace>(),
    topics: [],
    says: 'The folder that memos are exported to.',
  }),
);

const showing = [memoPreview, memoPrintDraft, memoMakePages, memoExportPlace] as const;

export const memoExport = defineRequest(
  'memo:export',
  edit({
    input: onMemo.extend({
      format: z.enum(memoFormats),
      options: pdfOptions,
      parts: chosenPartsSchema,
      fileName: z.string().min(1).max(255),
      /** Whether a file of that name gives way. */
      replaces: z.boolean(),
    }),
    output: type<ExportedFile>(),
    touches: onIt,
    supersedes: 'not-kept',
    says: 'Writes the file to the folder of exports; atomically where one is replaced.',
  }),
);

export const memoCancelExport = defineRequest(
  'memo:cancel-export',
  transientEdit({
    input: onMemo,
    output: type<null>(),
    says: 'Ends the export that is under way before anything is written.',
  }),
);

export const memoChooseExportFolder = defineRequest(
  'memo:choose-export-folder',
  transientEdit({
    input: nothing,
    output: type<ExportPlace>(),
    says: 'Asks for the folder that memos are exported to, and keeps it.',
  }),
);

export const memoCopyEmail = defineRequest(
  'memo:copy-email',
  edit({
    input: onMemo.extend({ parts: chosenPartsSchema }),
    output: type<null>(),
    touches: onIt,
    supersedes: 'not-kept',
    says: 'Copies the bottom line with its sources, to be pasted into a mail program.',
  }),
);

export const memoDrag = defineRequest(
  'memo:drag',
  transientEdit({
    input: onMemo,
    output: type<null>(),
    says: 'Gives the last exported file of that memo to the drag that has begun.',
  }),
);

export const memoReveal = defineRequest(
  'memo:reveal',
  edit({
    input: onMemo,
    output: type<null>(),
    touches: onIt,
    supersedes: 'not-kept',
    says: "Shows the last exported file of that memo in the system's file manager.",
  }),
);

const exporting = [
  memoExport,
  memoCancelExport,
  memoChooseExportFolder,
  memoCopyEmail,
  memoDrag,
  memoReveal,
] as const;

export const memoExportRequests = [...showing, ...exporting] as const;
