import { describe, expect, it } from 'vitest';
import type { ArticleId } from '#domain/ids.ts';
import type { Passage, RelationType } from '#domain/passage/passage.ts';
import { createPassageHandlers } from '#electron/handlers/passage/passage-handlers.ts';
import { createSourceHandlers } from '#electron/handlers/source/source-handlers.ts';
import { newSourceId } from '../../support/archive/sample-ids.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The quay was shut at noon. Divers found a cracked lock gate. Pilots blamed the tide.';

let bench: Workbench;
let here: ArticleId;
let there: ArticleId;
let first: Passage;
let second: Passage;
const handlers = () => createPassageHandlers(bench.deps);
const acts = createActs(() => bench);
const at = (articleId: ArticleId, { id: passageId }: Passage) => ({ articleId, passageId });
const relate = (type: RelationType) =>
  handlers()['passage:relate']({ ...at(here, first), type, other: at(there, second) });
const relateBack = (type: RelationType) =>
  handlers()['passage:relate']({ ...at(there, second), type, other: at(here, first) });
const related = async (on: ReturnType<typeof at>) => {
  const answer = await bench.deps.catalogue['passage:related'](on);
  if (answer === null) throw new Error('The passage is not there');
  return answer;
};
const confirm = (confirmedBecause: string | null = null) =>
  handlers()['passage:edit']({
    ...at(here, first),
    edit: { kind: 'grade', grade: { reliability: 'B', credibility: 1 }, confirmedBecause },
  });

benchForEach(async (opened) => {
  bench = opened;
  const port = await acts.ensureSource('Port office', 'organisation');
  const diver = await acts.ensureSource('Divers club', 'organisation');
  here = await acts.addArticle(text);
  there = await acts.addArticle(`${text} So it was said.`);
  first = await acts.add(here, text, 'Divers found a cracked lock gate', { sourceId: port });
  second = await acts.add(there, text, 'a cracked lock gate', { sourceId: diver });
});

describe('taking back what a grade 1 rests on', () => {
  const supported = () =>
    handlers()['passage:relate']({ ...at(there, second), type: 'supports', other: at(here, first) });
  const takeBack = (unconfirms?: boolean) =>
    handlers()['passage:unrelate']({
      ...at(there, second),
      type: 'supports',
      other: at(here, first),
      ...(unconfirms === undefined ? {} : { unconfirms }),
    });

  it('is refused, and done where it is meant; the grade stays', async () => {
    succeed(await supported());
    succeed(await confirm());
    expect(codeOf(await takeBack())).toBe('grade-rests-on-link');
    expect((await related(at(here, first))).isConfirmed).toBe(true);
    succeed(await takeBack(true));
    expect(await related(at(here, first))).toMatchObject({
      isConfirmed: false,
      row: { grade: { credibility: 1 } },
    });
  });

  it('is done where the grade has a reason', async () => {
    succeed(await supported());
    succeed(await confirm('The lock was seen'));
    succeed(await takeBack());
  });

  it('is done where a passage of another origin still supports it', async () => {
    const pilot = await acts.ensureSource('Pilots', 'organisation');
    const third = await acts.add(there, text, 'Pilots blamed the tide', { sourceId: pilot });
    succeed(await supported());
    succeed(
      await handlers()['passage:relate']({ ...at(there, third), type: 'supports', other: at(here, first) }),
    );
    succeed(await confirm());
    succeed(await takeBack());
    expect((await related(at(here, first))).isConfirmed).toBe(true);
  });

  it('is done of any other link', async () => {
    succeed(await supported());
    succeed(await relate('contradicts'));
    succeed(await confirm());
    succeed(
      await handlers()['passage:unrelate']({
        ...at(here, first),
        type: 'contradicts',
        other: at(there, second),
      }),
    );
  });
});

describe('relating passages', () => {
  it('keeps the relation once and shows it from both ends, until it is taken back', async () => {
    succeed(await relate('supports'));
    expect((await related(at(here, first))).linked).toMatchObject([
      { type: 'supports', direction: 'to', row: { id: second.id, relationCount: 1 }, sameOrigin: null },
    ]);
    expect((await related(at(there, second))).linked).toMatchObject([
      { type: 'supports', direction: 'from', row: { id: first.id, relationCount: 1 } },
    ]);
    expect(succeed(await bench.archive.annotations(there)).passages[0]?.relations).toEqual([]);
    const said = { ...at(here, first), type: 'supports' as const, other: at(there, second) };
    succeed(await handlers()['passage:unrelate'](said));
    expect((await related(at(there, second))).linked).toEqual([]);
    succeed(await bench.archive.undo());
    expect((await related(at(there, second))).linked).toHaveLength(1);
    succeed(await bench.archive.undo());
    succeed(await bench.archive.undo());
    expect((await bench.deps.catalogue.passages({})).map(({ relationCount }) => relationCount)).toEqual([0]);
  });

  it('refuses a passage itself, what is said already, and what is not there', async () => {
    const self = { ...at(here, first), type: 'repeats' as const, other: at(here, first) };
    expect(codeOf(await handlers()['passage:relate'](self))).toBe('related-to-itself');
    succeed(await relate('supports'));
    expect(codeOf(await relate('supports'))).toBe('already-related');
    succeed(await relateBack('supports'));
    succeed(await relate('contradicts'));
    expect(codeOf(await relateBack('contradicts'))).toBe('already-related');
    succeed(await handlers()['passage:edit']({ ...at(there, second), edit: { kind: 'delete' } }));
    expect(codeOf(await relate('supersedes'))).toBe('not-found');
    expect((await related(at(here, first))).linked).toEqual([]);
  });

  it('finds what shares rare words, and says what is of one origin', async () => {
    await acts.add(there, text, 'Pilots blamed the tide');
    const { similar } = await related(at(here, first));
    expect(similar).toMatchObject([{ row: { id: second.id }, sameOrigin: null }]);
  });
});

describe('grade 1', () => {
  it('needs a passage of another origin that supports it, not one that it supports', async () => {
    expect(codeOf(await confirm())).toBe('not-confirmed');
    succeed(await relate('repeats'));
    expect(codeOf(await confirm())).toBe('not-confirmed');
    succeed(await relate('supports'));
    expect(codeOf(await confirm())).toBe('not-confirmed');
    succeed(await relateBack('supports'));
    expect(succeed(await confirm()).grade.credibility).toBe(1);
  });

  it('is not given by another official of the same ministry', async () => {
    const ensure = createSourceHandlers(bench.deps)['source:ensure'];
    const official = async (name: string, body: string) =>
      succeed(
        await ensure({
          sourceId: newSourceId(),
          name,
          kind: 'person',
          parentId: null,
          above: [
            { name: 'Harbour Ministry', kind: 'organisation' },
            { name: body, kind: 'body' },
          ],
        }),
      ).id;
    const [roe, lee] = [await official('Ann Roe', 'Press office'), await official('Bo Lee', 'Pilots')];
    succeed(
      await handlers()['passage:edit']({ ...at(here, first), edit: { kind: 'source', sourceId: roe } }),
    );
    succeed(
      await handlers()['passage:edit']({ ...at(there, second), edit: { kind: 'source', sourceId: lee } }),
    );
    succeed(await relateBack('supports'));
    const [row] = await bench.deps.catalogue.passages({ articleId: here });
    expect(row?.origins.map(({ name }) => name)).toEqual(['Harbour Ministry']);
    expect(codeOf(await confirm())).toBe('not-confirmed');
  });

  it('is not given by a passage of the same origin', async () => {
    succeed(
      await handlers()['passage:edit']({
        ...at(there, second),
        edit: { kind: 'source', sourceId: first.sourceId },
      }),
    );
    succeed(await relateBack('supports'));
    expect((await related(at(here, first))).linked[0]?.sameOrigin).toBe('source');
    expect(codeOf(await confirm())).toBe('not-confirmed');
  });

  it('may stand on a reason instead', async () => {
    expect(succeed(await confirm('seen by two crews')).confirmedBecause).toBe('seen by two crews');
  });
});
