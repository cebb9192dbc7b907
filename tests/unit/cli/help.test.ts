import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { flag, needed, oneOf, printOptions, several, value } from '#electron/cli/arguments/options.ts';
import { parseCommandLine } from '#electron/cli/arguments/parse-command-line.ts';
import { commandNames, findCommand, loadCommands } from '#electron/cli/commands/command-table.ts';
import { completionFor, shells } from '#electron/cli/output/completions.ts';
import { groupHelpOf, helpOf, overview } from '#electron/cli/output/help.ts';
import { manPage } from '#electron/cli/output/man-page.ts';

const commandTable = await loadCommands();

/** The words of an example, as a shell splits them. */
const wordsOf = (example: string): readonly string[] =>
  [...(example.split(' | ')[0] ?? '').matchAll(/"([^"]*)"|(\S+)/gu)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  );

describe('the help of the command line', () => {
  it('lists every command in a line or two', () => {
    const lines = overview(commandTable).split('\n');
    for (const { name, summary } of commandTable) {
      expect(summary).not.toMatch(/\.$/u);
      const at = lines.findIndex((line) => line.startsWith(`  ${name} `) || line === `  ${name}`);
      expect(at, name).toBeGreaterThan(0);
      expect(
        lines
          .slice(at, at + 2)
          .join(' ')
          .replaceAll(/\s+/gu, ' '),
      ).toContain(summary.slice(0, 40));
    }
  });

  it('shows of one command its form, what it does, each option, and an example that is right', async () => {
    for (const command of commandTable) {
      const help = helpOf(command);
      expect(help).toMatch(new RegExp(`^Usage: precis ${command.name}`));
      expect(help.replaceAll(/\s+/gu, ' ')).toContain(command.summary);
      for (const [name, { says }] of Object.entries(command.options)) {
        expect(help).toContain(`--${name}`);
        expect(help.replaceAll(/\s+/gu, ' ')).toContain(says);
      }
      expect(help.endsWith(`\nExample: precis ${command.example}`)).toBe(true);
      const [written = command.example] = command.example.split(' > ');
      expect(findCommand(wordsOf(written))).toBe(command.name);
      const usual = command.example.includes('--archive') ? null : '/cases/canal';
      expect(await parseCommandLine(wordsOf(written), usual), command.example).toMatchObject({ ok: true });
    }
  });

  it('fits a terminal of 100 columns and 60 lines', () => {
    for (const text of [overview(commandTable), ...commandTable.map(helpOf)]) {
      const lines = text.split('\n');
      expect(lines.filter((line) => line.length > 100)).toEqual([]);
      expect(lines.length).toBeLessThanOrEqual(60);
    }
  });

  it.each([
    ['memo', 'memo new', 'list'],
    ['memo review', 'memo review start', 'memo new'],
    ['event', 'event add', 'export-events'],
  ])('lists of "%s" the commands that begin with it, and no others', async (group, below, other) => {
    const expected = commandNames.filter((name) => name.startsWith(`${group} `));
    const lines = groupHelpOf(group, commandTable).split('\n');
    const listed = commandNames.filter((name) => lines.some((line) => line.startsWith(`  ${name} `)));
    expect(listed).toEqual(expected);
    expect(listed).toContain(below);
    expect(listed).not.toContain(other);
    expect(await parseCommandLine(['help', ...group.split(' ')])).toMatchObject({ ok: true });
  });

  it('refuses help for words that no command begins with, and points to the help of those that some do', async () => {
    expect(await parseCommandLine(['help', 'mem'])).toMatchObject({ ok: false });
    expect(await parseCommandLine(['memo'])).toMatchObject({ error: { command: null, group: 'memo' } });
    expect(await parseCommandLine(['nomemo'])).toMatchObject({ error: { command: null, group: null } });
  });

  it('tells what an option takes and whether it is needed', () => {
    const options = {
      title: needed(value('T', '')),
      quote: needed(several(value('TEXT', ''))),
      tag: several(value('A/B', '')),
      article: oneOf(value('ID', '')),
      hashes: flag(''),
      passages: oneOf(value('ID,ID', '')),
    };
    expect(printOptions(options).join(' ')).toBe(
      '--title T --quote TEXT... [--tag A/B]... [--hashes] (--article ID | --passages ID,ID)',
    );
  });

  it('finds a command by the words of its name, which no other has', () => {
    expect(commandTable.map(({ name }) => name)).toEqual(commandNames);
    for (const name of commandNames) expect(findCommand([...name.split(' '), 'x'])).toBe(name);
    expect(findCommand(['memo'])).toBeUndefined();
    expect(findCommand(['constructor'])).toBeUndefined();
  });
});

describe('what is made of the table of commands', () => {
  const page = manPage(commandTable, '1.2.3').replaceAll('\\-', '-');
  const texts = [page, ...shells.map((shell) => completionFor(shell, commandTable))];

  it.each(commandTable)('names $name and its options in the man page and in each completion', (command) => {
    expect(page).toContain(`.SS ${command.name}\n`);
    const words = command.name.split(' ');
    const options = Object.keys(command.options).map((option) => new RegExp(`(?:--|-l )${option}\\b`));
    for (const text of texts) {
      for (const word of words) expect(text).toContain(word);
      for (const option of options) expect(text).toMatch(option);
    }
  });

  it('begins no line of the man page with what roff would take for a request of its own', () => {
    const requests = new Set(
      [...manPage(commandTable, '1.2.3').matchAll(/^[.'](\S*)/gmu)].map(([, request]) => request),
    );
    expect([...requests].sort()).toEqual(['PP', 'SH', 'SS', 'TH', 'TP', 'br']);
  });

  it.each([
    ['precis memo ', ['new', 'sources', 'review', 'send', 'update', 'snapshots', 'diff']],
    ['precis memo review ', ['start', 'add', 'list', 'close', 'sheet']],
    ['precis memo review start 0190 --d', ['--due']],
    ['precis li', ['list', 'lint']],
    ['precis list art', ['articles']],
    ['precis export 0190 --pap', ['--paper']],
    ['precis export 0190 --paper ', ['a4', 'letter']],
    ['precis export 0190 --format d', ['docx']],
    ['precis export-passages --format ', ['jsonld', 'csv', 'md']],
    ['precis memo update 0190 --kind ', ['update', 'correction', 'withdrawal']],
    ['precis memo update 0190 --kind ', ['update', 'correction', 'withdrawal']],
    ['precis memo new --ti', ['--title']],
  ])('completes "%s" in bash', (line, expected) => {
    const words = line.split(' ');
    const script = `${completionFor('bash', commandTable)}
      COMP_WORDS=(${words.map((word) => `"${word}"`).join(' ')}) COMP_CWORD=${words.length - 1}
      compopt() { :; }
      cd /var/empty 2>/dev/null || cd "$(mktemp -d)"
      _precis; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const proposed = execFileSync('bash', ['--norc', '-c', script], { encoding: 'utf8' }).trim().split('\n');
    expect(proposed).toEqual(expected);
  });
});
