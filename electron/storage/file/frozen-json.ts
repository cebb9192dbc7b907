/** Freezes a JSON value deeply, and returns it. A value that is already frozen is assumed to be so deeply. */
export const freezeDeep = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const held of Object.values(value)) freezeDeep(held);
  return Object.freeze(value);
};

const texts = new WeakMap<object, string>();

/** The JSON of a record. That of a frozen one is cached, so that a save only serialises what has changed. */
export const recordText = (record: object): string => {
  const known = texts.get(record);
  if (known !== undefined) return known;
  const text = JSON.stringify(record);
  if (Object.isFrozen(record)) texts.set(record, text);
  return text;
};
