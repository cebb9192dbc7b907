/**
 * What was filled in on a page of a PDF: texts, choices and ticked boxes of its form fields (ISO 32000-2, 12.7.5).
 * Passwords, signatures, buttons and fields that are not shown have no value here.
 */

/** A form field from pdfjs, whose types lack these fields. */
export type Field = {
  readonly subtype?: string;
  readonly fieldType?: string | null;
  readonly fieldValue?: unknown;
  readonly defaultFieldValue?: unknown;
  readonly rect?: readonly number[] | null;
  readonly rotation?: number;
  readonly hidden?: boolean;
  readonly noView?: boolean;
  readonly password?: boolean;
  readonly hasAppearance?: boolean;
  readonly multiLine?: boolean;
  readonly comb?: boolean;
  readonly textAlignment?: number | null;
  /** The lines that the field draws, if pdfjs could read them. */
  readonly textContent?: readonly string[];
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  readonly exportValue?: unknown;
  readonly buttonValue?: unknown;
  readonly options?: readonly { readonly exportValue?: unknown; readonly displayValue?: unknown }[];
  readonly defaultAppearanceData?: { readonly fontSize?: number };
};

/** What the text has for a ticked box. */
export const TICKED = '\u2611';

/** A longer one is cut: a field may hold a book. */
const MAX_VALUE_LENGTH = 20_000;

const plain = (text: string): string =>
  text
    .slice(0, MAX_VALUE_LENGTH)
    .replace(/\r\n?/gu, '\n')
    .replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, ' ')
    .trim();

const withoutSpace = (text: string): string => text.replace(/\s/gu, '');
const signs = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** `value` split where its field breaks the lines: `shown` has the same letters. */
const brokenLike = (value: string, shown: readonly string[]): readonly string[] => {
  let at = 0;
  return shown.map((line) => {
    const start = at;
    for (let left = withoutSpace(line).length; left > 0 && at < value.length; at += 1)
      if (!/\s/u.test(value[at] ?? '')) left -= 1;
    return value.slice(start, at).trim();
  });
};

/**
 * The lines of a text field. A field may draw its value otherwise, such as a number with its currency: that is what a
 * reader sees. It may also draw a part of a long value, or not be drawn yet: then the value itself counts.
 */
const linesOfText = ({ fieldValue, textContent = [] }: Field): readonly string[] => {
  const value = typeof fieldValue === 'string' ? plain(fieldValue) : '';
  const shown = textContent.map(plain).filter((line) => line !== '');
  const drawn = shown.join('\n');
  if (value === '') return shown;
  if (withoutSpace(drawn) === withoutSpace(value))
    return value.includes('\n') || shown.length < 2 ? value.split('\n') : brokenLike(value, shown);
  const isFormatted = signs(value) !== '' && signs(drawn).includes(signs(value));
  return isFormatted ? shown : value.split('\n');
};

const linesOfChoice = ({ fieldValue, options = [] }: Field): readonly string[] => {
  const chosen: readonly unknown[] = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
  return chosen.flatMap((each) => {
    if (typeof each !== 'string') return [];
    const shown = options.find(({ exportValue }) => exportValue === each)?.displayValue;
    return [plain(typeof shown === 'string' ? shown : each)];
  });
};

const isTicked = ({ checkBox, radioButton, fieldValue, exportValue, buttonValue }: Field): boolean => {
  if (typeof fieldValue !== 'string' || fieldValue === 'Off') return false;
  if (checkBox === true) return fieldValue === exportValue;
  return radioButton === true && fieldValue === buttonValue;
};

/** A default value that no one has taken: the field draws nothing. */
const isUntouched = ({ hasAppearance, fieldValue, defaultFieldValue }: Field): boolean =>
  hasAppearance !== true && typeof defaultFieldValue === 'string' && fieldValue === defaultFieldValue;

/** Whether a field is a box to tick, whose words stand beside it. */
export const isBox = ({ fieldType }: Field): boolean => fieldType === 'Btn';

/** The lines of a field's value as a reader sees them; empty if it has none. */
export const linesOfField = (field: Field): readonly string[] => {
  if (field.subtype !== 'Widget' || field.hidden === true || field.noView === true) return [];
  if (field.password === true) return [];
  if (field.fieldType === 'Btn') return isTicked(field) ? [TICKED] : [];
  if (isUntouched(field)) return [];
  const lines =
    field.fieldType === 'Tx' ? linesOfText(field) : field.fieldType === 'Ch' ? linesOfChoice(field) : [];
  return lines.map((line) => line.trim()).filter((line) => line !== '');
};
