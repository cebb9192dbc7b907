import { type Form, formSchema } from '#domain/memo/form/form.ts';

/** What keeps a form from being saved, by the path of its field: "sections/2/heading". */
export type FormProblems = ReadonlyMap<string, string>;

const words: readonly (readonly [RegExp, string])[] = [
  [/^name$/u, 'A form needs a name, of 80 characters at most.'],
  [/^numbering$/u, 'Needs {n}, {nn} or {nnn} once, and {year} at most once: PM-{year}-{nnn}.'],
  [/^language$/u, 'A language tag such as en, fr or pt-BR.'],
  [/\/heading$/u, 'A section needs a heading, of 200 characters at most.'],
  [/^sections$/u, 'A form has between 1 and 100 sections.'],
  [/^logo/u, 'The logo has to be a PNG or a JPEG of 512 KiB at most, with words that stand for it.'],
];

const wordsFor = (path: string): string =>
  words.find(([pattern]) => pattern.test(path))?.[1] ?? 'This is too long.';

/** All that is wrong with a form that is being edited; none where it can be saved. */
export const findFormProblems = (form: Form): FormProblems => {
  const parsed = formSchema.safeParse(form);
  if (parsed.success) return new Map();
  return new Map(
    parsed.error.issues.map(({ path }) => {
      const name = path.map(String).join('/');
      return [name, wordsFor(name)];
    }),
  );
};
