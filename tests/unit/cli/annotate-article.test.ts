import { describe, expect, it } from 'vitest';
import { newLabelIdSchema } from '#domain/passage/label.ts';
import { errorMessage } from '#electron/cli/output/error-message.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { newSearchId } from '../../support/archive/sample-ids.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';
import { runAtTerminal } from '../../support/workbench/run-at-terminal.ts';

let bench: Workbench;
benchForEach((opened) => {
  bench = opened;
});

const annotate = async (...options: readonly string[]) => {
  const articleId = await addArticle(bench, 'Ferries sail at noon.');
  const words = ['annotate', articleId, '--quote', 'Ferries sail', ...options];
  return succeed(await runAtTerminal(bench.deps, ...words));
};

describe('annotating at a terminal', () => {
  it('takes a name as it is written, and says that there is another', async () => {
    expect(await annotate('--source', 'Jan Müller', '--tag', 'China')).toMatchObject({ notices: [] });
    const { json, notices } = await annotate('--source', 'Jan Muller', '--tag', 'china');
    expect(succeed(await bench.archive.sources()).sources.map(({ name }) => name)).toEqual([
      'Jan Müller',
      'Jan Muller',
    ]);
    expect(json).toMatchObject({
      near: [
        { kind: 'tag', name: 'china', others: ['China'] },
        { kind: 'source', name: 'Jan Muller', others: ['Jan Müller'] },
      ],
    });
    expect(notices).toHaveLength(2);
    expect(notices?.[1]).toMatch(/Jan Muller was created\. There is also Jan Müller/u);
    expect(await annotate('--source', 'Jan Muller', '--tag', 'china')).toMatchObject({ notices: [] });
  });

  it('puts a speaker below his organisation without white space around the stroke', async () => {
    await annotate('--source', 'Trade Union/Press desk');
    const sources = succeed(await bench.archive.sources()).sources;
    const [desk, union] = sources.toSorted((a, b) => a.name.localeCompare(b.name));
    expect([union, desk].map((source) => [source?.name, source?.kind, source?.parentId])).toEqual([
      ['Trade Union', 'organisation', null],
      ['Press desk', 'person', union?.id],
    ]);
    expect(sources).toHaveLength(2);
  });
});

describe('a name in --concerned that is not in the register', () => {
  it('is added as the kind that its words suggest, and named once in the answer', async () => {
    const { json, notices } = await annotate('--concerned', 'Nobody Known', '--concerned', 'Trade Union');
    expect(json).toMatchObject({
      created: [
        { kind: 'person', name: 'Nobody Known' },
        { kind: 'organisation', name: 'Trade Union' },
      ],
    });
    expect(notices?.[0]).toMatch(/^Nobody Known was not in Sources and was added: person\./u);
    expect(await annotate('--concerned', 'Nobody Known')).toMatchObject({ notices: [] });
  });

  it('is named for an event, with a similar one that was not used', async () => {
    const { json } = await annotate('--concerned', 'Jan Müller');
    const { passageId } = json as { passageId: string };
    const words = ['event', 'add', passageId, '--title', 'Ferries sail', '--date', '1 May 2024'];
    const named = ['--concerned', 'Jan Muller', '--concerned', 'Syria'];
    const added = succeed(await runAtTerminal(bench.deps, ...words, ...named));
    expect(added.json).toMatchObject({
      near: [{ name: 'Jan Muller', others: ['Jan Müller'] }],
      created: [
        { kind: 'person', name: 'Jan Muller' },
        { kind: 'place', name: 'Syria' },
      ],
    });
    expect(added.notices).toHaveLength(2);
  });
});

describe('the label of a passage', () => {
  const add = (name: string) =>
    createHandlers(bench.deps)['label:add']({
      labelId: newLabelIdSchema.parse(newSearchId()),
      name,
      useWhen: '',
      look: 'teal',
    });
  it('is named as the archive has it, and answered and found so', async () => {
    succeed(await add('Red line'));
    await annotate('--label', 'red line');
    const listed = succeed(await runAtTerminal(bench.deps, 'list', 'passages'));
    expect(listed.json).toMatchObject([{ label: 'Red line' }]);
    const found = succeed(await runAtTerminal(bench.deps, 'search', 'label:"Red line" in:passage'));
    expect(found.json).toMatchObject({ count: 1 });
  });

  it('is refused where the archive offers none of that name, and those that it offers are named', async () => {
    const articleId = await addArticle(bench, 'Ferries sail at noon.');
    const words = ['annotate', articleId, '--quote', 'Ferries sail', '--label', 'rumour'];
    const failed = await runAtTerminal(bench.deps, ...words);
    expect(failed.ok ? '' : errorMessage(failed.error)).toMatch(
      /There is no label rumour\..*Did you mean Claim or Data/u,
    );
    expect(succeed(await bench.archive.annotations(articleId)).passages).toEqual([]);
  });

  it('is refused where the label of that name is retired, and says so', async () => {
    const articleId = await addArticle(bench, 'Ferries sail at noon.');
    succeed(await createHandlers(bench.deps)['label:retire']({ labelId: 'gap', isRetired: true }));
    const words = ['annotate', articleId, '--quote', 'Ferries sail', '--label', 'gap'];
    const failed = await runAtTerminal(bench.deps, ...words);
    expect(failed.ok ? '' : errorMessage(failed.error)).toMatch(
      /^The label Gap is retired\. Nothing was changed\./u,
    );
  });
});

describe('a memo of a tag', () => {
  it('is made of no tag that is written otherwise: that one is named', async () => {
    await annotate('--tag', 'résumé');
    const failed = await runAtTerminal(bench.deps, 'memo', 'new', '--title', 'T', '--tag', 'resume');
    expect(failed.ok ? '' : errorMessage(failed.error)).toBe(
      'There is no tag resume. Nothing was changed. Did you mean résumé?',
    );
  });
});
