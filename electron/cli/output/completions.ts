/** What a shell proposes behind `precis`, from the one table of commands. */
import { type Option, sharedOptions } from '../arguments/options.ts';
import type { Command } from '../commands/command.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

const optionsOf = ({ options }: Command): readonly (readonly [string, Option])[] =>
  Object.entries({ ...options, ...sharedOptions });

/** The words that may stand behind a command where it takes one of few, such as `articles`. */
const operandChoices = ({ operands }: Command): readonly string[] =>
  operands
    .split(' ')
    .find((word) => /^[a-z-]+(\|[a-z-]+)+$/u.test(word))
    ?.split('|') ?? [];

const isFile = ({ takes }: Option): boolean => takes !== null && /^(FILE|DIR|NEW)/u.test(takes);

const groupOf = ({ name }: Command): string => name.split(' ')[0] ?? name;

/** The first words of all commands, and those that go on behind each. */
const groups = (table: readonly Command[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const command of table) {
    const [first = '', second] = command.name.split(' ');
    const seconds = found.get(first) ?? [];
    found.set(first, second === undefined ? seconds : [...seconds, second]);
  }
  return found;
};

/** `'` as a shell takes it inside of single quotes. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const bash = (table: readonly Command[]): string => {
  // An option of one name may take other words behind another command.
  const choices = table.flatMap((command) =>
    optionsOf(command)
      .filter(([, { choices: words }]) => words.length > 0)
      .map(
        ([name, option]) =>
          `    ${quoted(`${command.name} `)}*${quoted(` --${name}`)}) COMPREPLY=($(compgen -W ${quoted(option.choices.join(' '))} -- "$word")); return ;;`,
      ),
  );
  const cases = table.map((command) => {
    const words = [...optionsOf(command).map(([name]) => `--${name}`), ...operandChoices(command)].join(' ');
    return `    ${quoted(command.name)}) words=${quoted(words)} ;;`;
  });
  const below = [...groups(table)]
    .filter(([, seconds]) => seconds.length > 0)
    .map(
      ([first, seconds]) =>
        `    ${first}) [ "$COMP_CWORD" -eq 2 ] && { COMPREPLY=($(compgen -W ${quoted(seconds.join(' '))} -- "$word")); return; } ;;`,
    );
  return `# bash completion for precis
_precis() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted([...groups(table).keys()].join(' '))} -- "$word") $(compgen -f -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]} \${COMP_WORDS[2]}  $before" in
${choices.join('\n')}
  esac
  case "\${COMP_WORDS[1]}" in
${below.join('\n')}
  esac
  case "\${COMP_WORDS[1]} \${COMP_WORDS[2]}" in
${cases.filter((line) => /^ {4}'[^']* /u.test(line)).join('\n')}
    *) case "\${COMP_WORDS[1]}" in
${cases.filter((line) => !/^ {4}'[^']* [^']*'\)/u.test(line)).join('\n')}
    esac ;;
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
  const names = [...groups(table)].map(([first, seconds]) => {
    const summary = table.find((command) => groupOf(command) === first)?.summary ?? '';
    return `    ${quoted(`${first}:${seconds.length > 0 ? seconds.join(', ') : summary.replaceAll(':', ' ')}`)}`;
  });
  const below = [...groups(table)]
    .filter(([, seconds]) => seconds.length > 0)
    .map(
      ([first, seconds]) =>
        `    ${first}) if (( CURRENT == 3 )); then compadd ${seconds.join(' ')}; return; fi; name="$words[2] $words[3]" ;;`,
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
  case "$name" in
${below.join('\n')}
  esac
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

const fish = (table: readonly Command[]): string => {
  const lines = table.flatMap((command) => {
    const [first = '', second] = command.name.split(' ');
    const seen =
      second === undefined
        ? `__fish_seen_subcommand_from ${first}`
        : `__fish_seen_subcommand_from ${first}; and __fish_seen_subcommand_from ${second}`;
    const offered =
      second === undefined
        ? `complete -c precis -n __fish_use_subcommand -a ${first} -d ${quotedFish(command.summary)}`
        : `complete -c precis -n ${quoted(`__fish_seen_subcommand_from ${first}`)} -a ${second} -d ${quotedFish(command.summary)}`;
    const options = Object.entries(command.options).map(
      ([name, option]) =>
        `complete -c precis -n ${quoted(seen)} -l ${name}${fishValue(option)} -d ${quotedFish(option.says)}`,
    );
    const operands = operandChoices(command);
    const words =
      operands.length === 0
        ? []
        : [`complete -c precis -n ${quoted(seen)} -a ${quotedFish(operands.join(' '))}`];
    return [offered, ...options, ...words];
  });
  const groupLines = [...groups(table)]
    .filter(([, seconds]) => seconds.length > 0)
    .map(
      ([first, seconds]) =>
        `complete -c precis -n __fish_use_subcommand -a ${first} -d ${quotedFish(seconds.join(', '))}`,
    );
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
