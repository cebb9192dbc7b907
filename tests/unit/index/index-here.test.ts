// The index in the process that asks, as the command line has it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findById } from '#electron/index/find-by-id.ts';
import { type ArchiveIndex, openArchiveIndex } from '#electron/index/open-archive-index.ts';
import { startIndexHere } from '#electron/index/process/index-here.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';

const text = 'The harbour closed on Monday.\nMachine tools crossed the border.';

let bench: Workbench;
let opened: ArchiveIndex;
let reports: string[];
const pathOfIndex = (): string => join(bench.archive.folder, '../index/search.sqlite');
const open = (): void => {
  const { folder: root, info } = bench.archive;
  opened = openArchiveIndex(bench.archive, {
    machine: bench.deps.machine,
    spawn: () => startIndexHere({ root, archiveId: info.id, path: pathOfIndex(), build: 'this' }),
    report: (failure) => reports.push(failure),
  });
};
beforeEach(async () => {
  reports = [];
  bench = await openWorkbench();
  open();
});
afterEach(async () => {
  await opened.close();
  await bench.close();
});

const { addArticle, add } = createActs(() => bench);
const countFound = async (words: string): Promise<number> => {
  const question = { text: words, limit: 10, order: 'best', isTyping: false, isWhole: true } as const;
  return (await opened.catalogue['search:archive'](question)).count;
};

it('lists what is there and what acts make, and is read from the disk when it is opened again', async () => {
  const articleId = await addArticle(text);
  await opened.catalogue.ready;
  expect(await opened.catalogue.articles({}, 'newest')).toMatchObject([{ id: articleId, passageCount: 0 }]);
  const passage = await add(articleId, text, 'harbour closed');
  expect(await opened.catalogue['passage:rows']({ passageIds: [passage.id] })).toMatchObject([
    { quote: 'harbour closed' },
  ]);
  expect(await countFound('harbour')).toBe(2);
  await opened.close();
  open();
  expect(await countFound('harbours')).toBe(2);
  expect(reports).toEqual([]);
});

it('is made anew where its file is damaged', async () => {
  await addArticle(text);
  expect(await countFound('harbour')).toBe(1);
  await opened.close();
  writeFileSync(pathOfIndex(), 'no database');
  open();
  expect(await countFound('harbour')).toBe(1);
});

it('answers no more once it is closed', async () => {
  await addArticle(text);
  await opened.catalogue.ready;
  await opened.close();
  await expect(opened.catalogue['tag:list']({})).rejects.toMatchObject({ code: 'search-unavailable' });
});

it('finds in a short list and in a long one the first of an id', () => {
  for (const length of [3, 1000]) {
    const list = Array.from({ length }, (_, number) => ({ id: `${number % (length - 1)}`, number }));
    expect(list.map(({ id }) => findById(list, id)?.number)).toEqual(
      list.map(({ id }) => list.find((each) => each.id === id)?.number),
    );
    expect(findById(list, 'none')).toBeUndefined();
  }
});
