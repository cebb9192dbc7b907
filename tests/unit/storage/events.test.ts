import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import type { Change } from '#domain/archive/changes.ts';
import { articleIdSchema, memoIdSchema } from '#domain/ids.ts';
import { touchedBy } from '#electron/storage/act/changes-of-act.ts';
import { Listeners } from '#electron/storage/listeners.ts';
import { addTag, changePassage } from '../../support/archive/sample-changes.ts';
import { sampleArticle } from '../../support/archive/sample-folders.ts';
import { sampleId } from '../../support/archive/sample-ids.ts';
import { samplePassage, sampleTag } from '../../support/archive/sample-records.ts';
import { it, mustSucceed, perform } from './archive-under-test.ts';

const articleId = articleIdSchema.parse(sampleId(1));
const memoId = memoIdSchema.parse(sampleId(2));

describe('what an act touches', () => {
  it.for<[string, Change, readonly string[], readonly string[]]>([
    ['a tag names and counts', addTag(sampleTag('china')), ['tags', 'passages'], []],
    [
      'a passage shows in every list',
      changePassage(articleId, null, samplePassage('talks')),
      ['passages', 'articles', 'tags', 'sources', 'tasks', 'memos', 'trash'],
      [articleId],
    ],
    [
      'an article that goes takes its passages along',
      { type: 'folder', kind: 'article', id: articleId, to: 'trash' },
      ['articles', 'passages', 'trash'],
      [articleId],
    ],
    [
      'a memo that goes shows in the trash',
      { type: 'folder', kind: 'memo', id: memoId, to: 'trash' },
      ['memos', 'trash'],
      [],
    ],
  ])('%s', ([, change, topics, articleIds]) => {
    const touched = touchedBy([change, change]);
    expect(touched.topics).toEqual(expect.arrayContaining([...topics]));
    expect(new Set(touched.topics).size).toBe(touched.topics.length);
    expect(touched.articleIds).toEqual(articleIds);
  });
});

describe('a reader', () => {
  it('never sees a part of an act', async ({ open }) => {
    const archive = await open();
    const article = sampleArticle('Talks resume');
    mustSucceed(await perform(archive, { newArticles: [article] }));
    const { id } = article.article;
    const tag = sampleTag('china');
    const other = sampleArticle('The next day');
    const passages = Array.from({ length: 200 }, () => samplePassage('talks', { tagIds: [tag.id] }));

    let isDone = false;
    const act = perform(archive, {
      changes: [addTag(tag), ...passages.map((passage) => changePassage(id, null, passage))],
      newArticles: [other],
    }).finally(() => {
      isDone = true;
    });
    const seen = new Set<string>();
    while (!isDone) {
      const [tags, annotations] = await Promise.all([archive.tags(), archive.annotations(id)]);
      seen.add(`${mustSucceed(tags).tags.length} ${mustSucceed(annotations).passages.length}`);
      await yieldToEventLoop();
    }
    mustSucceed(await act);
    expect([...seen].filter((state) => state !== '0 0' && state !== '1 200')).toEqual([]);
    expect(seen.has('0 0')).toBe(true);
    expect(await archive.articleIds()).toEqual([id, other.article.id]);
  });

  it('sees no article before the act that brings it is acknowledged', async ({ open }) => {
    const archive = await open();
    const articles = Array.from({ length: 10 }, (_, number) => sampleArticle(`Article ${number}`));
    let isDone = false;
    const act = perform(archive, { newArticles: articles }).finally(() => {
      isDone = true;
    });
    const seen = new Set<number>();
    while (!isDone) {
      const { length } = await archive.articleIds();
      if (!isDone) seen.add(length);
    }
    mustSucceed(await act);
    expect([...seen]).toEqual([0]);
    expect(await archive.articleIds()).toHaveLength(10);
  });
});

describe('listeners', () => {
  it('are told each on its own, however often one was added', () => {
    const listeners = new Listeners<string>();
    const heard: string[] = [];
    const listen = (event: string) => heard.push(event);
    const stop = listeners.add(listen);
    listeners.add(listen);
    listeners.tell('one');
    stop();
    stop();
    listeners.tell('two');
    expect(heard).toEqual(['one', 'one', 'two']);
  });

  it('do not suffer from one that throws, and its mistake is not swallowed', async () => {
    const listeners = new Listeners<string>();
    const heard: string[] = [];
    const thrown: unknown[] = [];
    const before = process.rawListeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.once('uncaughtException', (cause) => thrown.push(cause));
    listeners.add(() => {
      throw new Error('a mistake');
    });
    listeners.add((event) => heard.push(event));
    listeners.tell('one');
    await yieldToEventLoop();
    for (const listener of before)
      process.on('uncaughtException', listener as NodeJS.UncaughtExceptionListener);
    expect(heard).toEqual(['one']);
    expect(thrown).toEqual([new Error('a mistake')]);
  });
});
