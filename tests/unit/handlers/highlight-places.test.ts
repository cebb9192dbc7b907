// What a search finds in texts becomes passages: shown first, made in one step, and nothing twice.
import { describe, expect, it } from 'vitest';
import type { Input } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import { passageWords } from '#domain/passage/passage.ts';
import { createBulkHandlers } from '#electron/handlers/bulk/bulk-handlers.ts';
import { createSearchHandlers } from '#electron/handlers/search/search-handlers.ts';
import { newPassageId, newTagId } from '../../support/archive/sample-ids.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const port =
  'Two ships left the harbour. Nobody asked why. The ship’s master said nothing.\nA pilot waited for ships.';
const coast = 'A ship sank. 🚢 The crew was saved.';

let bench: Workbench;
let portId: ArticleId;
let coastId: ArticleId;
const { addArticle, add, ensureTag } = createActs(() => bench);
benchForEach(async (opened) => {
  bench = opened;
  portId = await addArticle(port, { title: 'Port', language: 'en' });
  coastId = await addArticle(coast, { title: 'Coast', language: 'en' });
});

const find = async (text: string, unit: Input<'search:places'>['unit']) =>
  succeed(await createSearchHandlers(bench.deps)['search:places']({ text, unit }));
/** What would be highlighted, by article. */
const shown = async (text: string, unit: Input<'search:places'>['unit']) => {
  const texts = new Map([
    [portId, port],
    [coastId, coast],
  ]);
  const { places } = await find(text, unit);
  return places.map(({ articleId, range }) => texts.get(articleId)?.slice(range.start, range.end)).toSorted();
};
const highlight = async (
  text: string,
  unit: Input<'search:places'>['unit'],
  tagIds: Input<'bulk:highlight'>['tagIds'] = [],
) => {
  const { places } = await find(text, unit);
  const asked = places.map(({ articleId, range }) => ({ articleId, range, passageId: newPassageId() }));
  const input = { places: asked, label: 'data' as const, tagIds };
  return { input, answer: await createBulkHandlers(bench.deps)['bulk:highlight'](input) };
};
const passagesOf = async (id: ArticleId) =>
  succeed(await bench.archive.annotations(id)).passages.filter(({ deletedAt }) => deletedAt === null);

describe('the places that a search finds', () => {
  it('are its words in all their forms, their sentences or their paragraphs, each once', async () => {
    expect(await shown('ship ', 'words')).toEqual(['ship', 'ship', 'ships', 'ships']);
    expect(await shown('ship ', 'sentence')).toEqual([
      'A pilot waited for ships.',
      'A ship sank.',
      'The ship’s master said nothing.',
      'Two ships left the harbour.',
    ]);
    expect(await shown('ship ', 'paragraph')).toEqual([coast, ...port.split('\n')].toSorted());
    expect(await shown('ship harbour ', 'sentence')).toEqual([
      'A pilot waited for ships.',
      'The ship’s master said nothing.',
      'Two ships left the harbour.',
    ]);
    expect(await shown('=ship sank ', 'words')).toEqual(['sank', 'ship']);
    expect(await shown('label:claim ', 'words')).toEqual([]);
  });

  it('become passages in one step of undo, with label and tags', async () => {
    const tagId = await ensureTag('Ships');
    const { answer } = await highlight('ship ', 'sentence', [tagId]);
    expect(succeed(answer)).toEqual({ made: 4 });
    const made = [...(await passagesOf(portId)), ...(await passagesOf(coastId))];
    expect(made.map(passageWords).toSorted()).toEqual([
      'A pilot waited for ships.',
      'A ship sank.',
      'The ship’s master said nothing.',
      'Two ships left the harbour.',
    ]);
    for (const passage of made) expect(passage).toMatchObject({ label: 'data', tagIds: [tagId] });
    expect(succeed(await bench.archive.undo())?.name).toBe('highlight-places');
    expect([...(await passagesOf(portId)), ...(await passagesOf(coastId))]).toEqual([]);
  });

  it('leave out what lies in a passage already, and say how much that is', async () => {
    await add(portId, port, 'Two ships left');
    expect(await find('ship ', 'words')).toMatchObject({ highlighted: 1, isCut: false });
    expect(await shown('ship ', 'words')).toEqual(['ship', 'ship', 'ships']);
    succeed((await highlight('ship ', 'paragraph')).answer);
    expect(await find('ship ', 'words')).toEqual({ places: [], highlighted: 4, isCut: false });
  });

  it('change nothing when they are asked for again, and none is made where one can’t be', async () => {
    const { input } = await highlight('sank ', 'words');
    const bulk = createBulkHandlers(bench.deps);
    expect(succeed(await bulk['bulk:highlight'](input))).toEqual({ made: 0 });
    const [first] = input.places;
    if (first === undefined) throw new Error('nothing was found');
    const inPair = { ...first, passageId: newPassageId(), range: { start: 14, end: 15 } };
    const whole = { ...first, passageId: newPassageId(), range: { start: 16, end: 19 } };
    const refused = await bulk['bulk:highlight']({ ...input, places: [whole, inPair] });
    expect(codeOf(refused)).toBe('range-not-on-grapheme');
    expect(codeOf(await bulk['bulk:highlight']({ ...input, places: [whole], tagIds: [newTagId()] }))).toBe(
      'not-found',
    );
    expect((await passagesOf(coastId)).map(passageWords)).toEqual(['sank']);
  });
});
