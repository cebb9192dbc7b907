/** Freezes a JSON value with all that it holds, and returns it. What is frozen already is taken to be so within. */
export const freezeDeep = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const held of Object.values(value)) freezeDeep(held);
  return Object.freeze(value);
};

const texts = new WeakMap<object, string>();

/** The JSON of a record. That of a frozen one is made once: a save makes anew only that of what it changes. */
export const recordText = (record: object): string => {
  const known = texts.get(record);
  if (known !== undefined) return known;
  const text = JSON.stringify(record);
  if (Object.isFrozen(record)) texts.set(record, text);
  return text;
};
