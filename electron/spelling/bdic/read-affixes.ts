/**
 * The affix file of a Hunspell dictionary, divided as in Chromium's format. Texts here are bytes: one character each.
 */
import { DictionaryFault } from './dictionary-fault.ts';

/** The sets of flags of words: each gets a number, from 1 on. */
type FlagGroups = {
  readonly groups: readonly string[];
  readonly groupOf: (flags: string) => number;
  /** Whether the words already refer to their sets by number. */
  readonly areNumbers: boolean;
};

/** Converts bytes in a dictionary's encoding to UTF-8; both are texts with one character a byte. */
type ToUtf8 = (bytes: string) => string;

/** Hunspell's default for a dictionary without an encoding (hunspell(5), SET). */
const USUAL = 'ISO8859-1';

/** Hunspell's names that differ from the Encoding Standard. */
const otherNames: Readonly<Record<string, string>> = {
  'microsoft-cp1251': 'windows-1251',
  'tis620-2533': 'windows-874',
};

const labelOf = (name: string): string => {
  const lower = name.toLowerCase();
  return otherNames[lower] ?? lower.replace(/^iso-?8859-?/u, 'iso-8859-');
};

const decoderOf = (name: string) => {
  try {
    return new TextDecoder(labelOf(name), { fatal: true });
  } catch {
    throw new DictionaryFault('encoding');
  }
};

const isAscii = (bytes: string): boolean => !/[^\0-\x7F]/u.test(bytes);

/** The conversion to UTF-8 for a dictionary in the encoding `name` (from its SET, null if it has none). */
const createToUtf8 = (name: string | null): ToUtf8 => {
  const decoder = decoderOf(name ?? USUAL);
  return (bytes) => {
    if (isAscii(bytes)) return bytes;
    try {
      const text = decoder.decode(Buffer.from(bytes, 'latin1'));
      return Buffer.from(text, 'utf8').toString('latin1');
    } catch {
      throw new DictionaryFault('damaged');
    }
  };
};

export type Affixes = {
  readonly comment: string;
  readonly rules: readonly string[];
  readonly replacements: readonly (readonly [string, string])[];
  readonly others: readonly string[];
  readonly flags: FlagGroups;
  readonly toUtf8: ToUtf8;
  /** Characters ignored in dictionary words and checked words, in UTF-8. */
  readonly ignored: readonly string[];
};

/** Only ASCII white space, so that no byte of a letter is taken for it. */
const trimmed = (line: string): string =>
  line.replace(/^(?:\xEF\xBB\xBF)?[\t-\r ]+|^\xEF\xBB\xBF|[\t-\r ]+$/g, '');
const withoutComment = (line: string): string =>
  line.includes('#') ? trimmed(line.slice(0, line.indexOf('#'))) : line;
const withSingleSpaces = (line: string): string => line.replace(/ {2,}/g, ' ');

/** The lines of a dictionary file, trimmed, without comments. */
export const dictionaryLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => withoutComment(trimmed(line)))
    .filter((line) => line !== '');

/** Commands with texts as arguments; those of others are flags and numbers, whose bytes stay as they are. */
const textCommand = /^(?:TRY|MAP|KEY|WORDCHARS|BREAK|ICONV|OCONV|PHONE|IGNORE|CHECKCOMPOUNDPATTERN) /;

/**
 * Reads an affix file. Throws `encoding` if its encoding has no decoder, and `complex-prefixes` if its words would have
 * to be stored backwards, which the format does not support.
 */
export function readAffixes(text: string): Affixes {
  const lines = dictionaryLines(text);
  const argumentOf = (command: string): string | null =>
    lines
      .find((line) => line.startsWith(`${command} `))
      ?.slice(command.length + 1)
      .trim() ?? null;
  if (lines.some((line) => /^COMPLEXPREFIXES\b/.test(line))) throw new DictionaryFault('complex-prefixes');
  const toUtf8 = createToUtf8(argumentOf('SET'));
  const flags = createGroups(lines.filter((line) => line.startsWith('AF ')).slice(1));
  const others = lines.filter((line) => !/^(?:SET|AF|[SP]FX|REP) /.test(line));
  return {
    comment: introduction(text),
    rules: lines.filter((line) => /^[SP]FX /.test(line)).map((line) => printRule(line, flags, toUtf8)),
    replacements: lines
      .filter((line) => line.startsWith('REP '))
      .slice(1)
      .map((line) => parseReplacement(toUtf8(line))),
    others: [
      ...(hasUnnamedUtf8Flags(lines) ? ['FLAG UTF-8'] : []),
      ...others.map((line) => (textCommand.test(line) ? toUtf8(line) : line)),
    ],
    flags,
    toUtf8,
    ignored: charactersOf(toUtf8(argumentOf('IGNORE') ?? '')),
  };
}

const charactersOf = (utf8: string): readonly string[] =>
  [...Buffer.from(utf8, 'latin1').toString('utf8')].map((each) =>
    Buffer.from(each, 'utf8').toString('latin1'),
  );

/**
 * Whether the flags are UTF-8 characters without the file saying so, as in a dictionary converted to UTF-8 by hand. By
 * default a flag that is not a number has one byte (hunspell(5), FLAG): half of a two-byte flag would be read.
 */
const hasUnnamedUtf8Flags = (lines: readonly string[]): boolean =>
  !lines.some((line) => line.startsWith('FLAG ')) &&
  lines.some((line) => /^[SP]FX (?:[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}) [YN] /.test(line));

/** The comments above the first command. */
function introduction(text: string): string {
  const lines = text.split('\n').map(trimmed);
  const end = lines.findIndex((line) => withoutComment(line) !== '');
  return lines
    .slice(0, end)
    .filter((line) => line.startsWith('#'))
    .map((line) => `${line}\n`)
    .join('');
}

/** The format's limit: the last number ends a list. */
const MAX_GROUPS = 0xfffe;

function createGroups(listed: readonly string[]): FlagGroups {
  const groups = listed.map((line) => trimmed(line.slice(3)));
  const numbers = new Map(groups.map((group, at) => [group, at + 1]));
  return {
    groups,
    areNumbers: listed.length > 0,
    groupOf(flags) {
      const group = trimmed(flags);
      const known = numbers.get(group);
      if (known !== undefined) return known;
      groups.push(group);
      if (groups.length > MAX_GROUPS) throw new DictionaryFault('too-large');
      numbers.set(group, groups.length);
      return groups.length;
    },
  };
}

/** "SFX D 0 d/X e" in UTF-8, with the flags after the slash replaced by their group's number. */
function printRule(line: string, { areNumbers, groupOf }: FlagGroups, toUtf8: ToUtf8): string {
  const rule = withSingleSpaces(line);
  const [kind, flag, third = '', ...rest] = rule.split(' ');
  if (rest.length === 0) return rule;
  const isHead = /^[YN]/.test(third);
  const head = isHead ? `${kind} ${flag} ${third}` : `${kind} ${flag} `;
  const body = withMorphology(isHead ? ` ${rest.join(' ')}` : `${third} ${rest.join(' ')}`);
  const slash = body.indexOf('/');
  if (slash < 0) return head + toUtf8(body);
  const [flags = '', ...condition] = body.slice(slash + 1).split(' ');
  const before = head + toUtf8(body.slice(0, slash + 1));
  if (areNumbers) return before + [flags, ...condition.map(toUtf8)].join(' ');
  return `${before}${groupOf(flags)} ${toUtf8(condition[0] ?? '.')}`;
}

/** "0 d e - M", as old dictionaries write it, is "0 d/M e". */
function withMorphology(body: string): string {
  const parts = body.includes('-') ? body.split(' ') : [];
  return parts.length < 5 ? body : `${parts[0]} ${parts[1]}/${parts[4]} ${parts[2]}`;
}

function parseReplacement(line: string): readonly [string, string] {
  const [, from = '', to = ''] = /^REP +([^ ]*) (.*)$/.exec(withSingleSpaces(line)) ?? [];
  if (from === '') throw new DictionaryFault('damaged');
  return [from.replaceAll('_', ' '), to.replaceAll('_', ' ')];
}
