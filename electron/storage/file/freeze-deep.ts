/** Freezes a JSON value with all that it holds, and returns it. What is frozen already is taken to be so within. */
export const freezeDeep = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const held of Object.values(value)) freezeDeep(held);
  return Object.freeze(value);
};
