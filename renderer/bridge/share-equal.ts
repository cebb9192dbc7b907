type Fields = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const idOf = (value: unknown): string | null =>
  isPlain(value) && typeof value.id === 'string' ? value.id : null;

const equalBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** Items with an id are compared by it, so that a new one at the top leaves the others shared. */
const shareItems = (before: readonly unknown[], after: readonly unknown[]): readonly unknown[] => {
  const byId = new Map(before.map((item) => [idOf(item), item]));
  const shared = after.map((item, at) => {
    const id = idOf(item);
    return shareEqual(id === null ? before[at] : byId.get(id), item);
  });
  const isSame = shared.length === before.length && shared.every((item, at) => item === before[at]);
  return isSame ? before : shared;
};

const shareFields = (before: Fields, after: Fields): Fields => {
  const names = Object.keys(after);
  const shared = Object.fromEntries(names.map((name) => [name, shareEqual(before[name], after[name])]));
  const isSame =
    names.length === Object.keys(before).length &&
    names.every((name) => Object.hasOwn(before, name) && shared[name] === before[name]);
  return isSame ? before : shared;
};

const sharedPart = (before: unknown, after: unknown): unknown => {
  if (Array.isArray(before) && Array.isArray(after)) return shareItems(before, after);
  if (before instanceof Uint8Array && after instanceof Uint8Array) {
    return equalBytes(before, after) ? before : after;
  }
  return isPlain(before) && isPlain(after) ? shareFields(before, after) : after;
};

/**
 * `after`, with every part that equals its counterpart in `before` replaced by that object: components that depend on
 * one part don't render again when another changes. For plain data.
 */
export const shareEqual = <T>(before: unknown, after: T): T =>
  Object.is(before, after) ? after : (sharedPart(before, after) as T);
