/**
 * Whether two JSON values say the same. The order of keys does not matter; a key whose value is `undefined`
 * counts as absent, as it does in a file.
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

const equalObjects = (a: Fields, b: Fields): boolean => {
  const keys = presentKeys(a);
  return (
    keys.length === presentKeys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equalJson(a[key], b[key]))
  );
};

const presentKeys = (fields: Fields): readonly string[] =>
  Object.keys(fields).filter((key) => fields[key] !== undefined);
