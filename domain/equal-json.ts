/**
 * Whether two JSON values are equal. The order of keys does not matter; a key whose value is `undefined` counts as
 * absent, as it does in a file.
 */
export const equalJson = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return equalArrays(a, b);
  return equalObjects(a as Fields, b as Fields);
};

type Fields = Readonly<Record<string, unknown>>;

const equalArrays = (a: object, b: object): boolean =>
  Array.isArray(a) &&
  Array.isArray(b) &&
  a.length === b.length &&
  a.every((item: unknown, index) => equalJson(item, b[index]));

/**
 * The number of fields in `a`, where all of them are in `b` too; otherwise -1. Nothing is copied, since ten
 * thousand values may be compared.
 */
const countHeld = (a: Fields, b: Fields): number => {
  let count = 0;
  for (const key of Object.keys(a)) {
    const value = a[key];
    if (value === undefined) continue;
    if (!Object.hasOwn(b, key) || !equalJson(value, b[key])) return -1;
    count += 1;
  }
  return count;
};

const countPresent = (fields: Fields): number => {
  let count = 0;
  for (const key of Object.keys(fields)) if (fields[key] !== undefined) count += 1;
  return count;
};

const equalObjects = (a: Fields, b: Fields): boolean => countHeld(a, b) === countPresent(b);
