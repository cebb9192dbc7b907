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
import { edit, query, transientEdit, type } from './request.ts';

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

const showing = {
  'memo:preview': query({
    input: onMemo.extend({
      format: z.enum([...memoFormats, 'email']),
      options: pdfOptions,
      parts: chosenPartsSchema,
    }),
    output: type<MemoPreview>(),
    topics: ['memos', 'passages', 'articles', 'sources', 'tasks'],
    says: 'How the memo looks in a format, with the chosen parts.',
  }),
  'memo:print-draft': query({
    input: onMemo.extend({ options: pdfOptions, draft: writtenParts }),
    output: type<PrintedMemo>(),
    topics: [],
    says: 'How the memo would be printed with what is typed and not saved yet.',
  }),
  'memo:make-pages': query({
    input: onMemo.extend({ options: pdfOptions, parts: chosenPartsSchema }),
    output: type<PrintedMemo>(),
    topics: [],
    says: 'The pages of the memo as they go to a printer, where it may be exported.',
  }),
  'memo:export-place': query({
    input: nothing,
    output: type<ExportPlace>(),
    topics: [],
    says: 'The folder that memos are exported to.',
  }),
};

const exporting = {
  'memo:export': edit({
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
  'memo:cancel-export': transientEdit({
    input: onMemo,
    output: type<null>(),
    says: 'Ends the export that is under way before anything is written.',
  }),
  'memo:choose-export-folder': transientEdit({
    input: nothing,
    output: type<ExportPlace>(),
    says: 'Asks for the folder that memos are exported to, and keeps it.',
  }),
  'memo:copy-email': edit({
    input: onMemo.extend({ parts: chosenPartsSchema }),
    output: type<null>(),
    touches: onIt,
    supersedes: 'not-kept',
    says: 'Copies the bottom line with its sources, to be pasted into a mail program.',
  }),
  'memo:drag': transientEdit({
    input: onMemo,
    output: type<null>(),
    says: 'Gives the last exported file of that memo to the drag that has begun.',
  }),
  'memo:reveal': edit({
    input: onMemo,
    output: type<null>(),
    touches: onIt,
    supersedes: 'not-kept',
    says: "Shows the last exported file of that memo in the system's file manager.",
  }),
};

export const memoExportRequests = { ...showing, ...exporting } as const;
