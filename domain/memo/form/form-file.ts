/**
 * A form as a separate file, to be taken to another archive: `{"format": "precis-form", "version": 4, "form":
 * {…}}`. The file may come from anywhere: it is data, checked by the one schema, and problems are reported with
 * their line.
 */
import { z } from 'zod';
import { err, ok, type Result } from '../../result.ts';
import { type Form, formSchema, MAX_SECTIONS } from './form.ts';
import { type WordTemplate, wordTemplateSchema } from './word/word-template.ts';

export const FORM_FORMAT = 'precis-form';
/**
 * 2: a form may place its key, and ask for a period. 3: it may number the paragraphs of its memos. 4: it may have a
 * citation style. 5: a Word template. 6: its own words for the doctrine's terms.
 */
const FORM_VERSION = 6;

/** The most characters of a file: a form with the largest logo and the largest Word template has fewer. */
export const MAX_FORM_FILE_LENGTH = 8 << 20;

/** A problem of a file, in words; `line` from 1, null where it belongs to no line. */
export type FormProblem = { readonly line: number | null; readonly message: string };

const fileSchema = z.strictObject({
  format: z.literal(FORM_FORMAT),
  version: z.int().min(1).max(FORM_VERSION),
  form: formSchema,
  wordTemplate: wordTemplateSchema.exactOptional(),
});
const sectionCount = z.object({ form: z.object({ sections: z.array(z.unknown()) }) });
const marked = z.object({ format: z.literal(FORM_FORMAT), version: z.int().min(1) });

/** At most this many are reported: one mistake often causes many problems. */
const MAX_PROBLEMS = 12;

/** A form with its Word template, where it has one. */
export type TravellingForm = { readonly form: Form; readonly wordTemplate?: WordTemplate };

/** The text of the file of a form: the same form always gives the same text. */
export const printFormFile = ({ form, wordTemplate }: TravellingForm): string => {
  const file = {
    ...{ format: FORM_FORMAT, version: FORM_VERSION, form: formSchema.parse(form) },
    ...(wordTemplate === undefined ? {} : { wordTemplate }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
};

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

/** What is wrong with the file as a whole; null where its fields can be checked. */
const refusalOf = (json: unknown): string | null => {
  const mark = marked.safeParse(json);
  if (!mark.success) return `This is not a form: “format” must be “${FORM_FORMAT}”, and “version” a number.`;
  if (mark.data.version > FORM_VERSION)
    return `The form was written by a newer Precis (version ${mark.data.version}).`;
  const counted = sectionCount.safeParse(json);
  const count = counted.success ? counted.data.form.sections.length : 0;
  return count > MAX_SECTIONS ? `The form has ${count} sections; the limit is ${MAX_SECTIONS}.` : null;
};

type Level = { readonly isList: boolean; key: string; index: number; awaitsKey: boolean };

/** Where a string that begins at `start` ends: after its closing quotation mark. */
const endOfString = (text: string, start: number): number => {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
};

const endOfWord = (text: string, start: number): number => {
  let at = start;
  while (at < text.length && !/[\s,:[\]{}"]/u.test(text[at] ?? '')) at += 1;
  return Math.max(at, start + 1);
};

/**
 * Reads sound JSON once, and notes at which line each value begins. No recursion: it may be nested as deep as it likes.
 */
class LineReader {
  readonly lines = new Map<string, number>();
  readonly #text: string;
  readonly #levels: Level[] = [];
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  read(): void {
    for (let at = 0; at < this.#text.length; ) at = this.#step(at);
  }

  #step(at: number): number {
    const character = this.#text[at] ?? '';
    if (character === '\n') this.#line += 1;
    if (/\s/u.test(character)) return at + 1;
    if (character === '{' || character === '[') return this.#open(character === '[', at);
    if (character === '}' || character === ']') this.#levels.pop();
    if (character === ',') this.#next();
    if (',:}]'.includes(character)) return at + 1;
    return this.#readValue(at, character);
  }

  #open(isList: boolean, at: number): number {
    this.#note();
    this.#levels.push({ isList, key: '', index: 0, awaitsKey: !isList });
    return at + 1;
  }

  #next(): void {
    const level = this.#levels.at(-1);
    if (level === undefined) return;
    level.index += 1;
    level.awaitsKey = !level.isList;
  }

  #readValue(at: number, character: string): number {
    const end = character === '"' ? endOfString(this.#text, at) : endOfWord(this.#text, at);
    const level = this.#levels.at(-1);
    if (level?.awaitsKey === true && character === '"') {
      level.key = String(JSON.parse(this.#text.slice(at, end)));
      level.awaitsKey = false;
    } else this.#note();
    return end;
  }

  #note(): void {
    if (this.#levels.length > 6) return;
    const path = this.#levels.map(({ isList, key, index }) => (isList ? String(index) : key));
    this.lines.set(path.join('/'), this.#line);
  }
}

/** The line, from 1, at which each value of a JSON text begins, by its path: "form/sections/2/heading". */
export const linesOfJson = (text: string): ReadonlyMap<string, number> => {
  const reader = new LineReader(text);
  reader.read();
  return reader.lines;
};

/** The form in the text of a file, or all that is wrong with it. */
export const parseFormFile = (text: string): Result<TravellingForm, readonly FormProblem[]> => {
  if (text.length > MAX_FORM_FILE_LENGTH) return only(null, 'The file is too large for a form.');
  const json = parseJson(text.replace(/^\uFEFF/u, ''));
  if (!json.ok) return json;
  const refusal = refusalOf(json.value);
  if (refusal !== null) return only(1, refusal);
  const parsed = fileSchema.safeParse(json.value);
  if (parsed.success) {
    const { form, wordTemplate } = parsed.data;
    return ok({ form, ...(wordTemplate === undefined ? {} : { wordTemplate }) });
  }
  const lines = linesOfJson(text);
  return err(
    parsed.error.issues.slice(0, MAX_PROBLEMS).map(({ path, message }) => ({
      line: lineOf(lines, path),
      message: [printPath(path), message].filter((part) => part !== '').join(': '),
    })),
  );
};

/** The line of a value; for a missing value, the line of the object that lacks it. */
const lineOf = (lines: ReadonlyMap<string, number>, path: readonly PropertyKey[]): number | null => {
  for (let length = path.length; length >= 0; length--) {
    const line = lines.get(path.slice(0, length).join('/'));
    if (line !== undefined) return line;
  }
  return null;
};
