// What the full-text index promises, told in acts of the real use cases, on the process that the app runs.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SearchAnswer, SearchIndexState, SearchQuestion } from '#domain/contract/search-archive.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import { setValue } from '#domain/search/written-conditions.ts';
import { createArticleHandlers } from '#electron/handlers/article/article-handlers.ts';
import { createPadHandlers } from '#electron/handlers/pad/pad-handlers.ts';
import { type ArchiveIndex, openArchiveIndex } from '#electron/index/open-archive-index.ts';
import { deleteDatabase, openDatabase } from '#electron/index/store/open-database.ts';
import { listUnits } from '#electron/index/units/unit-names.ts';
import { type Catalogue, IndexRefusal } from '#electron/ports/catalogue.ts';
import { newTaskId } from '../../support/archive/sample-ids.ts';
import { pollUntil } from '../../support/poll-until.ts';
import { buildIndexProcess, type SpawnIndex } from '../../support/spawn-built-index.ts';
import { addMemo, cite } from '../../support/workbench/add-records.ts';
import { createActs, editPassage } from '../../support/workbench/create-acts.ts';
import { serveHere } from '../../support/workbench/lists-in-index.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

const harbour =
  'The harbour closed on Monday.\nMachine tools crossed the border.\nA pilot in Łódź had heard nothing.';
const capri = 'Ministers met on Capri.\n外相は北京市を訪問した。\nThey warned of missiles.';

let spawn: SpawnIndex;
let bench: Workbench;
let opened: ArchiveIndex;
let index: Catalogue;
let reports: string[];
beforeEach(async () => {
  reports = [];
  bench = await openWorkbench();
});
afterEach(async () => {
  await opened.close();
  await bench.close();
});

const { addArticle, add, ensureTag, ensureSource } = createActs(() => bench);

const pathOfIndex = (): string => join(bench.archive.folder, '../index/search.sqlite');
const openIndex = (): void => {
  opened = openArchiveIndex(bench.archive, {
    machine: bench.deps.machine,
    spawn: () => spawn(bench.archive.folder, bench.archive.info.id, pathOfIndex()),
    report: (failure) => reports.push(failure),
  });
  index = opened.catalogue;
};

const ask = async (text: string, asked: Partial<SearchQuestion> = {}): Promise<SearchAnswer> =>
  index['search:archive']({ text, limit: 10, order: 'best', isTyping: false, isWhole: true, ...asked });
/** What is found, as "kind: what is marked in it". */
const find = async (text: string, asked: Partial<SearchQuestion> = {}): Promise<readonly string[]> =>
  (await ask(text, asked)).groups.flatMap(({ kind, hits }) =>
    hits.map(({ snippet, title }) => {
      const marked = snippet.marks.map(({ start, end }) => snippet.text.slice(start, end)).join(' ');
      return `${kind}: ${marked || title}`;
    }),
  );

const closeIndex = async (): Promise<void> => opened.close();

const serveInTest: SpawnIndex = (root, archiveId, path) => serveHere({ root, archiveId, path, build: '' });
const openIndexBy = (chosen: SpawnIndex): void => {
  spawn = chosen;
  openIndex();
};

describe('the search index', () => {
  beforeEach(() => openIndexBy(serveInTest));

  it('finds texts, passages, notes, memos, tasks, sources and tags, and marks the words', async () => {
    await ensureTag('Trade', 'Harbour works');
    await ensureSource('Harbour authority', 'organisation');
    const articleId = await addArticle(harbour, { title: 'Port' });
    await add(articleId, harbour, 'harbour closed', {
      note: richTextFromPlain('Which harbour?'),
      tasks: [{ id: newTaskId(), title: 'Ask the harbour', kind: 'gap', due: null, owner: null }],
    });
    await addMemo(bench, 'Harbour report');
    const jotted = { note: richTextFromPlain('Harbour fees?'), editId: 'jot' };
    succeed(await createPadHandlers(bench.deps)['pad:write'](jotted));
    expect(await find('HARBOUR')).toEqual([
      'passage: harbour',
      'article: harbour',
      'note: Harbour',
      'note: harbour',
      'memo: Harbour report',
      'task: harbour',
      'source: Harbour authority',
      'tag: Harbour works',
    ]);
  });

  it('folds case, diacritics and scripts without spaces', async () => {
    await addArticle(harbour);
    await addArticle(capri);
    expect(await find('lodz')).toEqual(['article: Łódź']);
    expect(await find('北京')).toEqual(['article: 北京']);
    expect(await find('京')).toEqual(['article: 京']);
    expect(await find('京北')).toEqual([]);
  });

  it('reads the language: words, phrases, nearness, beginnings, operators and parentheses', async () => {
    await addArticle(harbour);
    await addArticle(capri);
    const counts: readonly (readonly [string, number])[] = [
      ['machine tools', 1],
      ['tools machine', 1],
      ['"tools machine"', 0],
      ['"machine tools"', 1],
      ['"monday machine"', 0],
      ['machine NEAR/1 border', 0],
      ['machine NEAR/4 border', 1],
      ['mach', 0],
      ['mach*', 1],
      ['harbour OR capri', 2],
      ['harbour capri', 0],
      ['harbour -tools', 0],
      ['-harbour', 1],
      ['(harbour OR capri) NOT missiles', 1],
      ['harbour in:passage', 0],
      ['harbour NOT in:passage', 1],
    ];
    for (const [text, count] of counts) expect([text, (await ask(text)).count]).toEqual([text, count]);
  });

  it('finds the beginning of the last word while it is typed', async () => {
    await addArticle(harbour);
    expect(await find('machine too', { isTyping: true })).toEqual(['article: Machine tools']);
    expect(await find('machine too')).toEqual([]);
  });

  it('asks conditions of passages: tag, source, origin, label, grade, date, and what is on them', async () => {
    const publicationId = await ensureSource('Dispatch', 'publication');
    const ministry = await ensureSource('Ministry', 'organisation');
    const minister = await ensureSource('Minister', 'person', ministry);
    const tagId = await ensureTag('Trade', 'Dual use');
    const bibliography = {
      publishedAt: '2024-05-14',
      publisher: 'Dispatch',
      byline: 'A. Writer',
      language: 'en-GB',
    };
    const articleId = await addArticle(harbour, bibliography as never, { publicationId });
    const one = await add(articleId, harbour, 'harbour closed', {
      tagIds: [tagId],
      sourceId: minister,
      label: 'data',
      grade: { reliability: 'B', credibility: 2 },
    });
    await add(articleId, harbour, 'Machine tools');
    await addMemo(bench, 'Report', [cite(articleId, one)]);
    const found = [
      'tag:trade',
      'tag:"trade/dual use"',
      'source:ministry',
      'origin:Ministry',
      'label:data',
      'grade:B2..',
    ];
    for (const condition of [...found, 'reliability:<=B', 'credibility:2', 'is:cited', '-is:ungraded']) {
      expect([condition, (await ask(`${condition} in:passage`)).count]).toEqual([condition, 1]);
    }
    for (const condition of [
      'source:dispatch',
      'publisher:dispatch',
      'author:writer',
      'lang:en',
      'date:2024-05..2024-06',
    ]) {
      expect([condition, (await ask(`${condition} in:passage`)).count]).toEqual([condition, 2]);
    }
    for (const condition of [
      'tag:other',
      'date:2024-06..',
      'grade:A1',
      'has:note',
      'has:relation',
      'is:orphan',
      'label:view',
    ]) {
      expect([condition, (await ask(`${condition} in:passage`)).count]).toEqual([condition, 0]);
    }
    expect((await ask('label:data,claim in:passage')).count).toBe(2);
  });

  it('tells how a search was read where it was not as written', async () => {
    expect((await ask('grade:Z9')).notices.map(({ part }) => part)).toEqual(['grade:Z9']);
    expect((await ask('tag:Nothing -source:"No One"')).notices).toEqual([
      { part: 'tag:Nothing', says: 'names no tag of this archive' },
      { part: 'source:No One', says: 'names no source of this archive' },
    ]);
  });

  it('finds the passages that a search of passages means, and counts searches', async () => {
    const articleId = await addArticle(harbour);
    const one = await add(articleId, harbour, 'harbour closed', { label: 'data' });
    await add(articleId, harbour, 'Machine tools');
    const passages = async (text: string) =>
      (await index.passages({ text }, { isTyping: true, isWhole: true })).map(({ id }) => id);
    expect(await passages('label:data harb')).toEqual([one.id]);
    expect(await passages('harbour in:article')).toEqual([]);
    expect(await passages(`article:${articleId}`)).toHaveLength(2);
    expect(await passages(' ')).toHaveLength(2);
    const counted = [
      { text: 'harbour', kind: null },
      { text: 'harbour', kind: 'passage' },
      { text: '', kind: 'passage' },
      { text: 'lighthouse', kind: null },
    ] as const;
    expect(await index.foundBy(counted)).toEqual([2, 1, 2, 0]);
  });

  it('finds the articles that a search of articles means, by text, title and note, and shows its words', async () => {
    const long = `${'Nothing happens here. '.repeat(30)}The lighthouse burns.`;
    const port = await addArticle(harbour, { title: 'Port' });
    const coast = await addArticle(long, { title: 'Coast' });
    succeed(
      await createArticleHandlers(bench.deps)['article:set-note']({
        articleId: port,
        note: richTextFromPlain('Ask the pilots.'),
        editId: newTaskId(),
      }),
    );
    const articles = async (text: string) => (await index.articles({ text }, 'oldest')).map(({ id }) => id);
    await ask('lighthouse');
    expect(await articles('lightho')).toEqual([coast]);
    expect(await articles('port')).toEqual([port]);
    expect(await articles('pilots')).toEqual([port]);
    expect(await articles('-lighthouse')).toEqual([port]);
    expect(await articles(' ')).toEqual([port, coast]);
    const best = async (text: string) => (await index.articles({ text }, 'best')).map(({ id }) => id);
    const often = await addArticle('The ferry, the ferry and again the ferry.', { title: 'Ferries' });
    const once = await addArticle(`${'Nothing happens here. '.repeat(30)}A ferry.`, { title: 'Late' });
    expect(await best('ferry')).toEqual([often, once]);
    expect(await best('pilots')).toEqual([port]);
    expect(await best('added:2000..')).toHaveLength(4);
    expect(await best('added:..2000')).toEqual([]);
    const matching = { searches: ['lighthouse', 'closed OR burns', 'tram'], articleIds: [port, coast] };
    expect(await index.matching(matching)).toEqual([[coast], [port, coast], []]);
    const snippet = await index['article:snippet']({ text: 'lighthouse', articleId: coast });
    expect(snippet?.marks.map(({ start, end }) => snippet.text.slice(start, end))).toEqual(['lighthouse']);
    expect(snippet?.text.length).toBeLessThan(200);
    expect(await index['article:snippet']({ text: 'port', articleId: port })).toBeNull();
  });

  it('knows tags by their ids too', async () => {
    const tagId = await ensureTag('Trade', 'Dual use');
    const articleId = await addArticle(harbour);
    await add(articleId, harbour, 'harbour closed', { tagIds: [tagId] });
    expect((await ask(`tag:${tagId}`)).groups.map(({ kind }) => kind)).toEqual(['passage', 'tag']);
  });

  it('names the conditions to take away, the narrowest first, and words that are spelled otherwise', async () => {
    const articleId = await addArticle(harbour);
    await add(articleId, harbour, 'harbour closed', { label: 'data' });
    const help = async (text: string) => index['search:help']({ text, isTyping: false });
    await ask('harbour');
    expect((await help('harbour label:claim -in:passage')).looser).toEqual([
      {
        without: { field: 'label', values: ['claim'], isExcluded: false },
        text: '-in:passage harbour ',
        count: 1,
      },
    ]);
    expect((await help('nowhere label:data')).looser).toEqual([
      { without: null, text: 'label:data ', count: 1 },
    ]);
    expect((await help('hrabour -"machnie tools" pilots')).spelling?.text).toBe(
      'harbour -"machnie tools" pilot',
    );
    expect((await help('hrabour "machnie tools" in:article')).spelling).toEqual({
      text: 'harbour "machine tools" in:article',
      words: ['harbour', 'machine'],
    });
    expect((await help('xylophone')).spelling).toBeNull();
    // What keeps it from being found still can be taken away then.
    expect((await help('label:gap machnie')).spelling?.text).toBe('label:gap machine');
    expect((await help('when:May tag:x')).unknown.map(({ part }) => part)).toEqual(['when:May', 'tag:x']);
  });

  it('counts facets as if nothing were asked of their field, left out or not', async () => {
    const articleId = await addArticle(harbour);
    await add(articleId, harbour, 'harbour closed', { label: 'data' });
    await add(articleId, harbour, 'The harbour', { label: 'claim' });
    await ask('harbour');
    const labelCounts = async (text: string) => {
      const facets = await index['search:facets']({ text, isTyping: false });
      const values = facets.find(({ field }) => field === 'label')?.values ?? [];
      return values.map(({ value, count }) => `${value} ${count}`);
    };
    for (const text of ['harbour', 'label:data harbour', '-label:data harbour']) {
      expect(await labelCounts(text)).toEqual(['claim 1', 'data 1']);
    }
  });

  it('names a tag as it is typed in a search, with a slash in its name too', async () => {
    const articleId = await addArticle(harbour);
    await add(articleId, harbour, 'harbour closed', { tagIds: [await ensureTag('Transport', 'Air/sea')] });
    await ask('harbour');
    const facets = await index['search:facets']({ text: 'harbour', isTyping: false });
    const values = facets.find(({ field }) => field === 'tag')?.values.map(({ value }) => value) ?? [];
    expect(values).toContain('Transport / Air\\/sea');
    for (const value of values) {
      const found = await find(setValue('', 'tag', value, 'asked'));
      expect(found.filter((hit) => hit.startsWith('passage'))).toHaveLength(1);
    }
  });

  it('follows each act at once', async () => {
    const articleId = await addArticle(harbour);
    expect(await find('pilot')).toEqual(['article: pilot']);
    const passage = await add(articleId, harbour, 'A pilot');
    expect(await find('pilot', { isWhole: false })).toEqual(['passage: pilot', 'article: pilot']);
    await editPassage(bench, articleId, passage.id, {
      kind: 'note',
      note: richTextFromPlain('Name the pilot'),
    });
    expect(await find('pilot', { isWhole: false })).toEqual([
      'passage: pilot',
      'article: pilot',
      'note: pilot',
    ]);
    succeed(await createArticleHandlers(bench.deps)['article:delete']({ articleId }));
    expect(await find('pilot', { isWhole: false })).toEqual([]);
    succeed(await bench.archive.undo());
    expect(await find('pilot', { isWhole: false })).toHaveLength(3);
  });
});

const articlesFound = async (): Promise<number> => (await ask('harbour')).count;

describe('the file of the search index', () => {
  beforeEach(() => openIndexBy(serveInTest));

  it.each<[string, (path: string) => void]>([
    ['deleted', (path) => rmSync(path)],
    ['empty', (path) => truncateSync(path, 0)],
    ['cut off', (path) => truncateSync(path, 9000)],
    ['another program’s', (path) => writeFileSync(path, 'no database at all')],
    [
      'a folder',
      (path) => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
    [
      'of another version',
      (path) => {
        const database = openDatabase(path);
        database.exec('UPDATE meta SET version = 99');
        database.close();
      },
    ],
    [
      'overwritten in its pages',
      (path) => {
        const bytes = readFileSync(path);
        bytes.fill(0x5a, 4096 * 3);
        writeFileSync(path, bytes);
      },
    ],
    ['left locked by a process that was killed', (path) => mkdirSync(`${path}.lock`)],
  ])('is made anew where it is %s', async (_, damage) => {
    await addArticle(harbour);
    await addArticle(capri);
    expect(await articlesFound()).toBe(1);
    await closeIndex();
    const before = readdirSync(bench.archive.folder, { recursive: true });
    damage(pathOfIndex());
    openIndex();
    expect([await articlesFound(), reports]).toEqual([1, []]);
    expect((await ask('capri')).count).toBe(1);
    expect(readdirSync(bench.archive.folder, { recursive: true })).toEqual(before);
  });

  it('is made anew where a copy of it serves another archive', async () => {
    await addArticle(harbour);
    await ask('harbour');
    await closeIndex();
    const kept = `${pathOfIndex()}.kept`;
    cpSync(pathOfIndex(), kept);
    const other = await openWorkbench();
    const path = join(other.archive.folder, '../index/search.sqlite');
    mkdirSync(dirname(path), { recursive: true });
    cpSync(kept, path);
    const { catalogue: otherIndex, close } = openArchiveIndex(other.archive, {
      machine: other.deps.machine,
      spawn: () => spawn(other.archive.folder, other.archive.info.id, path),
      report: () => undefined,
    });
    const question = { text: 'harbour', limit: 10, order: 'best', isTyping: false, isWhole: true } as const;
    expect((await otherIndex['search:archive'](question)).count).toBe(0);
    await close();
    await other.close();
  });
});

describe('the process with the search index', () => {
  let pids: readonly number[];
  let fork: SpawnIndex;
  beforeAll(async () => {
    ({ spawn: fork, pids } = await buildIndexProcess());
  });
  beforeEach(() => openIndexBy(fork));

  const stories = 60;
  const fill = async () => {
    for (let number = 0; number < stories; number += 1) await addArticle(`${harbour}\nStory w${number}.`);
  };

  it('brings the index up at its start to what came, changed and went meanwhile', async () => {
    const gone = await addArticle(harbour);
    const changed = await addArticle(capri);
    await ask('harbour');
    await closeIndex();
    const folder = join(bench.archive.folder, 'articles');
    const file = join(folder, changed, 'annotations.json');
    const said = JSON.parse(readFileSync(file, 'utf8'));
    said.about.note = richTextFromPlain('A lighthouse');
    writeFileSync(file, JSON.stringify(said));
    rmSync(join(folder, gone), { recursive: true });
    openIndex();
    expect(await find('lighthouse')).toEqual(['note: lighthouse']);
    expect(await find('harbour')).toEqual([]);
  });

  it('has the index whole after it was killed while it built it, and again', async () => {
    await fill();
    const states: SearchIndexState[] = [];
    index.onState((state) => states.push(state));
    for (let kill = 1; kill <= 3; kill += 1) {
      const begun = pids.length;
      index.update();
      const pid = await pollUntil('the process runs', () => pids[begun] ?? pids.at(-1));
      await pollUntil('it has begun to build', () =>
        states.some(({ total }) => total > 0) ? true : undefined,
      );
      process.kill(pid, 'SIGKILL');
      await pollUntil('its end was told', () => (reports.length >= kill ? true : undefined));
    }
    expect(await articlesFound()).toBe(stories);
    expect((await ask('w59')).count).toBe(1);
  });

  it('is asked again what one was asked that ended before its answer', async () => {
    await fill();
    const asked = ask('harbour');
    process.kill(await pollUntil('the process runs', () => pids.at(-1)), 'SIGKILL');
    expect((await asked).count).toBe(stories);
  });

  it('lets nobody wait for an answer where it ends again and again', async () => {
    const { catalogue: broken, close } = openArchiveIndex(bench.archive, {
      machine: bench.deps.machine,
      spawn: () => {
        const ended = spawn(bench.archive.folder, bench.archive.info.id, pathOfIndex());
        ended.kill();
        return ended;
      },
      report: () => undefined,
    });
    await broken.ready;
    expect(broken.isReady()).toBe(false);
    await expect(broken['tag:list']({})).rejects.toThrow(IndexRefusal);
    const question = { text: 'harbour', limit: 10, order: 'best', isTyping: false, isWhole: true } as const;
    await expect(broken['search:archive'](question)).rejects.toMatchObject({ code: 'search-unavailable' });
    await close();
  });

  it('makes the index anew when asked, and only reads the archive', async () => {
    await fill();
    await ask('harbour');
    const before = readdirSync(bench.archive.folder, { recursive: true });
    expect(await index.rebuild()).toMatchObject({
      phase: 'ready',
      done: stories + listUnits.length,
      total: stories + listUnits.length,
    });
    expect(await articlesFound()).toBe(stories);
    expect(readdirSync(bench.archive.folder, { recursive: true })).toEqual(before);
    await closeIndex();
    deleteDatabase(pathOfIndex());
    expect(existsSync(pathOfIndex())).toBe(false);
  });
});
