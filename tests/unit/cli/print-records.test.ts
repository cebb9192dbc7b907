import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Format } from '#electron/cli/arguments/parse-command-line.ts';
import type { ListedRecord } from '#electron/cli/command-context.ts';
import { keepPiped } from '#electron/cli/commands/article/import-files.ts';
import { printRecords } from '#electron/cli/output/print-answer.ts';

async function* listOf(count: number): AsyncGenerator<ListedRecord> {
  for (let number = 1; number <= count; number += 1)
    yield { json: { number, list: [number] }, plain: `${number}  x` };
}

const print = async (count: number, format: Format): Promise<readonly string[]> => {
  const parts: string[] = [];
  for await (const part of printRecords(listOf(count), format)) parts.push(part);
  return parts;
};

describe('a list that is printed as it comes', () => {
  it('reads as it would as a whole', async () => {
    expect((await print(2, 'plain')).join('')).toBe('1  x\n2  x\n');
    expect((await print(2, 'ndjson')).join('')).toBe('{"number":1,"list":[1]}\n{"number":2,"list":[2]}\n');
    const records = [1, 2].map((number) => ({ number, list: [number] }));
    expect((await print(2, 'json')).join('')).toBe(`${JSON.stringify(records, null, 2)}\n`);
  });

  it('is an empty list where there is no record', async () => {
    expect((await print(0, 'json')).join('')).toBe('[]\n');
    expect((await print(0, 'ndjson')).join('')).toBe('');
    expect((await print(0, 'plain')).join('')).toBe('');
  });

  it('is held in parts, however long it is', async () => {
    const parts = await print(100_000, 'ndjson');
    expect(parts.join('').match(/\n/gu)).toHaveLength(100_000);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(70_000);
  });
});

describe('what is piped in', () => {
  const keep = async (text: string, name: string | null = null) => {
    const piped = await keepPiped(name, Readable.from([Buffer.from(text)]));
    const kept = { name: basename(piped.path), text: await readFile(piped.path, 'utf8') };
    await piped.remove();
    await expect(readFile(piped.path)).rejects.toThrow('ENOENT');
    return kept;
  };

  it('is a file for a moment, named by what it is', async () => {
    expect(await keep('<!doctype html><p>x')).toEqual({ name: 'piped.html', text: '<!doctype html><p>x' });
    expect(await keep('%PDF-1.7')).toMatchObject({ name: 'piped.pdf' });
    expect(await keep('<3 is a heart')).toMatchObject({ name: 'piped.txt' });
  });

  it('is named as the person says, in no other folder', async () => {
    expect(await keep('x', '../../note.md')).toEqual({ name: 'note.md', text: 'x' });
  });
});
