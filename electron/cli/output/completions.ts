/** Shell completions for `precis`, generated from the table of commands. */
import { type Option, sharedOptions } from '../arguments/options.ts';
import type { Command } from '../commands/command.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

const optionsOf = ({ options }: Command): readonly (readonly [string, Option])[] =>
  Object.entries({ ...options, ...sharedOptions });

/** The words that may follow a command which takes one of a few operands, such as `articles`. */
const operandChoices = ({ operands }: Command): readonly string[] =>
  operands
    .split(' ')
    .find((word) => /^[a-z-]+(\|[a-z-]+)+$/u.test(word))
    ?.split('|') ?? [];

const isFile = ({ takes }: Option): boolean => takes !== null && /^(FILE|DIR|NEW)/u.test(takes);

const wordsOf = ({ name }: Command): readonly string[] => name.split(' ');

/** The words that may follow each prefix, by that prefix; "" for the first words of all commands. */
const wordsBelow = (table: readonly Command[]): ReadonlyMap<string, readonly string[]> => {
  const below = new Map<string, Set<string>>();
  for (const words of table.map(wordsOf))
    words.forEach((word, at) => {
      const prefix = words.slice(0, at).join(' ');
      below.set(prefix, (below.get(prefix) ?? new Set()).add(word));
    });
  return new Map([...below].map(([prefix, words]) => [prefix, [...words]]));
};

/** The entries of `wordsBelow` with a prefix of at least one word, and the number of words in the prefix. */
const groupsOf = (table: readonly Command[]) =>
  [...wordsBelow(table)].flatMap(([prefix, next]) =>
    prefix === '' ? [] : [{ prefix, next, depth: prefix.split(' ').length }],
  );

/** The commands with more words first, so that "memo review start" is not matched as a command called "memo review". */
const longestFirst = (table: readonly Command[]): readonly Command[] =>
  table.toSorted((one, other) => wordsOf(other).length - wordsOf(one).length);

/** `text` in single quotes for a shell, with each `'` escaped. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const bash = (table: readonly Command[]): string => {
  // An option with the same name may take other values in another command.
  const choices = table.flatMap((command) =>
    optionsOf(command)
      .filter(([, { choices: words }]) => words.length > 0)
      .map(
        ([name, option]) =>
          `    ${quoted(`${command.name} `)}*${quoted(` --${name}`)}) COMPREPLY=($(compgen -W ${quoted(option.choices.join(' '))} -- "$word")); return ;;`,
      ),
  );
  const cases = longestFirst(table).map((command) => {
    const words = [...optionsOf(command).map(([name]) => `--${name}`), ...operandChoices(command)].join(' ');
    return `    ${quoted(`${command.name} `)}*) words=${quoted(words)} ;;`;
  });
  const below = groupsOf(table).map(
    ({ prefix, next, depth }) =>
      `    ${quoted(`${depth + 1} ${prefix}`)}) COMPREPLY=($(compgen -W ${quoted(next.join(' '))} -- "$word")); return ;;`,
  );
  return `# bash completion for precis
_precis() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted((wordsBelow(table).get('') ?? []).join(' '))} -- "$word") $(compgen -f -- "$word"))
    return
  fi
  case "$COMP_CWORD \${COMP_WORDS[*]:1:COMP_CWORD-1}" in
${below.join('\n')}
  esac
  case "\${COMP_WORDS[1]} \${COMP_WORDS[2]} \${COMP_WORDS[3]}  $before" in
${choices.join('\n')}
  esac
  case "\${COMP_WORDS[1]} \${COMP_WORDS[2]} \${COMP_WORDS[3]} " in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  [ "\${word#-}" = "$word" ] && COMPREPLY+=($(compgen -f -- "$word"))
}
complete -o filenames -F _precis precis`;
};

const zsh = (table: readonly Command[]): string => {
  const spec = ([name, option]: readonly [string, Option]): string => {
    const { takes, says, multiple, choices } = option;
    const value = takes === null ? '' : `:${takes.replaceAll(':', ' ')}:${zshValues(choices, option)}`;
    const says_ = says.replaceAll(/[[\]:]/gu, ' ');
    return `      ${quoted(`${multiple ? '*' : ''}--${name}[${says_}]${value}`)}`;
  };
  const cases = table.map((command) => {
    const operands = operandChoices(command);
    const rest = operands.length > 0 ? `*: :(${operands.join(' ')})` : '*:file:_files';
    return `    ${quoted(command.name)}) _arguments \\\n${[...optionsOf(command).map(spec), `      ${quoted(rest)}`].join(' \\\n')} ;;`;
  });
  const groups = groupsOf(table);
  const names = (wordsBelow(table).get('') ?? []).map((first) => {
    const next = groups.find(({ prefix }) => prefix === first)?.next ?? [];
    const summary = table.find((command) => wordsOf(command)[0] === first)?.summary ?? '';
    return `    ${quoted(`${first}:${next.length > 0 ? next.join(', ') : summary.replaceAll(':', ' ')}`)}`;
  });
  const below = groups
    .toSorted((one, other) => one.depth - other.depth)
    .map(
      ({ prefix, next, depth }) =>
        `  if [[ "$name" == ${quoted(prefix)} ]]; then if (( CURRENT == ${depth + 2} )); then compadd ${next.join(' ')}; return; fi; name="$name $words[${depth + 2}]"; fi`,
    );
  return `#compdef precis
_precis() {
  local name="$words[2]"
  local -a commands
  commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    _files
    return
  fi
${below.join('\n')}
  case "$name" in
${cases.join('\n')}
  esac
}
if [ "$funcstack[1]" = "_precis" ]; then _precis "$@"; else compdef _precis precis; fi`;
};

const zshValues = (choices: readonly string[], option: Option): string => {
  if (choices.length > 0) return `(${choices.join(' ')})`;
  return isFile(option) ? '_files' : '';
};

/** The condition in fish that those words of a command have been typed. */
const seenInFish = (words: readonly string[]): string =>
  words.length === 0
    ? '__fish_use_subcommand'
    : words.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');

const fish = (table: readonly Command[]): string => {
  const lines = table.flatMap((command) => {
    const words = wordsOf(command);
    const seen = seenInFish(words);
    const offered = `complete -c precis -n ${quoted(seenInFish(words.slice(0, -1)))} -a ${words.at(-1) ?? ''} -d ${quotedFish(command.summary)}`;
    const options = Object.entries(command.options).map(
      ([name, option]) =>
        `complete -c precis -n ${quoted(seen)} -l ${name}${fishValue(option)} -d ${quotedFish(option.says)}`,
    );
    const operands = operandChoices(command);
    const choices =
      operands.length === 0
        ? []
        : [`complete -c precis -n ${quoted(seen)} -a ${quotedFish(operands.join(' '))}`];
    return [offered, ...options, ...choices];
  });
  const groupLines = groupsOf(table).map(({ prefix, next }) => {
    const words = prefix.split(' ');
    return `complete -c precis -n ${quoted(seenInFish(words.slice(0, -1)))} -a ${words.at(-1) ?? ''} -d ${quotedFish(next.join(', '))}`;
  });
  const shared = Object.entries(sharedOptions).map(
    ([name, option]) => `complete -c precis -l ${name}${fishValue(option)} -d ${quotedFish(option.says)}`,
  );
  return ['# fish completion for precis', ...groupLines, ...lines, ...shared].join('\n');
};

const fishValue = (option: Option): string => {
  if (option.choices.length > 0) return ` -xa ${quotedFish(option.choices.join(' '))}`;
  if (option.takes === null) return '';
  return isFile(option) ? ' -rF' : ' -x';
};

const quotedFish = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const writers: Readonly<Record<Shell, (table: readonly Command[]) => string>> = { bash, zsh, fish };

/** The script that the shell reads. */
export const completionFor = (shell: Shell, table: readonly Command[]): string => writers[shell](table);
