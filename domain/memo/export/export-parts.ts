import { z } from 'zod';
import { exactPartial } from '../../exact-partial.ts';
import { searchIdSchema } from '../../ids.ts';
import type { Marking } from '../../tradecraft/marking.ts';
import { contentsPlaces, type Form, keyPlaceOf, keyPlaces } from '../form/form.ts';

/**
 * `by-state`: drafts and memos in review are marked as such, a sent memo is not. `draft`: marked as a draft
 * whatever its state. `none`: not marked, ready to be sent. That a memo is no longer valid is always printed.
 */
const stateMarks = ['by-state', 'draft', 'none'] as const;
export type StateMark = (typeof stateMarks)[number];

/** The optional parts of a memo in an exported file. */
export const exportPartsSchema = z.strictObject({
  /** Who it is from: in the head, and in the properties of the file. */
  author: z.boolean(),
  /** The follow-ups that are ticked. */
  tasks: z.boolean(),
  /** The annex that shows passages in their paragraphs. */
  annex: z.boolean(),
  /** The saved search whose passages it shows; null: those that the memo cites. */
  annexSearch: searchIdSchema.nullable(),
  /** The analyst's notes on the passages, within that annex. */
  notes: z.boolean(),
  /** The SHA-256 of each copy cited, in the annex of each quotation, and of what was sent. */
  hashes: z.boolean(),
  /** The file's metadata, which is not printed: author, reference, and the data for `verify`. */
  metadata: z.boolean(),
  stateMark: z.enum(stateMarks),
  /** "How to read this memo". */
  key: z.enum(keyPlaces),
  /** The list of contents. */
  contents: z.enum(contentsPlaces),
  /** The marking of each paragraph before it, by what it cites. */
  portionMarks: z.boolean(),
  lineNumbers: z.boolean(),
  /** Who gets it; empty where that is not printed. */
  distribution: z.array(z.string().trim().min(1).max(300)).max(200),
  /** "3 of 12"; empty where copies are not numbered. */
  copyNumber: z.string().trim().max(40),
});
export type ExportParts = z.infer<typeof exportPartsSchema>;

/** Those of the parts that somebody has chosen; the others are as the form of the memo has them. */
export const chosenPartsSchema = exactPartial(exportPartsSchema);
export type ChosenParts = z.infer<typeof chosenPartsSchema>;

/** The parts exported by default where the memo has no form. */
export const usualParts: ExportParts = {
  author: true,
  tasks: true,
  annex: false,
  annexSearch: null,
  notes: false,
  hashes: false,
  metadata: true,
  stateMark: 'by-state',
  key: 'long',
  contents: 'long',
  portionMarks: false,
  lineNumbers: false,
  distribution: [],
  copyNumber: '',
};

/** The metadata of a file for everybody contains no more than the file prints. */
const carriesMetadata = (marking: Marking | null): boolean =>
  marking?.kind !== 'tlp' || marking.label !== 'TLP:CLEAR';

/** The parts exported by default: those of the memo's form. A memo marked TLP:CLEAR carries no metadata. */
export const partsOfForm = (
  form: Pick<Form, 'printsKey' | 'keyPlace' | 'printsAnnex' | 'contents'> | undefined,
  marking: Marking | null,
): ExportParts => {
  const usual = { ...usualParts, metadata: carriesMetadata(marking) };
  return form === undefined
    ? usual
    : { ...usual, annex: form.printsAnnex, key: keyPlaceOf(form), contents: form.contents ?? 'long' };
};
