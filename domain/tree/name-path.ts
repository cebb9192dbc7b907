/**
 * A place in a tree as it is typed and printed: names from the root down, parted by "/" with or without white space
 * around it. A slash that belongs to a name is written "\/", and a backslash before a slash or a backslash "\\".
 */

const separatorOrEscape = /\\([\\/])|\//gu;

/** The names between the separators, trimmed; an empty one where nothing was typed. */
export const parseNamePath = (typed: string): readonly string[] => {
  const names: string[] = [];
  let name = '';
  let at = 0;
  for (const found of typed.matchAll(separatorOrEscape)) {
    name += typed.slice(at, found.index) + (found[1] ?? '');
    at = found.index + found[0].length;
    if (found[1] !== undefined) continue;
    names.push(name.trim());
    name = '';
  }
  return [...names, (name + typed.slice(at)).trim()];
};

/**
 * Characters that would be misread: a slash, and a backslash before an escapable character or at the end of a
 * name.
 */
const toEscape = /\/|\\(?=[\\/]|$)/gu;

/** Names from the root down as they are typed; `parseNamePath` reads them as they were. */
export const printNamePath = (names: readonly string[], separator: ' / ' | '/' = ' / '): string =>
  names.map((name) => name.replace(toEscape, '\\$&')).join(separator);
