import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharedOptions } from '#electron/cli/arguments/options.ts';
import { findCommand, loadCommands } from '#electron/cli/commands/command-table.ts';
import { inProject } from '../../../scripts/run/paths.mjs';

const pages = [
  ...['README.md', 'CHANGELOG.md', 'SECURITY.md'],
  ...readdirSync(inProject('docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
const textOf = (page: string): string => readFileSync(inProject(page), 'utf8');

/** What stands in a page as code: fenced lines, those that a backslash continues joined, and spans. */
const codeOf = (page: string): readonly string[] => {
  const text = textOf(page).replace(/\\\n\s*/gu, '');
  const fences = [...text.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gmu)].flatMap(([, lines = '']) =>
    lines.split('\n'),
  );
  const spans = [...text.replace(/^```[\s\S]*?^```/gmu, '').matchAll(/`([^`]+)`/gu)].map(
    ([, code = '']) => code,
  );
  return [...fences, ...spans.map((code) => code.replace(/\s+/gu, ' '))];
};

const manifest = JSON.parse(textOf('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
};

/** Switches of the app's window, of Chromium, and of other programs that the pages name. */
const otherSwitches = new Set(
  [
    'archive',
    'user-data-dir',
    'no-sample',
    'version',
    'cli',
    'ozone-platform',
    'smoke',
    'short',
    'check',
  ].concat([
    'browser-subprocess-path',
    'remote-debugging-port',
    'inspect',
    'js-flags',
    'no-sandbox',
    'ignore-missing',
    'decrypt',
    'no-rebase',
    'save-dev',
  ]),
);

const commandTable = await loadCommands();
const optionNames = new Set([
  ...commandTable.flatMap(({ options }) => Object.keys(options)),
  ...Object.keys(sharedOptions),
]);

/**
 * The uses of the command line in a piece of code: what stands behind `precis`, up to a pipe or the end of the command.
 */
const usesIn = (code: string): readonly string[] =>
  [...code.matchAll(/(?:^|[\s;(|]|--silent )precis (?:-- )?([^|;)]*)/gu)].map(([, words = '']) =>
    words.trim(),
  );

const beginsWithCommand = (words: string): boolean =>
  /^[a-z][a-z-]* ?/u.test(words) && !/^[\w-]*[./]/u.test(words);

describe('what the pages say', () => {
  it.each(pages)('names in %s only commands of npm that there are', (page) => {
    const named = codeOf(page).flatMap((code) => [...code.matchAll(/npm run (?:--silent )?([\w-]+)/gu)]);
    expect(named.map(([, name = '']) => name).filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it.each(pages)('names in %s only commands and options of precis that there are', (page) => {
    const wrong = codeOf(page)
      .flatMap(usesIn)
      .filter(beginsWithCommand)
      .flatMap((words) => {
        const name = findCommand(words.split(' '));
        const command = commandTable.find((each) => each.name === name);
        if (command === undefined) return [words];
        const known = { ...command.options, ...sharedOptions };
        const options = [...(words.split(' -- ')[0]?.matchAll(/(?:^| )--([a-z][a-z-]*)/gu) ?? [])];
        return options.map(([, name = '']) => name).filter((name) => !(name in known));
      });
    expect(wrong).toEqual([]);
  });

  it.each(
    pages.filter((page) =>
      /^docs\/(?:user-guide|reference|administration|command-line|teams|other-tools)\.md$/u.test(page),
    ),
  )('names in %s only options that some command has', (page) => {
    const named = codeOf(page).flatMap((code) => [...code.matchAll(/^--([a-z][a-z-]*)/gu)]);
    const unknown = named
      .map(([, name = '']) => name)
      .filter((name) => !optionNames.has(name) && !otherSwitches.has(name));
    expect(unknown).toEqual([]);
  });

  it.each(pages)('leads in %s to files that there are', (page) => {
    const links = [...textOf(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/gu)].map(
      ([, to = '']) => to,
    );
    const gone = links.filter((to) => !existsSync(resolve(inProject(dirname(page)), to)));
    expect(gone).toEqual([]);
  });

  it('asks for the Node that package.json asks for', () => {
    const [, needed = ''] = /^>=(\d+\.\d+)$/u.exec(manifest.engines.node) ?? [];
    for (const page of ['README.md', 'docs/installers.md']) {
      const named = [...textOf(page).matchAll(/Node (\d+\.\d+) or newer/gu)].map(([, version]) => version);
      expect([page, new Set(named)]).toEqual([page, new Set([needed])]);
    }
  });
});
