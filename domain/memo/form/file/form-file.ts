/**
 * A form as a file of its own, to be taken to another archive: `{"format": "precis-form", "version": 3, "form": {…}}`.
 * What is read may come from anywhere: it is data, checked by the one schema, and what is wrong is said with its line.
 */
import { z } from 'zod';
import { err, ok, type Result } from '../../../result.ts';
import { type Form, formSchema, MAX_SECTIONS } from '../form.ts';
import { linesOfJson } from './lines-of-json.ts';

export const FORM_FORMAT = 'precis-form';
/** 2: a form may place its key, and ask for a period. 3: it may number the paragraphs of its memos. */
const FORM_VERSION = 3;

/** The most characters of a file: a form with the largest logo has fewer. */
export const MAX_FORM_FILE_LENGTH = 2 << 20;

/** What is wrong with a file, in words; `line` from 1, null where it is of no line. */
export type FormProblem = { readonly line: number | null; readonly message: string };

const fileSchema = z.strictObject({
  format: z.literal(FORM_FORMAT),
  version: z.int().min(1).max(FORM_VERSION),
  form: formSchema,
});
const sectionCount = z.object({ form: z.object({ sections: z.array(z.unknown()) }) });
const marked = z.object({ format: z.literal(FORM_FORMAT), version: z.int().min(1) });

/** So many are told: what is wrong in one place is often wrong in all. */
const MAX_PROBLEMS = 12;

/** The text of the file of a form: the same form always gives the same text. */
export const printFormFile = (form: Form): string =>
  `${JSON.stringify({ format: FORM_FORMAT, version: FORM_VERSION, form: formSchema.parse(form) }, null, 2)}\n`;

const printPath = (path: readonly PropertyKey[]): string =>
  path
    .filter((key) => key !== 'form')
    .map((key) => (typeof key === 'number' ? String(key + 1) : String(key)))
    .join(' ');

const syntaxProblem = (text: string, cause: unknown): FormProblem => {
  const said = cause instanceof Error ? cause.message : '';
  const position = /at position (\d+)/u.exec(said)?.[1];
  const line = position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
  return { line, message: 'This is not JSON.' };
};

const parseJson = (text: string): Result<unknown, readonly FormProblem[]> => {
  try {
    return ok(JSON.parse(text));
  } catch (cause) {
    return err([syntaxProblem(text, cause)]);
  }
};

const only = (line: number | null, message: string) => err([{ line, message }]);

/** What is wrong with the file as a whole; null where its fields can be looked at. */
const refusalOf = (json: unknown): string | null => {
  const mark = marked.safeParse(json);
  if (!mark.success) return `This is no form: “format” must be “${FORM_FORMAT}”, and “version” a number.`;
  if (mark.data.version > FORM_VERSION)
    return `The form was written by a newer Precis (version ${mark.data.version}).`;
  const counted = sectionCount.safeParse(json);
  const count = counted.success ? counted.data.form.sections.length : 0;
  return count > MAX_SECTIONS ? `It has ${count} sections; a form has at most ${MAX_SECTIONS}.` : null;
};

/** The form in the text of a file, or all that is wrong with it. */
export const parseFormFile = (text: string): Result<Form, readonly FormProblem[]> => {
  if (text.length > MAX_FORM_FILE_LENGTH) return only(null, 'The file is too large for a form.');
  const json = parseJson(text.replace(/^\uFEFF/u, ''));
  if (!json.ok) return json;
  const refusal = refusalOf(json.value);
  if (refusal !== null) return only(1, refusal);
  const parsed = fileSchema.safeParse(json.value);
  if (parsed.success) return ok(parsed.data.form);
  const lines = linesOfJson(text);
  return err(
    parsed.error.issues.slice(0, MAX_PROBLEMS).map(({ path, message }) => ({
      line: lineOf(lines, path),
      message: [printPath(path), message].filter((part) => part !== '').join(': '),
    })),
  );
};

/** The line of a value; of what is missing, the line of what it is missing in. */
const lineOf = (lines: ReadonlyMap<string, number>, path: readonly PropertyKey[]): number | null => {
  for (let length = path.length; length >= 0; length--) {
    const line = lines.get(path.slice(0, length).join('/'));
    if (line !== undefined) return line;
  }
  return null;
};
