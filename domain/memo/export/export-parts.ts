import { z } from 'zod';
import { exactPartial } from '../../exact-partial.ts';
import { searchIdSchema } from '../../ids.ts';
import type { Marking } from '../../tradecraft/marking.ts';
import { contentsPlaces, type Form, keyPlaceOf, keyPlaces } from '../form/form.ts';

/**
 * `by-state`: a draft says that it is one, a memo in review too, and what was sent says nothing. `draft`: it says so
 * whatever its state. `none`: it is ready to be sent. That a memo no longer stands is always said.
 */
const stateMarks = ['by-state', 'draft', 'none'] as const;
export type StateMark = (typeof stateMarks)[number];

/** What of a memo goes into a file, beside what always does. */
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
  /** What the file says of itself and nobody prints: author, reference, and what `verify` checks it by. */
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

/** What is exported where nothing else is asked for, and the memo has no form. */
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

/** What goes to everybody says of itself no more than it prints. */
const carriesMetadata = (marking: Marking | null): boolean =>
  marking?.kind !== 'tlp' || marking.label !== 'TLP:CLEAR';

/**
 * What is exported where nothing else is asked for: as the form of the memo has it. A memo that is marked TLP:CLEAR
 * carries no metadata.
 */
export const partsOfForm = (
  form: Pick<Form, 'printsKey' | 'keyPlace' | 'printsAnnex' | 'contents'> | undefined,
  marking: Marking | null,
): ExportParts => {
  const usual = { ...usualParts, metadata: carriesMetadata(marking) };
  return form === undefined
    ? usual
    : { ...usual, annex: form.printsAnnex, key: keyPlaceOf(form), contents: form.contents ?? 'long' };
};
