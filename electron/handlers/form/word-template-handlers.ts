import type { StepName } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { WordTemplateView } from '#domain/contract/form.ts';
import type { FormId } from '#domain/ids.ts';
import type { OwnForm } from '#domain/memo/form/form.ts';
import type { HouseTemplate } from '#domain/memo/form/word/house-template.ts';
import { assignStyles, type WordPartName, wordPartNames } from '#domain/memo/form/word/word-parts.ts';
import type { WordTemplate } from '#domain/memo/form/word/word-template.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { liveForm } from './read-form.ts';

const bytesOf = ({ base64 }: WordTemplate): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

/** Reads a template from outside the archive in the way each export does. Fails with `template-unusable`. */
export const checkTemplate = (
  { templates }: Pick<HandlerDeps, 'templates'>,
  template: WordTemplate,
): Promise<Result<HouseTemplate, AppError>> => templates.readBytes(template.fileName, bytesOf(template));

const viewOf = (template: WordTemplate, house: HouseTemplate): WordTemplateView => ({
  fileName: template.fileName,
  bytes: bytesOf(template).length,
  styles: house.styles.map(({ id, name, kind, look }) => ({ id, name, kind, look })),
  assigned: assignStyles(template.styles, house.styles),
  chosen: wordPartNames.filter((part) => template.styles[part] !== undefined),
  remarks: house.remarks,
  hasPlace: house.body !== null,
});

/** Changes the template of the form by `change`, in one step; null removes it. */
const changeTemplate = (
  { archive, machine }: HandlerDeps,
  formId: FormId,
  name: StepName,
  change: (before: WordTemplate | undefined) => Result<WordTemplate | null, AppError>,
): Promise<Result<null, AppError>> =>
  archive.perform(async (reader) => {
    const before = await liveForm(reader, formId);
    if (!before.ok) return before;
    const { wordTemplate, ...form } = before.value;
    const changed = change(wordTemplate);
    if (!changed.ok) return changed;
    const after: OwnForm = {
      ...form,
      ...(changed.value === null ? {} : { wordTemplate: changed.value }),
      updatedAt: toTimestamp(machine.nowMs()),
    };
    const changes = recordChanges({ kind: 'form', formId }, 'forms', before.value, after);
    return ok({ value: null, name, changes });
  });

const assigned = (
  template: WordTemplate,
  part: WordPartName,
  style: string | null | undefined,
): WordTemplate => {
  const { [part]: _, ...others } = template.styles;
  return { ...template, styles: style === undefined ? others : { ...others, [part]: style } };
};

const choose = async (
  deps: HandlerDeps,
  formId: FormId,
): Promise<Result<{ readonly fileName: string }, AppError>> => {
  const path = await deps.desktop.chooseWordTemplate();
  if (path === null) return err({ code: 'cancelled' });
  const read = await deps.templates.read(path);
  if (!read.ok) return read;
  const { fileName, bytes } = read.value;
  const base64 = Buffer.from(bytes).toString('base64');
  const kept = await changeTemplate(deps, formId, 'choose-word-template', (before) =>
    // Styles assigned by hand are kept by name: a newer edition of a template mostly has them too.
    ok({ fileName, base64, styles: before?.styles ?? {} }),
  );
  return kept.ok ? ok({ fileName }) : kept;
};

type Handled =
  | 'form:word-template'
  | 'form:choose-word-template'
  | 'form:assign-style'
  | 'form:remove-word-template';

/** The use cases of the Word template of a form. */
export const createWordTemplateHandlers = (deps: HandlerDeps): Pick<HandlersOn<'form'>, Handled> => ({
  /** Fails with `template-unusable` if the stored template can't be read any more. */
  'form:word-template': async ({ formId }) => {
    const form = await liveForm(deps.archive, formId);
    if (!form.ok) return form;
    const { wordTemplate } = form.value;
    if (wordTemplate === undefined) return ok(null);
    const house = await checkTemplate(deps, wordTemplate);
    return house.ok ? ok(viewOf(wordTemplate, house.value)) : house;
  },

  /**
   * Fails with `cancelled` if none is chosen, `template-unusable` if the file is not a usable template; nothing is
   * saved then.
   */
  'form:choose-word-template': ({ formId }) => choose(deps, formId),

  /** Fails with `not-found` if the form has no template. */
  'form:assign-style': ({ formId, part, style }) =>
    changeTemplate(deps, formId, 'change-word-template', (before) =>
      before === undefined ? notFound('form', formId) : ok(assigned(before, part, style)),
    ),

  'form:remove-word-template': ({ formId }) =>
    changeTemplate(deps, formId, 'remove-word-template', () => ok(null)),
});
