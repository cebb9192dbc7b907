import { expect, it } from 'vitest';
import { errorMessage } from '#electron/cli/output/error-message.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';
import { runAtTerminal } from '../../support/workbench/run-at-terminal.ts';

let bench: Workbench;
benchForEach((opened) => {
  bench = opened;
});

const show = (id: string) => runAtTerminal(bench.deps, 'article', id);

it('an id may be shortened to what only one record begins with', async () => {
  const first = await addArticle(bench, 'Ferries sail at noon.');
  expect(succeed(await show(first.slice(0, 8))).json).toMatchObject({ id: first });
  expect(succeed(await show(first.slice(0, 20).toUpperCase())).json).toMatchObject({ id: first });

  const passage = succeed(
    await runAtTerminal(bench.deps, 'annotate', first.slice(0, 8), '--quote', 'Ferries sail'),
  );
  expect(passage.json).toMatchObject({ start: 0 });

  const second = await addArticle(bench, 'The harbour is closed.');
  const ambiguous = await show(first.slice(0, 8));
  expect(ambiguous).toMatchObject({ error: { code: 'id-ambiguous', count: 2 } });
  expect(ambiguous.ok ? '' : errorMessage(ambiguous.error)).toBe(
    `2 articles have an id that begins with ${first.slice(0, 8)}. Nothing was changed. Type more of the right one: ${second}, ${first}.`,
  );
  expect(succeed(await show(second)).json).toMatchObject({ id: second });
});

it('what no id begins with, and what is too short to be meant, names nothing', async () => {
  await addArticle(bench, 'Ferries sail at noon.');
  for (const typed of ['0000', '018', 'harbour', '%']) {
    expect(await show(typed)).toMatchObject({ error: { code: 'not-found', what: 'article', id: typed } });
  }
});
