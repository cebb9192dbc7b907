import type { FaultRow } from '#domain/contract/archive.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { FormRow } from '#domain/contract/form.ts';
import type { FormId } from '#domain/ids.ts';
import { builtInFormIds } from '#domain/memo/form/built-in-form-ids.ts';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import { formOf, type OwnForm } from '#domain/memo/form/form.ts';
import { foldName } from '#domain/text/fold-text.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';

type Reading = Pick<ArchiveReader, 'formIds' | 'form'>;

export type ReadForms = {
  /** All forms by id, including deleted ones. */
  readonly forms: readonly OwnForm[];
  readonly faults: readonly { readonly id: FormId; readonly error: AppError }[];
};

/** Reads the archive's own forms from their files. An unreadable file does not prevent the others from being read. */
export const readForms = async (reader: Reading): Promise<ReadForms> => {
  const ids = await reader.formIds();
  const files = await Promise.all(ids.map(async (id) => ({ id, file: await reader.form(id) })));
  return {
    forms: files.flatMap(({ file }) => (file.ok && file.value !== null ? file.value : [])),
    faults: files.flatMap(({ id, file }) => (file.ok ? [] : { id, error: file.error })),
  };
};

const rowOf = (form: OwnForm): FormRow => ({
  template: form.id,
  form: formOf(form),
  wordTemplate: form.wordTemplate?.fileName ?? null,
});

const byName = ({ form: a }: FormRow, { form: b }: FormRow): number =>
  foldName(a.name).localeCompare(foldName(b.name), 'en');

/** The forms available for a new memo: the built-in ones, then the archive's own by name. */
export const formRows = ({ forms }: ReadForms): readonly FormRow[] => [
  ...builtInFormIds.map((template) => ({ template, form: builtInForms[template], wordTemplate: null })),
  ...forms
    .filter(({ deletedAt }) => deletedAt === null)
    .map(rowOf)
    .toSorted(byName),
];

const toFault = (error: AppError, file: string): FaultRow['fault'] =>
  error.code === 'archive-damaged' || error.code === 'archive-newer' || error.code === 'archive-unreadable'
    ? error
    : { code: 'archive-unreadable', file, reason: 'other' };

/** The unreadable files of forms. */
export const formFaults = async (reader: Reading): Promise<readonly FaultRow[]> =>
  (await readForms(reader)).faults.map(({ id, error }) => ({
    kind: 'form',
    id,
    title: null,
    fault: toFault(error, `templates/${id}.json`),
  }));
