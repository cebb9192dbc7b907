import { expect, it } from 'vitest';
import { type ArticleId, memoIdSchema } from '#domain/ids.ts';
import { err } from '#domain/result.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import type { HandlerDeps } from '#electron/handlers/handler-deps.ts';
import { addArticle, addMemo, cite } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';
import { runAtTerminal } from '../../support/workbench/run-at-terminal.ts';

let bench: Workbench;
benchForEach((opened) => {
  bench = opened;
});

/** What is printed is no part of these tests. */
const unprinted = { make: async () => err({ code: 'cancelled' as const }), warmUp: () => undefined };

const depsOf = ({ deps }: Workbench): HandlerDeps => ({
  ...deps,
  pdfMaker: { ...unprinted, close: async () => undefined },
});

const handlersOf = (opened: Workbench) => createHandlers(depsOf(opened));

const lint = async (id: string) => succeed(await runAtTerminal(depsOf(bench), 'lint', id));

const addPassage = async (articleId: ArticleId, text: string, quote: string) =>
  cite(articleId, await createActs(() => bench).add(articleId, text, quote));
const known = { publisher: 'Harbour Dispatch', publishedAt: '2024-04-22', url: 'https://harbour.example/a' };
const lay = (text: string, title: string) =>
  addArticle(bench, text, { ...known, title, publishedAt: known.publishedAt as never });

it('lists findings with rule, level, message and place, and fails for an error alone', async () => {
  const text = 'The port closed on Monday.';
  const articleId = await lay(text, 'Port closed');
  const cited = await addPassage(articleId, text, 'The port closed');
  const memoId = await addMemo(bench, '017', [cited]);
  const warned = await lint(memoId);
  expect(warned.hasFailed).toBe(false);
  expect(warned.json).toMatchObject({
    findings: [
      {
        rule: 'head-incomplete',
        level: 'warning',
        message: '“For” is empty.',
        place: { kind: 'head', field: 'for' },
        intended: null,
      },
      { rule: 'head-incomplete', place: { field: 'from' } },
      { rule: 'empty-sections', level: 'hint', place: { kind: 'section' } },
    ],
  });
  expect(warned.plain.split('\n').at(0)).toBe('warning  head-incomplete  “For”  “For” is empty.');
  expect(warned.plain.split('\n').at(-1)).toBe('0 errors, 2 warnings, 1 hint, 0 intended');

  succeed(await handlersOf(bench)['article:delete']({ articleId }));
  const failed = await lint(memoId);
  expect(failed.hasFailed).toBe(true);
  expect(failed.plain).toMatch(/^error {2}evidence-changed {2}citation {2}A cited passage of “Port closed”/u);
});

it('counts what is intended apart, with its reason', async () => {
  const memoId = await addMemo(bench, '017');
  const [first] = (
    await handlersOf(bench)
      ['memo:proof']({
        memoId,
        options: { paper: 'a4', glyphs: 'refuse' },
      })
      .then(succeed)
  ).findings;
  if (first?.key == null) throw new Error('an empty line can be intended');
  const reason = 'For the file.';
  succeed(await handlersOf(bench)['memo:state-reason']({ memoId, finding: first.key, reason }));
  const { plain, json } = await lint(memoId);
  expect(plain).toContain('intended  head-incomplete  “For”  “For” is empty. Because: For the file.');
  expect(plain.split('\n').at(-1)).toBe('0 errors, 1 warning, 1 hint, 1 intended');
  expect(json).toMatchObject({ findings: [{ intended: reason }, {}, {}] });
});

it('knows no memo that is not there', async () => {
  const nobody = memoIdSchema.parse('0190a2c0-0000-7000-8000-000000000001');
  for (const id of [nobody, 'no-id']) {
    expect(await runAtTerminal(depsOf(bench), 'lint', id)).toMatchObject({
      error: { code: 'not-found' },
    });
  }
});

it('names what contradicts or supersedes a cited passage, until that is cited too', async () => {
  const [one, two] = ['The port closed on Monday.', 'The port is open again, and was on Sunday.'];
  const cited = await addPassage(await lay(one, 'Port closed'), one, 'The port closed');
  const other = await addPassage(await lay(two, 'Port open'), two, 'The port is open again');
  const rules = async (memoId: string) =>
    (await lint(memoId)).plain.split('\n').filter((line) => line.includes('disputed-evidence'));
  const alone = await addMemo(bench, '017', [cited]);
  expect(await rules(alone)).toEqual([]);
  const { 'passage:relate': relate, 'passage:unrelate': unrelate } = handlersOf(bench);
  const from = { articleId: other.articleId, passageId: other.passageId };
  const to = { articleId: cited.articleId, passageId: cited.passageId };
  succeed(await relate({ ...from, type: 'supersedes', other: to }));
  expect(await rules(alone)).toEqual([
    'warning  disputed-evidence  citation  A passage of “Port open” supersedes a cited one, but the memo does not cite it: “The port is open again”. Under ICD 206, a source summary names what conflicts.',
  ]);
  succeed(await unrelate({ ...from, type: 'supersedes', other: to }));
  succeed(await relate({ ...to, type: 'supersedes', other: from }));
  expect(await rules(alone)).toEqual([]);
  succeed(await relate({ ...to, type: 'contradicts', other: from }));
  expect(await rules(alone)).toHaveLength(1);
  expect(await rules(await addMemo(bench, '018', [cited, other]))).toEqual([]);
});
