import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { FormId } from '#domain/ids.ts';
import { isBuiltIn } from '#domain/memo/form/built-in-form-ids.ts';
import { builtInForm, builtInForms } from '#domain/memo/form/built-in-forms.ts';
import { type Form, formOf, type OwnForm, termsOfForm } from '#domain/memo/form/form.ts';
import type { WordTemplate } from '#domain/memo/form/word/word-template.ts';
import type { Memo, MemoTemplate } from '#domain/memo/memo.ts';
import { ok, type Result } from '#domain/result.ts';
import type { OwnTerms } from '#domain/tradecraft/own-terms.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import { notFound } from '../shared/failures.ts';

type Reading = Pick<ArchiveReader, 'form'>;

/** A form of the archive that is not deleted. Fails with `not-found`. */
export const liveForm = async (reader: Reading, id: FormId): Promise<Result<OwnForm, AppError>> => {
  const file = await reader.form(id);
  if (!file.ok) return file;
  return file.value === null || file.value.deletedAt !== null ? notFound('form', id) : ok(file.value);
};

/**
 * The form for a new memo: a built-in one in `language` (BCP 47), or one of the archive as it is written. Fails with
 * `not-found` for a deleted one.
 */
export const findForm = async (
  reader: Reading,
  template: MemoTemplate,
  language?: string,
): Promise<Result<Form, AppError>> => {
  if (isBuiltIn(template)) return ok(builtInForm(template, language ?? builtInForms[template].language));
  const file = await reader.form(template);
  if (!file.ok) return file;
  const form = file.value;
  return form === null || form.deletedAt !== null ? notFound('form', template) : ok(formOf(form));
};

/** The Word template of a memo's form; null if it has none, or if it can't be read. */
export const readWordTemplate = async (
  reader: Reading,
  template: MemoTemplate,
): Promise<WordTemplate | null> => {
  if (isBuiltIn(template)) return null;
  const file = await reader.form(template);
  return (file.ok ? file.value?.wordTemplate : undefined) ?? null;
};

/** The form of a memo, even a deleted one; null if it can't be read, in which case the memo is printed without it. */
export const readForm = async (reader: Reading, template: MemoTemplate): Promise<Form | null> => {
  if (isBuiltIn(template)) return builtInForms[template];
  const file = await reader.form(template);
  return file.ok && file.value !== null ? formOf(file.value) : null;
};

/**
 * A memo's own words for the doctrine's terms: those of its form now, or for a sent memo those with which it was sent.
 * Undefined if all are the doctrine's.
 */
export const readOwnTerms = async (
  reader: Pick<ArchiveReader, 'form' | 'snapshot'>,
  { id, template, head, sending }: Pick<Memo, 'id' | 'template' | 'head' | 'sending'>,
): Promise<OwnTerms | undefined> => {
  const sent = sending === null ? null : await reader.snapshot(id, sending.snapshotId);
  if (sent?.ok === true) return sent.value.snapshot.document.terms;
  const form = await readForm(reader, template);
  return form === null ? undefined : termsOfForm(form, head);
};
