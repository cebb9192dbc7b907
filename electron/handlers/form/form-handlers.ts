import { join } from 'node:path';
import type { RecordChange } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { FormId } from '#domain/ids.ts';
import { builtInFormIds } from '#domain/memo/form/built-in-form-ids.ts';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import { changedForm, type Form, formOf, type OwnForm } from '#domain/memo/form/form.ts';
import { parseFormFile, printFormFile, type TravellingForm } from '#domain/memo/form/form-file.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { foldName } from '#domain/text/fold-text.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import { makeOnce } from '#electron/handlers/shared/record-changes.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { chooseCitationStyle, sampleCitations } from './citation-styles.ts';
import { formRows, readForms } from './list-forms.ts';
import { findForm, liveForm, readWordTemplate } from './read-form.ts';
import { checkTemplate, createWordTemplateHandlers } from './word-template-handlers.ts';

const fileOf = (formId: FormId) => ({ kind: 'form', formId }) as const;

const builtInNames = builtInFormIds.map((id) => foldName(builtInForms[id].name));

/** The command line refers to forms by name, so no two available forms may have the same name. */
const refuseTaken = async (reader: ArchiveReader, id: FormId, { name }: Form): Promise<AppError | null> => {
  const { forms } = await readForms(reader);
  const isTaken =
    builtInNames.includes(foldName(name)) ||
    forms.some(
      (other) => other.id !== id && other.deletedAt === null && foldName(other.name) === foldName(name),
    );
  return isTaken ? { code: 'name-taken', name } : null;
};

const addForm = (
  { archive, machine }: HandlerDeps,
  request: 'form:add' | 'form:import',
  id: FormId,
  { form, wordTemplate }: TravellingForm,
): Promise<Result<null, AppError>> =>
  archive.perform(async (reader) => {
    const file = await reader.form(id);
    if (!file.ok) return file;
    const at = toTimestamp(machine.nowMs());
    const wanted: OwnForm = {
      ...{ ...form, id, createdAt: at, updatedAt: at, deletedAt: null },
      ...(wordTemplate === undefined ? {} : { wordTemplate }),
    };
    const place = {
      file: fileOf(id),
      collection: 'forms',
      standing: file.value === null ? [] : [file.value],
    } as const;
    const made = await makeOnce(request, place, wanted);
    if (!made.ok) return made;
    const taken = await refuseTaken(reader, id, form);
    return taken === null ? ok({ value: null, name: 'add-form', changes: made.value.changes }) : err(taken);
  });

/** "BLUF 2", where "BLUF" is taken. */
const freeName = async (reader: ArchiveReader, id: FormId, form: Form): Promise<string> => {
  let name = form.name;
  for (let count = 2; (await refuseTaken(reader, id, { ...form, name })) !== null; count++)
    name = `${form.name.slice(0, 70)} ${count}`;
  return name;
};

const importForm = async (
  deps: HandlerDeps,
  id: FormId,
): Promise<Result<{ readonly name: string }, AppError>> => {
  const path = await deps.desktop.chooseForm();
  if (path === null) return err({ code: 'cancelled' });
  const file = await deps.readFormFile(path);
  if (!file.ok) return file;
  const read = parseFormFile(file.value.text);
  if (!read.ok) return err({ code: 'form-unreadable', file: file.value.fileName, problems: read.error });
  const { form, wordTemplate } = read.value;
  const checked = wordTemplate === undefined ? ok(null) : await checkTemplate(deps, wordTemplate);
  if (!checked.ok) return checked;
  const name = await freeName(deps.archive, id, form);
  const added = await addForm(deps, 'form:import', id, { ...read.value, form: { ...form, name } });
  return added.ok ? ok({ name }) : added;
};

const fileNameOf = ({ name }: Form): string =>
  `${name.replace(/[^\p{L}\p{N} -]/gu, '').trim() || 'Form'}.json`;

/** The use cases of forms. */
export const createFormHandlers = (deps: HandlerDeps): HandlersOn<'form'> => ({
  ...createWordTemplateHandlers(deps),

  /** Read from the files themselves, which are few. Unreadable ones are counted, and named in Review. */
  'form:list': async () => {
    const read = await readForms(deps.archive);
    return ok({ forms: formRows(read), unreadable: read.faults.length });
  },

  /** A repeated request changes nothing. Fails with `name-taken` for a name that another form has. */
  'form:add': async ({ formId, form, templateOf }) => {
    const wordTemplate = templateOf === undefined ? null : await readWordTemplate(deps.archive, templateOf);
    return addForm(deps, 'form:add', formId, { form, ...(wordTemplate === null ? {} : { wordTemplate }) });
  },

  /** Changes of one visit have the same edit id and are one undo step. Fails with `name-taken`. */
  'form:change': ({ formId, form, editId }) =>
    deps.archive.perform(
      async (reader) => {
        const before = await liveForm(reader, formId);
        if (!before.ok) return before;
        const taken = await refuseTaken(reader, formId, form);
        if (taken !== null) return err(taken);
        const after = {
          ...changedForm(before.value, form),
          updatedAt: toTimestamp(deps.machine.nowMs()),
        };
        const changes = recordChanges(fileOf(formId), 'forms', before.value, after);
        return ok({ value: null, name: 'change-form', changes });
      },
      { editId },
    ),

  /** Marks the form as deleted, which lists it in the trash. */
  'form:delete': ({ formId }) =>
    deps.archive.perform(async (reader) => {
      const before = await liveForm(reader, formId);
      if (!before.ok) return before;
      const at = toTimestamp(deps.machine.nowMs());
      const after = { ...before.value, deletedAt: at, updatedAt: at };
      const changes = recordChanges(fileOf(formId), 'forms', before.value, after);
      return ok({ value: null, name: 'delete-form', changes });
    }),

  /**
   * Fails with `cancelled` if no folder is chosen, `place-in-archive` within an archive, `file-exists` if the file
   * exists.
   */
  'form:export': async ({ template }) => {
    const form = await findForm(deps.archive, template);
    if (!form.ok) return form;
    const folder = await deps.desktop.chooseFormFolder();
    if (folder === null) return err({ code: 'cancelled' });
    const fileName = fileNameOf(form.value);
    const wordTemplate = await readWordTemplate(deps.archive, template);
    const travelling = { form: form.value, ...(wordTemplate === null ? {} : { wordTemplate }) };
    const bytes = Buffer.from(printFormFile(travelling), 'utf8');
    const written = await deps.writeExportedFile(join(folder, fileName), bytes, { replaces: false });
    return written.ok ? ok({ fileName }) : written;
  },

  /** Fails with `cancelled` if none is chosen, `picture-unusable` if it can't be a logo. */
  'form:choose-logo': async () => {
    const path = await deps.desktop.chooseLogo();
    return path === null ? err({ code: 'cancelled' }) : deps.readPictureFile(path);
  },

  /** Fails with `cancelled` if none is chosen, `citation-style-unusable` with what is wrong. */
  'form:choose-citation-style': () => chooseCitationStyle(deps),

  /** Fails with `citation-style-unusable`. */
  'form:sample-citations': ({ style }) => sampleCitations(deps, style.csl, style.name),

  /**
   * Fails with `form-unreadable` and every line that is wrong; nothing is saved then. A name that is taken gets a
   * number.
   */
  'form:import': ({ formId }) => importForm(deps, formId),
});

/**
 * Creates the change that restores a form from the trash at a given time. Fails with `name-taken` if another form has
 * its name.
 */
export const restoringForm =
  (formId: FormId) =>
  async (reader: ArchiveReader, updatedAt: Timestamp): Promise<Result<readonly RecordChange[], AppError>> => {
    const file = await reader.form(formId);
    if (!file.ok) return file;
    const before = file.value;
    if (before === null || before.deletedAt === null) return notFound('form', formId);
    const taken = await refuseTaken(reader, formId, formOf(before));
    if (taken !== null) return err(taken);
    return ok(recordChanges(fileOf(formId), 'forms', before, { ...before, deletedAt: null, updatedAt }));
  };
