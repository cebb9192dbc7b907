import { useState } from 'react';
import type { FormId } from '#domain/ids.ts';
import { type Form, formSchema } from '#domain/memo/form/form.ts';
import { act } from '#renderer/bridge/act.ts';
import { useAutosave } from '#renderer/parts/note/use-autosave.ts';
import { useBeforeClose } from '#renderer/window/before-close.ts';
import { type FormProblems, findFormProblems } from './form-problems.ts';

export type FormDraft = {
  readonly form: Form;
  readonly problems: FormProblems;
  readonly change: (next: Form) => void;
  /** Saves at once what can be saved. */
  readonly flush: () => Promise<void>;
};

/** A form as it is edited: it is saved by itself, as long as nothing in it is wrong. */
export const useFormDraft = (formId: FormId, saved: Form): FormDraft => {
  const [form, setForm] = useState(saved);
  const [refused, setRefused] = useState<string | null>(null);
  const autosave = useAutosave(async () => {
    const parsed = formSchema.safeParse(form);
    if (!parsed.success) return;
    const input = { formId, form: parsed.data, editId: autosave.editId() };
    const answer = await act('form:change', input, { saysFailure: true });
    setRefused(!answer.ok && answer.error.code === 'name-taken' ? form.name : null);
  });
  useBeforeClose(autosave.flush);
  const problems = new Map(findFormProblems(form));
  if (refused !== null && refused === form.name) problems.set('name', 'Another form is called that.');
  return {
    form,
    problems,
    change: (next) => {
      setForm(next);
      autosave.touch();
    },
    flush: autosave.flush,
  };
};
