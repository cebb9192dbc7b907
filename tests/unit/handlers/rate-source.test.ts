import { expect, it } from 'vitest';
import type { SourceId } from '#domain/ids.ts';
import { printGrade } from '#domain/tradecraft/grade.ts';
import { createBulkHandlers } from '#electron/handlers/bulk/bulk-handlers.ts';
import { createSourceHandlers } from '#electron/handlers/source/source-handlers.ts';
import { newSourceId } from '../../support/archive/sample-ids.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The port closed on Monday.\nNobody said why, and nobody asked.';
let bench: Workbench;
const { addArticle, add, ensureSource } = createActs(() => bench);
benchForEach((opened) => {
  bench = opened;
});

const rate = (sourceId: SourceId, why = 'was right') =>
  createBulkHandlers(bench.deps)['bulk:rate-source']({ sourceId, reliability: 'B', why });
const ungraded = async (sourceId: SourceId) =>
  succeed(await createSourceHandlers(bench.deps)['source:ungraded']({ sourceId })).count;
const grades = async (): Promise<readonly string[]> =>
  (await bench.deps.catalogue.passages({}))
    .map(({ quote, grade }) => `${quote}: ${printGrade(grade)}`)
    .toSorted();

it('gives the letter to what the source says and has no grade, and leaves the digit open', async () => {
  const ministry = await ensureSource('Ministry', 'organisation');
  const official = await ensureSource('Official', 'person', ministry);
  const publicationId = await ensureSource('Dispatch', 'publication');
  const [here, there] = [
    await addArticle(text, {}, { publicationId }),
    await addArticle(`${text}\nMore.`, {}, { publicationId }),
  ];
  await add(here, text, 'The port closed', { sourceId: official });
  await add(there, text, 'Nobody said why', { sourceId: official });
  const graded = { reliability: 'D', credibility: 4 } as const;
  await add(here, text, 'Monday', { sourceId: official, grade: graded });
  await add(here, text, 'closed', { sourceId: official, grade: { reliability: null, credibility: 3 } });
  await add(there, text, 'port', { sourceId: ministry });
  await add(there, text, 'asked');
  const deleted = await add(there, text, 'why', { sourceId: official });
  await editPassage(bench, there, deleted.id, { kind: 'delete' });
  const before = await grades();
  expect(await ungraded(official)).toBe(2);
  expect(succeed(await rate(official))).toEqual({ changed: 2 });
  expect(await grades()).toEqual([
    'Monday: D4',
    'Nobody said why: B–',
    'The port closed: B–',
    'asked: ',
    'closed: –3',
    'port: ',
  ]);
  expect(await ungraded(official)).toBe(0);
  const sources = createSourceHandlers(bench.deps);
  expect(succeed(await sources['source:open']({ sourceId: official }))).toMatchObject({
    reliability: 'B',
    reliabilityHistory: [{ from: null, to: 'B', why: 'was right' }],
  });
  // One step of undo for the source and its passages.
  succeed(await bench.archive.undo());
  expect(await grades()).toEqual(before);
  expect(succeed(await sources['source:open']({ sourceId: official })).reliability).toBeNull();
});

it('gives the letter of a publication to its own reporting alone', async () => {
  const publicationId = await ensureSource('Dispatch', 'publication');
  const official = await ensureSource('Official', 'person');
  const articleId = await addArticle(text, {}, { publicationId });
  const own = await add(articleId, text, 'Nobody said why');
  await editPassage(bench, articleId, own.id, { kind: 'manner', manner: 'own-reporting', basis: null });
  await add(articleId, text, 'The port closed');
  await add(articleId, text, 'Monday', { sourceId: official });
  expect(await ungraded(publicationId)).toBe(1);
  expect(succeed(await rate(publicationId))).toEqual({ changed: 1 });
  expect(await grades()).toEqual(['Monday: ', 'Nobody said why: B–', 'The port closed: ']);
});

it('fails where the source is gone', async () => {
  expect(codeOf(await rate(newSourceId()))).toBe('not-found');
});
