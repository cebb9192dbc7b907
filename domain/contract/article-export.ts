/** Requests on an article that leaves the house with its passages: a marked copy of its PDF, or one web page. */
import { z } from 'zod';
import { tagIdSchema } from '../ids.ts';
import { labelIdSchema } from '../passage/label.ts';
import { nothing, onArticle } from './inputs.ts';
import { defineRequest, transientEdit, type } from './request.ts';

/** Each is the ending of its files. */
export const markedFormats = ['pdf', 'html'] as const;
export type MarkedFormat = (typeof markedFormats)[number];

/** The format of a file by its ending, in any case; null for another. */
export const markedFormatOf = (fileName: string): MarkedFormat | null =>
  markedFormats.find((format) => fileName.toLowerCase().endsWith(`.${format}`)) ?? null;

/**
 * Why a passage is not in the file: its words are not in this text, its letters are not on the pages (as on those of a
 * scan), or its picture is on none.
 */
export type LeftOutWhy = 'not-in-text' | 'not-on-page' | 'picture-not-on-page';
export type LeftOutPassage = { readonly words: string; readonly why: LeftOutWhy };

/** A marked copy that was written. */
export type ExportedMarks = {
  readonly fileName: string;
  readonly passages: number;
  readonly leftOut: readonly LeftOutPassage[];
  /** The words of passages whose mark may have other letters under it. */
  readonly near: readonly string[];
  /** Whether the original is signed: the signature is only valid for the original itself. */
  readonly isSigned: boolean;
  readonly bytes: number;
};

export const articleExportMarked = defineRequest(
  'article:export-marked',
  transientEdit({
    input: onArticle.extend({
      /** Its ending names the format. */
      fileName: z.string().min(1).max(255),
      /** Whether a file of that name gives way. */
      replaces: z.boolean(),
      /** Null for all of them; a tag takes those below it with it. */
      label: labelIdSchema.nullable(),
      tagId: tagIdSchema.nullable(),
      hasNotes: z.boolean(),
      /** Who made each passage, and when. */
      hasNames: z.boolean(),
      /** Of an original that asks for one; used once and kept nowhere. */
      password: z.string().min(1).max(1000).optional(),
    }),
    output: type<ExportedMarks>(),
    says: 'Writes a copy of an article with its passages: its PDF with marks, or one web page.',
  }),
);

export const articleCancelMarked = defineRequest(
  'article:cancel-marked',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Ends the export of a marked copy that is under way before anything is written.',
  }),
);

export const articleRevealMarked = defineRequest(
  'article:reveal-marked',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: "Shows the last marked copy in the system's file manager.",
  }),
);

export const articleDragMarked = defineRequest(
  'article:drag-marked',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Gives the last marked copy to the drag that has begun.',
  }),
);

export const articleExportRequests = [
  articleExportMarked,
  articleCancelMarked,
  articleRevealMarked,
  articleDragMarked,
] as const;
