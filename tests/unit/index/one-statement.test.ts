// What two papers print in the same words, or from one agency, is of one origin in every count of origins.
import { describe, expect, it } from 'vitest';
import { originsOf } from '#domain/source/origins-of.ts';
import { createPassageHandlers } from '#electron/handlers/passage/passage-handlers.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
benchForEach((opened) => {
  bench = opened;
});
const { addArticle, add, ensureSource } = createActs(() => bench);
const chart = (asked: { kind: 'base' } | { kind: 'sources'; rows: 'origin' }) =>
  bench.deps.catalogue['insights:chart']({ text: '', chart: asked });

const lay = async (paper: string, text: string, quote: string) => {
  const publicationId = await ensureSource(paper, 'publication');
  const articleId = await addArticle(text, { title: paper, publisher: paper }, { publicationId });
  const passage = await add(articleId, text, quote, { grade: { reliability: 'B', credibility: null } });
  return { on: { articleId, passageId: passage.id }, passage };
};

const linesByOrigin = async () => {
  const sources = await chart({ kind: 'sources', rows: 'origin' });
  if (sources.kind !== 'sources') throw new Error('no table');
  return sources.table.rows;
};
const countOfBase = async () => {
  const base = await chart({ kind: 'base' });
  return base.kind === 'base' ? base.base.origins : null;
};

describe('passages of one origin', () => {
  it('are one in the head of Insights, its chart, its search, Related and a memo where a quotation is the same', async () => {
    const quote = '“We will not sell one drop of the water”';
    const one = await lay('Harbour Times', `${quote}, the chair of the council said after the vote.`, quote);
    const other = await lay('Hill Gazette', `Asked at noon, she answered: ${quote}.`, `answered: ${quote}`);
    const alone = await lay('Coast Star', 'Nobody had asked the fishermen at the quay.', 'Nobody had asked');
    const ids = [one, other, alone].map(({ passage }) => passage.id);
    const rows = await bench.deps.catalogue['passage:rows']({ passageIds: ids });
    expect(originsOf(rows).map(({ passages }) => passages.length)).toEqual([2, 1]);
    expect(await countOfBase()).toBe(2);
    const lines = await linesByOrigin();
    expect(lines.map(({ name, count }) => [name, count])).toEqual([
      ['Harbour Times, Hill Gazette', 2],
      ['Coast Star', 1],
    ]);
    const [clause] = lines[0]?.clauses ?? [];
    const text = `origin:${clause?.values.map((value) => `"${value}"`).join(',')}`;
    const found = (await bench.deps.catalogue.passages({ text }, { isWhole: true })).map(({ id }) => id);
    expect(found.toSorted()).toEqual([one.passage.id, other.passage.id].sort());
    const related = await bench.deps.catalogue['passage:related'](one.on);
    expect(related?.similar.find(({ row }) => row.id === other.passage.id)?.sameOrigin).toBe('statement');
  });

  it('are one where a paper credits the other, and where both print what an agency wrote', async () => {
    await lay('Harbour Times', 'Forty ships were turned back at the lock.', 'Forty ships');
    await lay(
      'Hill Gazette',
      'The Harbour Times reported on Monday that ships had been sent away.',
      'ships had been sent away',
    );
    expect(await countOfBase()).toBe(1);
    await lay('Coast Star', 'GENEVA, May 2 (Reuters) - The council met in the old hall.', 'The council met');
    await lay(
      'Valley News',
      'GENEVA (Reuters) - Nobody wanted to vote before noon.',
      'Nobody wanted to vote',
    );
    expect(await countOfBase()).toBe(2);
    expect(await linesByOrigin()).toHaveLength(2);
  });

  it('are what the analyst says, in counts and for grade 1, until it is undone', async () => {
    const text = (paper: string) =>
      `${paper} printed a notice. Forty ships were turned back at the northern lock on Monday before dawn.`;
    const quote = 'Forty ships were turned back at the northern lock on Monday before dawn.';
    const one = await lay('Harbour Times', text('It'), quote);
    const other = await lay('Hill Gazette', text('The paper'), quote);
    const handlers = createPassageHandlers(bench.deps);
    succeed(await handlers['passage:relate']({ ...other.on, type: 'supports', other: one.on }));
    const confirm = async () =>
      codeOf(
        await handlers['passage:edit']({
          ...one.on,
          edit: { kind: 'grade', grade: { reliability: 'B', credibility: 1 }, confirmedBecause: null },
        }),
      );
    expect([await countOfBase(), await confirm()]).toEqual([1, 'not-confirmed']);
    succeed(await handlers['passage:relate']({ ...one.on, type: 'independent', other: other.on }));
    expect([await countOfBase(), await confirm()]).toEqual([2, 'ok']);
    succeed(await bench.archive.undo());
    succeed(await bench.archive.undo());
    expect(await countOfBase()).toBe(1);
  });
});
