const MAX_FILES = 15;
const MAX_COMMENT_COLUMNS = 120;

const isSource = (/** @type {string} */ file) =>
  /^(browser|domain|electron|renderer|scripts|tests\/support)\/.*\.(ts|tsx|mjs|js)$/.test(file);

const folderOf = (/** @type {string} */ file) => file.slice(0, file.lastIndexOf('/'));

/**
 * The folders with more than fifteen source files that are missing in the table of such folders, and those listed there
 * without need.
 *
 * @param {readonly string[]} files
 * @param {string} architecture
 */
export function findUnreasonedFolders(files, architecture) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const file of files.filter(isSource))
    counts.set(folderOf(file), (counts.get(folderOf(file)) ?? 0) + 1);
  const large = [...counts].filter(([, count]) => count > MAX_FILES);
  const reasoned = readReasons(architecture);
  return [
    ...large
      .filter(([folder]) => !reasoned.has(folder))
      .map(
        ([folder, count]) =>
          `${folder} holds ${count} source files: sort it, or say why in docs/architecture.md`,
      ),
    ...[...reasoned]
      .filter((folder) => (counts.get(folder) ?? 0) <= MAX_FILES)
      .map(
        (folder) =>
          `${folder} needs no reason in docs/architecture.md: it holds at most ${MAX_FILES} source files`,
      ),
  ];
}

/** The folders named in the first cells of the table below the heading "Large folders". */
const readReasons = (/** @type {string} */ architecture) => {
  const [, section = ''] = architecture.split('\n## Large folders\n');
  const [table = ''] = section.split('\n## ');
  const cells = [...table.matchAll(/^\|([^|]*)\|/gm)].map(([, cell = '']) => cell);
  return new Set(cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, folder = '']) => folder)));
};

/**
 * Names on a page that don't exist: paths from the root of the project, and source files by name.
 *
 * @param {string} page
 * @param {string} text
 * @param {readonly string[]} files
 */
export function findGonePaths(page, text, files) {
  const known = new Set(files.flatMap((file) => [...placesOf(file), file.slice(file.lastIndexOf('/') + 1)]));
  const named = [...text.matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name.replace(/\/$/, ''));
  return [...new Set(named)]
    .filter((name) => isPath(name) && !known.has(name))
    .map((name) => `${page} names ${name}, which is not there`);
}

/** A file and its ancestor folders. */
const placesOf = (/** @type {string} */ file) =>
  file.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));

const isPath = (/** @type {string} */ name) =>
  !/[*<>{}]/.test(name) &&
  (/^(browser|domain|electron|renderer|resources|scripts|tests|docs)\//.test(name) ||
    /^[\w.-]+\.(ts|tsx|mjs|cjs)$/.test(name));

/** Whether the file contains code of the project. */
export const isCode = (/** @type {string} */ file) =>
  /^(browser|domain|electron|renderer|scripts|tests)\/.*\.(ts|tsx|mjs|js)$/.test(file);

/**
 * Comment lines that are too long to read at a glance. Linter directives and addresses can't be wrapped.
 *
 * @param {string} file
 * @param {string} text
 */
export function findLongComments(file, text) {
  return text.split('\n').flatMap((line, index) => {
    const isLong = line.length > MAX_COMMENT_COLUMNS && /^\s*(\/\/|\*|\/\*\*)/.test(line);
    return isLong && !/biome-ignore|:\/\/|^\s*\* @/.test(line)
      ? [`${file}:${index + 1} is a comment of more than ${MAX_COMMENT_COLUMNS} columns`]
      : [];
  });
}
