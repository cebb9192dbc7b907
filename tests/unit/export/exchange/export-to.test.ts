import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { readFileSync } from 'node:fs';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { convertIcsCalendar } from 'ts-ics';
import { unified } from 'unified';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { Out } from '#domain/exchange/outs.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { newTaskId } from '../../../support/archive/sample-ids.ts';
import { type BringingIn, importText, openBringingIn } from '../../../support/exchange/bring-in.ts';
import { codeOf, succeed } from '../../../support/workbench/results.ts';

let scene: BringingIn;
let out: string;

beforeEach(async () => {
  scene = await openBringingIn();
  out = join(scene.folder, 'out');
});
afterEach(() => scene.close());

const write = async (as: Out, hasNotes = true) => succeed(await scene.exportTo(as, out, hasNotes));
const read = (path: string) => readFileSync(join(out, path), 'utf8');
const notes = async () => (await readdir(join(out, 'Precis'))).toSorted();

const title = 'Lock: “closed” #1 {50% off} <b>& more</b>';
const about = {
  type: 'article-newspaper',
  title,
  byline: 'Ilse Marrow and Jürgen Łódź-Weber',
  publisher: 'Vessen & Dispatch_Post',
  publishedAt: '2024-04-22',
  dateCertainty: 'stated',
  url: 'https://dispatch.example/lock?a=1&b=%20_x',
  language: 'en',
} as const;

const layArticle = async () => {
  const articleId = await importText(
    scene,
    'Forty *ships* were turned back.\n\nNobody said why.',
    about as never,
  );
  const hypothesis = {
    rows: [
      {
        id: 'a',
        uri: about.url,
        text: 'Which [[forty]]?',
        tags: ['China/Dual use'],
        target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'Forty *ships* were turned back.' }] }],
      },
    ],
  };
  await scene.take('hypothesis', { 'h.json': JSON.stringify(hypothesis) });
  return articleId;
};

describe('the citations', () => {
  it.each([
    ['bibtex', 'sources.bib'],
    ['ris', 'sources.ris'],
    ['csl', 'sources.json'],
  ] as const)('are read back as %s by a reader that is not ours', async (as, name) => {
    await layArticle();
    await write(as);
    plugins.config.get('@bibtex').parse.sentenceCase = 'never';
    const [item] = new Cite(read(name)).data;
    expect(item?.title.replace(/<[^>]*>/gu, '')).toContain('Lock: “closed” #1 {50% off}');
    expect(item?.['container-title'] ?? item?.publisher).toBe(about.publisher);
    expect(item?.URL).toBe(about.url);
    const [author] = item?.author ?? [];
    if (as === 'ris') {
      // Its reader of RIS takes the year alone, and no author of a newspaper.
      expect(item?.issued['date-parts'][0]).toEqual([2024]);
      expect(read(name)).toContain(`AU  - ${about.byline}\r\n`);
      expect(read(name)).toContain('DA  - 2024/04/22\r\n');
    } else {
      expect(item?.issued['date-parts'][0]).toEqual([2024, 4, 22]);
      expect(author?.literal ?? author?.family ?? author?.given).toContain('Marrow');
    }
  });
});

describe('the vault', () => {
  it('holds a note for each article, whose front matter and Markdown say what was meant and no more', async () => {
    const articleId = await layArticle();
    await write('obsidian');
    const [name = ''] = await notes();
    expect(name).toBe('Lock “closed” 1 {50% off} b & more b.md');
    const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(read(`Precis/${name}`)) ?? [];
    expect(parseYaml(yaml)).toMatchObject({
      title,
      url: about.url,
      precis: articleId,
      published: '2024-04-22',
    });
    const root = unified().use(remarkParse).use(remarkGfm).parse(body);
    expect(root.children.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'blockquote',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
    expect(JSON.stringify(root)).not.toContain('"type":"html"');
    expect(JSON.stringify(root)).not.toContain('"type":"emphasis"');
    expect(body).toContain('Forty \\*ships\\* were turned back.');
    expect(body).toContain('#China/Dual-use');
    expect(body).toMatch(/\n\^p-[0-9a-f-]{36}\n/u);
  });

  it('holds the scratch pad beside an article of that name, unless own notes stay at home', async () => {
    await importText(scene, 'A text.', { title: 'Scratch pad' });
    const note = richTextFromPlain('Ask *the* pilots.\nAnd the harbour.');
    succeed(await scene.handlers['pad:write']({ note, editId: 'jot' }));
    await write('obsidian');
    expect(await notes()).toEqual(['Scratch pad 2.md', 'Scratch pad.md']);
    expect(read('Precis/Scratch pad 2.md')).toBe(
      '# Scratch pad\n\nAsk \\*the\\* pilots.\n\nAnd the harbour.\n',
    );
    expect(await write('obsidian')).toMatchObject({ written: 0, unchanged: 2, removed: 0 });
    expect(await write('obsidian', false)).toMatchObject({ unchanged: 1, removed: 1 });
    expect(await notes()).toEqual(['Scratch pad.md']);
  });

  it('changes only what has changed the second time, and keeps the name of a note', async () => {
    const articleId = await layArticle();
    await importText(scene, 'Another text.', { title: 'Second' });
    expect(await write('obsidian')).toMatchObject({ written: 2, unchanged: 0, removed: 0, kept: [] });
    expect(await write('obsidian')).toMatchObject({ written: 0, unchanged: 2, removed: 0, kept: [] });
    const before = await notes();
    succeed(await scene.handlers['article:correct']({ articleId, corrections: { title: 'Renamed' } }));
    expect(await write('obsidian')).toMatchObject({ written: 1, unchanged: 1, removed: 0, kept: [] });
    expect(await notes()).toEqual(before);
    succeed(await scene.handlers['article:delete']({ articleId }));
    expect(await write('obsidian')).toMatchObject({ written: 0, unchanged: 1, removed: 1, kept: [] });
    expect(await notes()).toEqual(['Second.md']);
  });

  it('leaves alone what somebody has written there, and says so', async () => {
    const articleId = await layArticle();
    await write('obsidian');
    const [name = ''] = await notes();
    await writeFile(join(out, 'Precis', name), 'My own words.');
    await writeFile(join(out, 'Precis', 'Mine.md'), 'Mine.');
    succeed(await scene.handlers['article:correct']({ articleId, corrections: { byline: 'Weber' } }));
    expect(await write('obsidian')).toMatchObject({ written: 0, kept: [`Precis/${name}`] });
    expect(read(`Precis/${name}`)).toBe('My own words.');
    succeed(await scene.handlers['article:delete']({ articleId }));
    expect(await write('obsidian')).toMatchObject({ removed: 0, kept: [`Precis/${name}`] });
    expect(read('Precis/Mine.md')).toBe('Mine.');
  });

  it('writes and removes nothing outside its folder, whatever a link or a list there says', async () => {
    await layArticle();
    const elsewhere = join(scene.folder, 'elsewhere');
    await mkdir(elsewhere, { recursive: true });
    await mkdir(out, { recursive: true });
    await symlink(elsewhere, join(out, 'Precis'));
    expect((await write('obsidian')).kept).toHaveLength(1);
    expect(await readdir(elsewhere)).toEqual([]);
    await rm(join(out, 'Precis'));
    await writeFile(join(scene.folder, 'victim.txt'), 'x');
    const sha256 = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';
    const list = {
      archiveId: scene.bench.archive.info.id,
      files: [{ path: '../victim.txt', of: 'x', sha256 }],
    };
    await writeFile(join(out, '.precis-obsidian.json'), JSON.stringify(list));
    await write('obsidian');
    expect(await readFile(join(scene.folder, 'victim.txt'), 'utf8')).toBe('x');
  });

  it('is refused within an archive', async () => {
    expect(codeOf(await scene.exportTo('obsidian', join(scene.bench.archive.folder, 'out'), false))).toBe(
      'place-in-archive',
    );
  });

  it('leaves own notes at home unless they are asked for', async () => {
    await layArticle();
    await write('obsidian', false);
    const [name = ''] = await notes();
    expect(read(`Precis/${name}`)).not.toContain('Which');
  });
});

describe('the tasks', () => {
  it('are read back as to-dos by a reader that is not ours', async () => {
    const title = `Ask; the, harbour \\ about ${'é'.repeat(60)}`;
    const task = {
      title,
      kind: 'contact',
      due: calendarDateSchema.parse('2024-05-01'),
      owner: null,
    } as const;
    succeed(await scene.handlers['task:add']({ taskId: newTaskId(), place: { on: 'nothing' }, task }));
    await write('calendar');
    const text = read('tasks.ics');
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    const [todo] = convertIcsCalendar(undefined, text).todos ?? [];
    expect(todo?.summary).toBe(title);
    expect(todo?.due?.date.toISOString().slice(0, 10)).toBe('2024-05-01');
    expect(todo?.status).toBe('NEEDS-ACTION');
  });
});

it('tables and annotations hold every article and passage', async () => {
  await layArticle();
  expect((await write('tables')).written).toBe(5);
  expect(read('articles.csv').split('\r\n')).toHaveLength(3);
  expect(read('passages.csv')).toContain('Forty *ships* were turned back.');
  await write('annotations');
  expect(JSON.stringify(JSON.parse(read('annotations.jsonld')))).toContain('Forty *ships* were turned back.');
});
