import type { Form, FormSection } from '#domain/memo/form/form.ts';

/** What a section of its own begins as. */
export const emptySection: FormSection = {
  heading: 'New section',
  role: 'own',
  prompt: '',
  whenEmpty: '',
  isRequired: false,
  startsWith: '',
};

/** The form with a section moved to the place of another; as it was where there is no such place. */
export const moveSection = (form: Form, from: number, to: number): Form => {
  const section = form.sections[from];
  if (section === undefined || from === to || to < 0 || to >= form.sections.length) return form;
  return { ...form, sections: form.sections.toSpliced(from, 1).toSpliced(to, 0, section) };
};

export const changeSection = (form: Form, at: number, part: Partial<FormSection>): Form => ({
  ...form,
  sections: form.sections.map((section, place) => (place === at ? { ...section, ...part } : section)),
});

export const removeSection = (form: Form, at: number): Form => ({
  ...form,
  sections: form.sections.toSpliced(at, 1),
});

export const addSection = (form: Form): Form => ({ ...form, sections: [...form.sections, emptySection] });
