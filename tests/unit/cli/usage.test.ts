import { describe, expect, it } from 'vitest';
import { flag, needed, oneOf, printOptions, several, value } from '#electron/cli/arguments/options.ts';
import { commandTable, findCommand } from '#electron/cli/commands/command-table.ts';
import { usage, usageOf } from '#electron/cli/output/usage.ts';

describe('the usage of the command line', () => {
  it('shows every command with every option, and what it does', () => {
    for (const { name, operands, options, says } of commandTable) {
      expect(usage).toContain(`\n  ${`${name} ${operands}`.trim()}`);
      for (const option of Object.keys(options)) expect(usage).toContain(`--${option}`);
      expect(usage.replace(/\s+/g, ' ')).toContain(says);
    }
  });

  it('fits a wide terminal, whole or of one command', () => {
    const lines = [usage, ...commandTable.map(usageOf)].flatMap((text) => text.split('\n'));
    expect(lines.filter((line) => line.length > 116)).toEqual([]);
  });

  it('shows of one command its form first, then what it does and what all take', () => {
    const command = findCommand(['relate', 'x']);
    const [form, says, shared] = command === undefined ? [] : usageOf(command).split('\n\n');
    expect(form).toMatch(
      /^Usage: precis relate PASSAGE supports\|[a-z|]+ PASSAGE \[--remove\] \[--unconfirm\] --archive DIR$/,
    );
    expect(says?.replaceAll('\n', ' ')).toBe(command?.says);
    expect(shared).toMatch(/^ {2}--archive DIR /);
  });

  it('tells what an option takes and whether it is needed', () => {
    const options = {
      title: needed(value('T')),
      quote: needed(several(value('TEXT'))),
      tag: several(value('A/B')),
      article: oneOf(value('ID')),
      hashes: flag,
      passages: oneOf(value('ID,ID')),
    };
    expect(printOptions(options).join(' ')).toBe(
      '--title T --quote TEXT... [--tag A/B]... [--hashes] (--article ID | --passages ID,ID)',
    );
  });

  it('finds a command by the words of its name, which no other has', () => {
    const names = commandTable.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const command of commandTable) expect(findCommand([...command.name.split(' '), 'x'])).toBe(command);
    expect(findCommand(['memo'])).toBeUndefined();
    expect(findCommand(['constructor'])).toBeUndefined();
  });
});
