import { expect, it } from 'vitest';
import type { ArticleId, PassageId, TagId } from '#domain/ids.ts';
import { createBulkHandlers } from '#electron/handlers/bulk/bulk-handlers.ts';
import { createTagHandlers } from '#electron/handlers/tag/tag-handlers.ts';
import { newPassageId, newTagId } from '../../support/archive/sample-ids.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The port closed on Monday.\nNobody said why.';
let bench: Workbench;
let articles: readonly ArticleId[];
const acts = createActs(() => bench);
benchForEach(async (opened) => {
  bench = opened;
  articles = [await acts.addArticle(text), await acts.addArticle(`${text}\nMore.`)];
});

const add = async (article: number, quote: string, tagIds: readonly TagId[]): Promise<PassageId> =>
  (await acts.add(articles[article] as ArticleId, text, quote, { tagIds: [...tagIds] })).id;
const split = (tagId: TagId, parts: readonly { name: string; passageIds: PassageId[] }[], place = 'below') =>
  createBulkHandlers(bench.deps)['bulk:split-tag']({
    tagId,
    place: place as 'below' | 'beside',
    parts: parts.map((part) => ({ tagId: newTagId(), ...part })),
  });
/** The paths of the tags on each passage. */
const carried = async (): Promise<readonly string[]> => {
  const paths = new Map(
    (await bench.deps.catalogue['tag:list']({})).map(({ id, path }) => [id, path.join(' > ')] as const),
  );
  const rows = await bench.deps.catalogue.passages({});
  return rows
    .map(({ quote, tagIds }) => `${quote}: ${tagIds.map((id) => paths.get(id)).join(', ')}`)
    .toSorted();
};

it('gives the passages to tags that it makes, in the place of the tag, and is one step over all files', async () => {
  const [china, trade, old] = [
    await acts.ensureTag('China'),
    await acts.ensureTag('Trade'),
    await acts.ensureTag('Cathay'),
  ];
  const closed = await add(0, 'port closed', [trade, china]);
  const monday = await add(1, 'Monday', [old]);
  await add(1, 'Nobody', [china]);
  const other = await add(0, 'why', [trade]);
  succeed(await createTagHandlers(bench.deps)['tag:merge']({ tagId: old, intoId: china }));
  const before = await carried();
  const parts = [
    { name: 'Ports', passageIds: [closed, other] },
    { name: 'Days', passageIds: [monday] },
  ];
  expect(succeed(await split(china, parts))).toEqual({ made: 2, changed: 2 });
  expect(await carried()).toEqual([
    'Monday: China > Days',
    'Nobody: China',
    'port closed: Trade, China > Ports',
    'why: Trade',
  ]);
  expect(succeed(await bench.archive.undo()).name).toBe('split-tag');
  expect(await carried()).toEqual(before);
  expect((await bench.deps.catalogue['tag:list']({})).map(({ name }) => name)).toEqual(['China', 'Trade']);
  succeed(await bench.archive.redo());
  expect(await carried()).toContain('Monday: China > Days');
});

it('uses a tag that is there under the name, and does nothing where a passage or the tag is gone', async () => {
  const china = await acts.ensureTag('China');
  const trade = await acts.ensureTag('Trade');
  const closed = await add(0, 'port closed', [china]);
  expect(codeOf(await split(china, [{ name: 'Days', passageIds: [closed, newPassageId()] }]))).toBe(
    'not-found',
  );
  expect(codeOf(await split(newTagId(), [{ name: 'Days', passageIds: [closed] }]))).toBe('not-found');
  expect(await carried()).toEqual(['port closed: China']);
  const used = await split(china, [{ name: 'Trade', passageIds: [closed] }], 'beside');
  expect(succeed(used)).toEqual({ made: 0, changed: 1 });
  expect((await bench.deps.catalogue.passages({ tagId: trade })).map(({ id }) => id)).toEqual([closed]);
});
