/** Keys whose values nobody has written: ids, kinds and marks of rich text. */
const isWritten = (key: string): boolean =>
  !/(?:^id|Ids?|type|does|marks|attrs|state|kind|label)$/u.test(key);

/** What a person has written in an edit, a line for each paragraph or field; empty where it is no text. */
export const textOfEdit = (input: unknown): string => linesIn(input).join('\n');

const linesIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (Array.isArray(value)) return isLine(value) ? [value.flatMap(linesIn).join('')] : value.flatMap(linesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) => (isWritten(key) ? linesIn(held) : []));
};

/** The texts of one paragraph stand in one list. */
const isLine = (list: readonly unknown[]): boolean =>
  list.some((item) => typeof item === 'object' && item !== null && 'text' in item);
