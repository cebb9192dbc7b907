// An archive beside a copy of it that another person has coded.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Events } from '#domain/contract/events.ts';
import type { CoderComparison } from '#domain/contract/exchange.ts';
import type { ArticleId, TagId } from '#domain/ids.ts';
import { createExchangeHandlers } from '#electron/handlers/exchange/exchange-handlers.ts';
import { createTagHandlers } from '#electron/handlers/tag/tag-handlers.ts';
import { copyTree } from '../../support/files/files-below.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';
import { runAtTerminal } from '../../support/workbench/run-at-terminal.ts';

const text = '🚢 The port closed on Monday.\nNobody said why.\nThe tools crossed the border.';
let bench: Workbench;
const acts = createActs(() => bench);
let articleId: ArticleId;
let china: TagId;
let trade: TagId;
benchForEach(async (opened) => {
  bench = opened;
  articleId = await acts.addArticle(text, { title: 'Port' });
  china = await acts.ensureTag('China');
  trade = await acts.ensureTag('Trade');
});

const other = (): string => join(bench.archive.folder, '..', 'theirs');
/** Lets another person code a copy of the archive as it is now; this archive is as before when they are done. */
const codeCopy = async (code: () => Promise<unknown>): Promise<void> => {
  const steps = bench.archive.steps('undo').length;
  await code();
  copyTree(bench.archive.folder, other());
  while (bench.archive.steps('undo').length > steps) succeed(await bench.archive.undo());
};

const handlersOn = (emit: (event: Events['exchange-progress']) => void = () => undefined) =>
  createExchangeHandlers({
    ...bench.deps,
    desktop: { ...bench.deps.desktop, chooseCoderArchive: async () => other() },
    emit: ((name: string, event: Events['exchange-progress']) => {
      if (name === 'exchange-progress') emit(event);
    }) as typeof bench.deps.emit,
  });
const compare = async (): Promise<CoderComparison & { readonly handlers: ReturnType<typeof handlersOn> }> => {
  const handlers = handlersOn();
  return { ...succeed(await handlers['exchange:compare-coder']({})), handlers };
};
const rowsOf = ({ tables }: CoderComparison, unit: string) =>
  tables
    .find((table) => table.unit === unit)
    ?.rows.map(({ tag, both, onlyMine, onlyTheirs, neither }) => [tag, both, onlyMine, onlyTheirs, neither]);
const said = ({ differences }: CoderComparison) =>
  differences.map(({ quote, mineId, theirsId, onlyMine, onlyTheirs }) => [
    quote,
    mineId !== null,
    theirsId !== null,
    onlyMine.join(),
    onlyTheirs.join(),
  ]);
/** What stands here: the quotes with the paths of their tags. */
const standing = async (): Promise<readonly string[]> => {
  const paths = new Map(
    (await bench.deps.catalogue['tag:list']({})).map(({ id, path }) => [id, path.join('/')]),
  );
  const rows = await bench.deps.catalogue.passages({});
  return rows
    .map(({ quote, label, tagIds }) => `${quote}: ${label} ${tagIds.map((id) => paths.get(id)).join()}`)
    .toSorted();
};

/**
 * Both have the port; theirs has another tag there, a passage of its own with a tag that is not here, and lacks one of
 * mine.
 */
const codeBoth = async (): Promise<void> => {
  const port = await acts.add(articleId, text, 'port closed', { tagIds: [china], label: 'claim' });
  await codeCopy(async () => {
    const energy = await acts.ensureTag('Trade', 'Energy');
    succeed(
      await createTagHandlers(bench.deps)['tag:change']({
        tagId: energy,
        definition: { useWhen: 'Fuel' },
        group: 'topic',
      }),
    );
    await editPassage(bench, articleId, port.id, { kind: 'tag', add: [trade], remove: [china] });
    await acts.add(articleId, text, 'tools crossed', { tagIds: [energy], label: 'data' });
  });
  await acts.add(articleId, text, 'Nobody', { tagIds: [trade], label: 'gap' });
};

it('is printed at the terminal with numbers, and writes in neither archive', async () => {
  await codeCopy(async () => {
    await acts.add(articleId, text, 'The port closed', { tagIds: [china] });
  });
  await acts.add(articleId, text, 'Nobody said why', { tagIds: [trade] });
  const before = [await readTree(bench.archive.folder), await readTree(other())];
  const desktop = { ...bench.deps.desktop, chooseCoderArchive: async () => other() };
  const { json, plain } = succeed(await runAtTerminal({ ...bench.deps, desktop }, 'compare-coder', 'theirs'));
  expect(json).toMatchObject({
    counts: { both: 1, mine: 0, theirs: 0 },
    tables: expect.arrayContaining([
      expect.objectContaining({
        unit: 'paragraph',
        count: 3,
        rows: expect.arrayContaining([
          expect.objectContaining({ tag: 'China', both: 0, onlyMine: 0, onlyTheirs: 1, kappa: 0 }),
        ]),
      }),
    ]),
  });
  expect(plain).toContain('3 paragraphs\n   both   mine theirs  agree      κ      α  tag\n');
  expect(plain).toContain('Port: “Nobody said why”  mine: Trade');
  expect(plain.split('\n').at(-1)).toBe('2 differences');
  expect([await readTree(bench.archive.folder), await readTree(other())]).toEqual(before);
});

describe('a comparison with another coder', () => {
  it('meets articles by their text, counts paragraphs, articles and segments, and writes nothing in either', async () => {
    await codeBoth();
    const before = [await readTree(other()), await readTree(bench.archive.folder)];
    const compared = await compare();
    expect(compared.counts).toEqual({
      both: 1,
      mine: 0,
      theirs: 0,
      none: 0,
      unreadable: 0,
      elsewhere: 0,
      lost: 0,
      regions: 0,
    });
    expect(rowsOf(compared, 'paragraph')).toEqual([
      ['China', 0, 1, 0, 2],
      ['Trade', 0, 1, 1, 1],
      ['Trade/Energy', 0, 0, 1, 2],
    ]);
    expect(rowsOf(compared, 'article')).toEqual([
      ['China', 0, 1, 0, 0],
      ['Trade', 1, 0, 0, 0],
      ['Trade/Energy', 0, 0, 1, 0],
    ]);
    expect(rowsOf(compared, 'segment')).toEqual([
      ['China', 0, 1, 0, null],
      ['Trade', 0, 1, 1, null],
      ['Trade/Energy', 0, 0, 1, null],
    ]);
    expect(said(compared)).toEqual([
      ['port closed', true, true, 'China', 'Trade'],
      ['Nobody', true, false, 'Trade', ''],
      ['tools crossed', false, true, '', 'Trade/Energy'],
    ]);
    expect([await readTree(other()), await readTree(bench.archive.folder)]).toEqual(before);
  });

  it('is settled by theirs, with the tag that is missing as their codebook has it, in one step of undo', async () => {
    await codeBoth();
    const before = await standing();
    const { draftId, differences, handlers } = await compare();
    const keys = differences.map(({ key }) => key);
    const settled = await handlers['exchange:settle-coding']({ draftId, keys, how: 'theirs' });
    expect(succeed(settled)).toEqual({ changed: 3 });
    expect(await standing()).toEqual([
      'Nobody: gap ',
      'port closed: claim Trade',
      'tools crossed: data Trade/Energy',
    ]);
    expect(await bench.deps.catalogue['tag:list']({})).toContainEqual(
      expect.objectContaining({
        name: 'Energy',
        group: 'topic',
        definition: expect.objectContaining({ useWhen: 'Fuel' }),
      }),
    );
    const after = await compare();
    expect(after.differences).toEqual([]);
    expect(after.tables[0]?.rows.map(({ kappa }) => kappa)).toEqual([
      { ok: true, value: 1 },
      { ok: true, value: 1 },
    ]);
    // Once more changes nothing, and makes no passage twice.
    expect(succeed(await handlers['exchange:settle-coding']({ draftId, keys, how: 'theirs' }))).toEqual({
      changed: 0,
    });
    expect(succeed(await bench.archive.undo()).name).toBe('settle-coding');
    expect(await standing()).toEqual(before);
  });

  it('is settled by both: nothing of mine goes', async () => {
    await codeBoth();
    const { draftId, differences, handlers } = await compare();
    const keys = differences.map(({ key }) => key);
    succeed(await handlers['exchange:settle-coding']({ draftId, keys, how: 'both' }));
    expect(await standing()).toEqual([
      'Nobody: gap Trade',
      'port closed: claim China,Trade',
      'tools crossed: data Trade/Energy',
    ]);
  });

  it('meets an article of another id by its text, and articles of one text each by its own id', async () => {
    const twin = await acts.addArticle(text, { title: 'Port again', url: 'https://a.example/twin' });
    await acts.add(articleId, text, 'port closed', { tagIds: [china] });
    await codeCopy(async () => {
      await acts.add(twin, text, 'Nobody', { tagIds: [china] });
      const only = await acts.addArticle('It stands there under another id.');
      await acts.add(only, 'It stands there under another id.', 'stands', { tagIds: [china] });
    });
    await acts.add(twin, text, 'Nobody', { tagIds: [china] });
    const mine = await acts.addArticle('It stands there under another id.');
    await acts.add(mine, 'It stands there under another id.', 'stands', { tagIds: [china] });
    const { counts, tables, differences } = await compare();
    expect(counts).toMatchObject({ both: 3, elsewhere: 0 });
    expect(tables[0]?.rows).toMatchObject([{ both: 3, onlyMine: 0, onlyTheirs: 0 }]);
    expect(differences).toEqual([]);
  });

  it('judges no article that one has not coded, and names what can’t be compared', async () => {
    await acts.add(articleId, text, 'port closed', { tagIds: [china] });
    const elsewhere = await acts.addArticle('Another text.');
    await codeCopy(async () => {
      await acts.add(elsewhere, 'Another text.', 'Another', { tagIds: [trade] });
      await acts.addArticle('Only there.');
    });
    await writeFile(join(other(), 'articles', articleId, 'annotations.json'), '{');
    const { counts, tables, differences } = await compare();
    expect(counts).toEqual({
      both: 0,
      mine: 0,
      theirs: 1,
      none: 0,
      unreadable: 1,
      elsewhere: 1,
      lost: 0,
      regions: 0,
    });
    expect(tables.map(({ count, rows }) => [count, rows])).toEqual([
      [0, []],
      [0, []],
      [0, []],
    ]);
    expect(differences).toEqual([]);
  });

  it('finds their tag by an alias of mine, and refuses a settling of what has ended or gone', async () => {
    const port = await acts.add(articleId, text, 'port closed', { tagIds: [china] });
    await codeCopy(async () => {
      const cathay = await acts.ensureTag('Cathay');
      await editPassage(bench, articleId, port.id, { kind: 'tag', add: [cathay, trade], remove: [china] });
    });
    succeed(await createTagHandlers(bench.deps)['tag:change']({ tagId: china, aliases: ['Cathay'] }));
    const { draftId, differences, handlers } = await compare();
    expect(said({ differences } as CoderComparison)).toEqual([['port closed', true, true, '', 'Trade']]);
    const keys = differences.map(({ key }) => key);
    await editPassage(bench, articleId, port.id, { kind: 'delete' });
    expect(codeOf(await handlers['exchange:settle-coding']({ draftId, keys, how: 'both' }))).toBe(
      'not-found',
    );
    succeed(await handlers['exchange:end-comparison']({ draftId }));
    expect(codeOf(await handlers['exchange:settle-coding']({ draftId, keys, how: 'both' }))).toBe(
      'not-found',
    );
  });

  it('can be ended', async () => {
    await codeBoth();
    const handlers = handlersOn(({ done }) => {
      if (done === 1) void handlers['exchange:cancel']({});
    });
    expect(codeOf(await handlers['exchange:compare-coder']({}))).toBe('cancelled');
  });

  it('refuses what is no archive, a newer one, and an encrypted one', async () => {
    expect(codeOf(await handlersOn()['exchange:compare-coder']({}))).toBe('archive-not-found');
    await mkdir(other());
    await writeFile(join(other(), 'notes.txt'), 'x');
    expect(codeOf(await handlersOn()['exchange:compare-coder']({}))).toBe('folder-not-an-archive');
    copyTree(bench.archive.folder, other());
    const said = {
      format: 'precis-archive',
      id: bench.archive.info.id,
      title: 'x',
      createdAt: bench.archive.info.createdAt,
    };
    await writeFile(join(other(), 'archive.json'), JSON.stringify({ version: 99, ...said }));
    expect(codeOf(await handlersOn()['exchange:compare-coder']({}))).toBe('archive-newer');
    await writeFile(join(other(), 'archive.json'), JSON.stringify({ version: 2, ...said, encryption: 'on' }));
    expect(codeOf(await handlersOn()['exchange:compare-coder']({}))).toBe('archive-unreadable');
  });
});
