import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answers, failedAnswer } from '#electron/cli/answers.ts';
import { commandNames, findCommand } from '#electron/cli/commands/command-table.ts';

// The answers of the command line as they are published. `npm run schemas` writes them anew.

const folder = join(import.meta.dirname, '../../../docs/schemas/answers');
const published = { ...answers, error: failedAnswer };
const fileOf = (name: string): string => `${name.replaceAll(' ', '-')}.schema.json`;

describe('the published answers of the command line', () => {
  it.each(Object.entries(published))('say what %s answers today', async (name, schema) => {
    // What is answered may have more fields one day: a reader is not to refuse it.
    const shape = z.toJSONSchema(schema, { io: 'input' });
    const titled = { ...shape, title: `precis ${name} --json` };
    await expect(`${JSON.stringify(titled, null, 2)}\n`).toMatchFileSnapshot(join(folder, fileOf(name)));
  });

  it('are of every command, and of no other', async () => {
    expect((await readdir(folder)).sort()).toEqual(Object.keys(published).map(fileOf).sort());
    const named = Object.keys(answers).map((name) => findCommand(name.split(' ')));
    expect(new Set(named)).toEqual(new Set(commandNames));
  });
});
