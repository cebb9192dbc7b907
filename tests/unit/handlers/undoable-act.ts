import type { StepName } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';
import type { ActedArchive } from '../../support/archives/acted-archive.ts';

/** An act on the archive; `round` makes it another one each time, so that it can be done again and again. */
export type UndoableAct = {
  readonly step: StepName;
  readonly act: (scene: ActedArchive, round: number) => Promise<Result<unknown, AppError>>;
};

/** Why a request is no step of undo. */
export type NoStep =
  | 'undoes'
  | 'ends another act'
  | 'this machine only'
  | 'nothing is sealed yet'
  | 'is final, and asks first'
  | 'keeps what it replaces'
  | 'adds what is never changed'
  | 'takes another archive: see compare-coders.test.ts'
  | 'settles what is gone: see losses.test.ts'
  | 'takes a file as form:add takes a form'
  | 'takes a Word template: see word-template-handlers.test.ts'
  | 'takes marks of a PDF: see marks-of-pdf.test.ts';

export const step = (name: StepName, act: UndoableAct['act']): UndoableAct => ({ step: name, act });

export const pick = <T>(items: readonly [T, T], round: number): T => items[round % 2 === 0 ? 0 : 1];
