// The words that a person reads, in the window, at the terminal and in the guide, against the patterns of bad English
// that can be seen by machine, and the guide against its shape.
import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { readGuideDocument } from '#renderer/help/guide/guide-page.ts';
import { inProject } from '../../../scripts/run/paths.mjs';

/** Folders and files whose strings a person reads; what a parser looks for in a text is in none of them. */
const shown = [
  'renderer/app',
  'renderer/archive',
  'renderer/articles',
  'renderer/bridge',
  'renderer/help',
  'renderer/insights',
  'renderer/lock',
  'renderer/memos',
  'renderer/pad',
  'renderer/parts',
  'renderer/passages',
  'renderer/reader',
  'renderer/related',
  'renderer/review',
  'renderer/search',
  'renderer/settings',
  'renderer/sources',
  'renderer/tags',
  'renderer/tasks',
  'renderer/today',
  'renderer/trash',
  'renderer/ui',
  'domain/archive/step-words.ts',
  'domain/article/draft/import-remarks.ts',
  'domain/article/formats',
  'domain/command',
  'domain/contract/error-words',
  'domain/exchange',
  'domain/memo/checks',
  'domain/memo/export',
  'domain/memo/form',
  'domain/memo/print',
  'electron/app',
  'electron/cli',
  'electron/storage/check',
];

const filesIn = (place: string): readonly string[] =>
  /\.tsx?$/u.test(place)
    ? [place]
    : readdirSync(inProject(place), { recursive: true, encoding: 'utf8' })
        // Other words for a command are what people type, and are not shown.
        .filter((name) => /\.tsx?$/u.test(name) && name !== 'command-synonyms.ts')
        .map((name) => `${place}/${name}`);

type Syntax = { readonly type?: string; readonly value?: unknown };

/** The strings, templates and texts of elements of a file, without what it imports and the types of it. */
const stringsOf = (node: unknown): readonly string[] => {
  if (Array.isArray(node)) return node.flatMap(stringsOf);
  if (typeof node !== 'object' || node === null) return [];
  const syntax = node as Syntax;
  if (syntax.type?.startsWith('Import') === true || syntax.type?.startsWith('TSType') === true) return [];
  if (syntax.type === 'Literal') return typeof syntax.value === 'string' ? [syntax.value] : [];
  if (syntax.type === 'JSXText') return [String(syntax.value).replaceAll(/\s+/gu, ' ').trim()];
  if (syntax.type === 'TemplateLiteral') {
    const { quasis, expressions } = syntax as unknown as {
      readonly quasis: readonly { readonly value: { readonly cooked: string } }[];
      readonly expressions: readonly unknown[];
    };
    return [quasis.map(({ value }) => value.cooked).join('…'), ...stringsOf(expressions)];
  }
  return Object.values(syntax).flatMap(stringsOf);
};

/** What no native speaker writes, or the window calls by another word. */
const avoided: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bin the clear\b/iu, 'not encrypted, decrypted'],
  [/\bfor good\b/iu, 'permanently'],
  [/\banew\b/iu, 'again'],
  [/\bfollow-ups?\b/iu, 'task'],
  [/(?<![:\w-])orphan/iu, 'unplaced'],
  [/\bsomebody\b/iu, 'someone'],
  [/\bwhoever (?:has|sent|can)\b/iu, 'anyone who, the sender'],
  [/\bgive up\b/iu, 'discard'],
  [/\b(?:take|took|taken|takes) back\b/iu, 'undo, remove, withdraw'],
  [/\bh(?:as|ave) to be\b(?! (?:decided|written))/u, 'must be'],
  [/\b(?:stand|stands|lie|lies) (?:in|at|on|below|beside|there|so)\b/u, 'is, are'],
  [
    /(?<!\bthere )\bis no (?:file|zip|form|text|name|term|label|plain|valid|encoding|article|archive|export)\b/iu,
    'is not a',
  ],
  [/\bread(?:s)? otherwise\b/iu, 'differ'],
  [/\bvouched?\b/iu, 'trust'],
  [/\bnot a byte\b/iu, 'not changed'],
  [/\b(?:as articles|an article|a file|files) of (?:its|their) own\b/iu, 'separate'],
  [/\bwhat is attached\b/iu, 'attachments'],
  [/\bwaited for\b/iu, 'Precis waits for'],
  [/\bDid again\b|\bDo again\b/u, 'redo'],
  [/\b(?:is|are|was) given to\b/u, 'is attributed to'],
  [/\bto mend\b|\bMend\b/u, 'correct'],
  [/[.,:;] {2}(?=[a-z])/u, 'one space'],
  [/\b[Pp]ress [b-wyz]\b/u, 'the key as it is printed: Press L'],
  [/\b[Ww]hoever\b/u, 'anyone who'],
  [/\bnothing resets\b/iu, 'can’t be reset'],
  [/\bgo on (?:writing|working|reading)\b/iu, 'keep writing'],
  [/\bindependent origins?\b/iu, 'origin'],
  [/\bNot in it\b/u, 'Not included'],
  [/^(?:Hide|Show|Test|Remove|Encrypt|Delete) it$/u, 'the act with its noun: Show passphrase'],
  [/\bit was decided\b/iu, 'this is decided'],
  [/\bcites nothing\b(?!,)/iu, 'has no citation'],
  [/\bacts on the (?:memo|article|row)\b/iu, 'actions'],
  [/\bdid not succeed\b/iu, 'failed'],
  [/\bpackages? of others\b/iu, 'third-party'],
  [/\bWithout a title\b/u, 'Untitled'],
  [/\bLook again\b/u, 'Check again'],
  [/\b(?:its|the) page before\b|^Page before$/iu, 'the previous page'],
];

describe('what a person reads in the window and at the terminal', () => {
  it.each(shown)('of %s is plain English', (place) => {
    const wrong = filesIn(place).flatMap((file) =>
      stringsOf(parseSync(file, readFileSync(inProject(file), 'utf8')).program)
        .filter((text) => text.includes(' ') && /^[^<>{}]*$/u.test(text))
        .flatMap((text) =>
          avoided
            .filter(([pattern]) => pattern.test(text))
            .map(([, instead]) => `${file}: “${text.slice(0, 100)}”: ${instead}`),
        ),
    );
    expect(wrong).toEqual([]);
  });
});

const guideFiles = [
  'user-guide',
  'reference',
  'how-precis-decides',
  'administration',
  'first-memo',
  'command-line',
  'other-tools',
  'teams',
];
const textOf = (name: string): string => readFileSync(inProject(`docs/${name}.md`), 'utf8');

/** Sentences of the prose of a page: no table, code, heading or picture; an item of a list ends as a sentence does. */
const sentencesOf = (markdown: string): readonly string[] =>
  markdown
    .replaceAll(/^```[\s\S]*?^```/gmu, '')
    .replaceAll(/<picture>[\s\S]*?<\/picture>/gu, '')
    .replaceAll(/^\|.*$/gmu, '')
    .replaceAll(/^#.*$/gmu, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/`[^`]*`/gu, 'x')
    .split(/\n\s*\n|\n(?=\s*(?:-|\d+\.) )/u)
    .flatMap((block) => block.replaceAll(/\s+/gu, ' ').split(/(?<=[.!?:;])\**\s+/u))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.split(' ').length > 2);

const wordsIn = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const tasks = textOf('user-guide').split(/^## /mu).slice(1);

describe('the guide', () => {
  it.each(tasks.map((task) => [task.split('\n')[0] ?? '', task] as const))(
    'has on the page “%s” a purpose, steps, a result and help, in at most 200 words',
    (_, task) => {
      const prose = task.replaceAll(/^\|.*$/gmu, '');
      expect(wordsIn(prose)).toBeLessThanOrEqual(200);
      expect(task).toMatch(/^.+\n\nUse this /u);
      expect(task).toMatch(/^1\. .+$/mu);
      expect(task).toContain('\n**Result.** ');
      expect(task).toContain('\n**If it does not work.** ');
    },
  );

  it.each(guideFiles)('has in %s sentences of 18 words at most on average, and none above 40', (name) => {
    const lengths = sentencesOf(textOf(name)).map(wordsIn);
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThanOrEqual(18);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(40);
  });

  it.each(guideFiles)('keeps in %s to plain English', (name) => {
    const wrong = sentencesOf(textOf(name)).flatMap((sentence) =>
      avoided.filter(([pattern]) => pattern.test(sentence)).map(([, instead]) => `${sentence}: ${instead}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has a page for each task', () => {
    expect(readGuideDocument('user-guide', textOf('user-guide')).pages).toHaveLength(tasks.length + 1);
  });
});
