import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { commandLineArguments } from '../../scripts/app/electron-arguments.mjs';
import { inProject } from '../../scripts/run/paths.mjs';
import { test } from '../support/app/cli-test.ts';
import { electronUnderTest } from '../support/app/electron-under-test.ts';

/** A pipeline as docs/command-line.md has it: what it is for, and its line. */
type Pipeline = { readonly title: string; readonly line: string };

const readPipelines = async (): Promise<readonly Pipeline[]> => {
  const page = await readFile(inProject('docs/command-line.md'), 'utf8');
  return [...page.matchAll(/\n\n([^\n]+(?:\n[^\n]+)?)\n\n```sh\n([^\n]+)\n```/gu)].map(
    ([, title = '', line = '']) => ({ title: title.replace('\n', ' '), line }),
  );
};

/** What each prints of the archive below, by the beginning of its title; the order of its lines is its own. */
const expected: Readonly<Record<string, RegExp>> = {
  'How many passages does each tag have?': /^ +2 Harbour\n +1 History$/u,
  'Which claims have no grade yet?': /^\tThe office gave no reason$/mu,
  'What contradicts what?': /^The office gave no reason\tcontradicts\t[0-9a-f-]{36}$/mu,
  'Which speakers rest on one article alone?': /^Bo Lee$/u,
  'A table of articles': /^"title","publisher","date","missing"\n.*"[a-zA-Z ]+"$/u,
  'Open tasks': /^2026-12-01\tAsk the pilots$/u,
  'Passages that no memo cites': /^- “The strait was closed in 2019 as well\.” \(untitled\)$/mu,
  'Every error and warning that the checks find': /^[0-9a-f-]{36}\t“For” is empty\.$/mu,
  'Where are the words of a search?': /^article\tThe strait will close.*\n(?:.*\n)*tag\tHarbour\b/u,
  'Is the archive intact?': /^articles\/[0-9a-f-]+\/body\.json: \S/mu,
};

test('ten pipelines with jq do what the page on the command line says', async ({ precis }) => {
  test.slow();
  const pipelines = await readPipelines();
  expect(pipelines).toHaveLength(10);
  const id = await precis.importText();
  const annotate = async (quote: string, ...words: string[]): Promise<string> => {
    const made = await precis.answer('annotate', id, '--quote', quote, ...words);
    return (made as { passageId: string }).passageId;
  };
  const lee = ['--source', 'Bo Lee', '--credibility', '3', '--reliability', 'B'];
  const first = await annotate(
    'The strait was closed in 2019 as well.',
    '--tag',
    'Harbour',
    '--tag',
    'History',
    ...lee,
  );
  const second = await annotate(
    'The office gave no reason',
    '--tag',
    'Harbour',
    '--task',
    'Ask the pilots',
    '--due',
    '2026-12-01',
  );
  await precis.answer('relate', second, 'contradicts', first);
  await precis.answer('memo', 'new', '--title', 'Strait', '--empty');

  const shell = await layShell(precis.folder);
  for (const { title, line } of pipelines) {
    // The last one is worth its line only where something is wrong.
    if (title.startsWith('Is the archive intact?')) await damageText(precis.folder, id);
    const printed = await shell(line);
    const [, pattern] = Object.entries(expected).find(([begun]) => title.startsWith(begun)) ?? [];
    expect(pattern, title).toBeDefined();
    expect.soft(printed.trimEnd(), title).toMatch(pattern ?? /^$/u);
  }
});

/** `precis` on the PATH, as `npm link` lays it, and a shell that has it. */
const layShell = async (folder: string): Promise<(line: string) => Promise<string>> => {
  const bin = join(folder, 'bin');
  await mkdir(bin);
  const words = [electronUnderTest(), ...commandLineArguments([])].map((word) => `'${word}'`).join(' ');
  await writeFile(join(bin, 'precis'), `#!/bin/sh\nexec ${words} "$@"\n`, { mode: 0o755 });
  const env = {
    ...process.env,
    PATH: `${bin}:${process.env.PATH}`,
    PRECIS_ARCHIVE: join(folder, 'archive'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    INIT_CWD: folder,
    DISPLAY: undefined,
  };
  return (line) =>
    new Promise((resolve, reject) => {
      // `check` ends with 1 where it finds something; jq ends the pipeline.
      execFile('sh', ['-c', line], { cwd: folder, env }, (error, stdout, stderr) =>
        error === null ? resolve(stdout) : reject(new Error(`${line}\n${stderr}`)),
      );
    });
};

const damageText = async (folder: string, id: string): Promise<void> => {
  const path = join(folder, 'archive/articles', id, 'body.json');
  await writeFile(path, (await readFile(path, 'utf8')).replace('harbour office', 'harbour police'));
};
