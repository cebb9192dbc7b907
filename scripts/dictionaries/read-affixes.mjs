// The affix file of a Hunspell dictionary, as Chromium's format parts it. Texts here are bytes: one character each.

/**
 * @typedef {{
 *   comment: string,
 *   rules: string[],
 *   replacements: [string, string][],
 *   others: string[],
 *   groups: string[],
 *   groupOf: (flags: string) => number,
 *   groupsAreNumbers: boolean,
 * }} Affixes
 */

/** White space of ASCII alone, so that no byte of a letter is taken for it. */
const trimmed = (/** @type {string} */ line) =>
  line.replace(/^(?:\xEF\xBB\xBF)?[\t-\r ]+|^\xEF\xBB\xBF|[\t-\r ]+$/g, '');
const withoutComment = (/** @type {string} */ line) =>
  line.includes('#') ? trimmed(line.slice(0, line.indexOf('#'))) : line;
const withSingleSpaces = (/** @type {string} */ line) => line.replace(/ {2,}/g, ' ');

/** What Chromium's dictionaries can't hold: the words would have to be stored in another way. */
const refused = /^(?:IGNORE|COMPLEXPREFIXES) /;

/**
 * The lines of a file of a dictionary, trimmed, without what is a comment.
 *
 * @param {string} text
 */
export const dictionaryLines = (text) =>
  text
    .split('\n')
    .map((line) => withoutComment(trimmed(line)))
    .filter((line) => line !== '');

/**
 * Throws where the dictionary is not in UTF-8, or needs what the format does not have.
 *
 * @param {string} text
 * @returns {Affixes}
 */
export function readAffixes(text) {
  const lines = dictionaryLines(text);
  const encoding = lines
    .find((line) => line.startsWith('SET '))
    ?.slice(4)
    .trim();
  if (encoding !== 'UTF-8')
    throw new Error(`the dictionary is in ${encoding ?? 'an unnamed encoding'}, not in UTF-8`);
  const unknown = lines.find((line) => refused.test(line));
  if (unknown !== undefined) throw new Error(`the format has no ${unknown.split(' ')[0]}`);
  const groups = createGroups(lines.filter((line) => line.startsWith('AF ')).slice(1));
  return {
    comment: introduction(text),
    rules: lines.filter((line) => /^[SP]FX /.test(line)).map((line) => printRule(line, groups)),
    replacements: lines
      .filter((line) => line.startsWith('REP '))
      .slice(1)
      .map(parseReplacement),
    others: lines.filter((line) => !/^(?:SET|AF|[SP]FX|REP) /.test(line)),
    ...groups,
  };
}

/**
 * The comments above the first command.
 *
 * @param {string} text
 */
function introduction(text) {
  const lines = text.split('\n').map(trimmed);
  const end = lines.findIndex((line) => withoutComment(line) !== '');
  return lines
    .slice(0, end)
    .filter((line) => line.startsWith('#'))
    .map((line) => `${line}\n`)
    .join('');
}

/**
 * Every set of flags gets a number, from 1 on.
 *
 * @param {string[]} listed
 */
function createGroups(listed) {
  const groups = listed.map((line) => trimmed(line.slice(3)));
  const numbers = new Map(groups.map((group, at) => [group, at + 1]));
  return {
    groups,
    groupsAreNumbers: listed.length > 0,
    groupOf(/** @type {string} */ flags) {
      const group = trimmed(flags);
      const known = numbers.get(group);
      if (known !== undefined) return known;
      groups.push(group);
      numbers.set(group, groups.length);
      return groups.length;
    },
  };
}

/**
 * "SFX D   0     d/X    e" with the flags after the slash as the number of their group.
 *
 * @param {string} line
 * @param {{groupsAreNumbers: boolean, groupOf: (flags: string) => number}} groups
 */
function printRule(line, { groupsAreNumbers, groupOf }) {
  const rule = withSingleSpaces(line);
  const [kind, flag, third = '', ...rest] = rule.split(' ');
  if (rest.length === 0) return rule;
  const isHead = /^[YN]/.test(third);
  const head = isHead ? `${kind} ${flag} ${third}` : `${kind} ${flag} `;
  const body = withMorphology(isHead ? ` ${rest.join(' ')}` : `${third} ${rest.join(' ')}`);
  const slash = body.indexOf('/');
  if (slash < 0 || groupsAreNumbers) return head + body;
  const [flags = '', condition = '.'] = body.slice(slash + 1).split(' ');
  return `${head}${body.slice(0, slash + 1)}${groupOf(flags)} ${condition}`;
}

/**
 * "0 d e - M", as old dictionaries write it, is "0 d/M e".
 *
 * @param {string} body
 */
function withMorphology(body) {
  const parts = body.includes('-') ? body.split(' ') : [];
  return parts.length < 5 ? body : `${parts[0]} ${parts[1]}/${parts[4]} ${parts[2]}`;
}

/**
 * @param {string} line
 * @returns {[string, string]}
 */
function parseReplacement(line) {
  const [, from = '', to = ''] = /^REP +([^ ]*) (.*)$/.exec(withSingleSpaces(line)) ?? [];
  if (from === '') throw new Error(`no replacement: ${line}`);
  return [from.replaceAll('_', ' '), to.replaceAll('_', ' ')];
}
