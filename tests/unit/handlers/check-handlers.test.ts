import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Handlers } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { newTagId } from '../../support/archive/sample-ids.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { addingOf } from '../../support/workbench/create-acts.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
let handlers: Handlers;
benchForEach((opened) => {
  bench = opened;
  handlers = createHandlers(bench.deps);
});

const text = 'Ships turned back at the lock.';
const at = (name: string): string => join(bench.archive.folder, name);

const addTagged = async () => {
  const articleId = await addArticle(bench, text, { title: 'Lock' });
  const tagId = newTagId();
  succeed(await handlers['tag:ensure']({ tagId, path: ['Ships'] }));
  const adding = addingOf(articleId, text, ['turned back']);
  succeed(await handlers['passage:add']({ ...adding, tagIds: [tagId], tasks: [] }));
  return { articleId, tagId, passageId: adding.passageId };
};

const tagsOf = async (articleId: ArticleId) =>
  succeed(await handlers['article:annotations']({ articleId })).passages.map(({ tagIds }) => tagIds);

/** Another program takes every tag away, and the version before with it. */
const loseTags = async (): Promise<void> => {
  const none = JSON.stringify({ ...JSON.parse(await readFile(at('tags.json'), 'utf8')), tags: [] });
  await writeFile(at('tags.json'), none);
  await writeFile(at('tags.json.bak'), none);
  await bench.archive.lookOutside(['tags.json']);
};

describe('a repair of the open archive', () => {
  it('makes a lost tag again, keeps every reference, and is taken back', async () => {
    const { articleId, tagId, passageId } = await addTagged();
    expect(succeed(await handlers['check:run']({}))).toMatchObject({
      findings: [],
      restores: [],
      recovers: [],
    });
    expect(codeOf(await handlers['check:repair']({}))).toBe('nothing-to-repair');
    await loseTags();
    const file = `articles/${articleId}/annotations.json`;
    const report = succeed(await handlers['check:run']({}));
    expect(report.recovers).toEqual([{ kind: 'tag', id: tagId }]);
    expect(report.findings.filter((finding) => finding.file === file).map(({ title }) => title)).toContain(
      'Lock',
    );
    expect(await tagsOf(articleId)).toEqual([[tagId]]);

    const { folder, repaired } = succeed(await handlers['check:repair']({}));
    expect(repaired).toEqual([{ file: 'tags.json', keptAs: `trash/${folder}/tags.json` }]);
    expect(await tagsOf(articleId)).toEqual([[tagId]]);
    const name = `Recovered tag ${tagId}`;
    expect(succeed(await handlers['tag:list']({}))).toMatchObject([{ id: tagId, name }]);
    expect(succeed(await handlers['counts:get']({})).toReview.recovered).toBe(1);
    const item = {
      kind: 'recovered',
      of: 'tag',
      id: tagId,
      name,
      passageCount: 1,
      passages: [{ passageId }],
    };
    const waiting = succeed(await handlers['review:list']({}));
    expect(waiting.filter(({ kind }) => kind === 'recovered')).toMatchObject([item]);
    expect(succeed(await handlers['check:last-repair']({}))).toMatchObject({ folder, files: 1 });

    bench = await bench.reopen();
    handlers = createHandlers(bench.deps);
    expect(succeed(await handlers['check:take-back']({ folder }))).toMatchObject({
      back: ['tags.json'],
      left: [],
    });
    expect(await tagsOf(articleId)).toEqual([[tagId]]);
    expect(succeed(await handlers['tag:list']({}))).toEqual([]);
    expect(succeed(await handlers['check:last-repair']({}))).toBeNull();
  });

  it('puts what it has in memory in the place of a file that was damaged since, not the version before', async () => {
    const { articleId, tagId } = await addTagged();
    const sound = await readFile(at('tags.json'), 'utf8');
    await writeFile(at('tags.json'), sound.slice(0, 30));
    const report = succeed(await handlers['check:run']({}));
    expect(report).toMatchObject({ restores: ['tags.json'], recovers: [] });
    succeed(await handlers['check:repair']({}));
    expect(await readFile(at('tags.json'), 'utf8')).toBe(sound);
    expect(await tagsOf(articleId)).toEqual([[tagId]]);
    expect(succeed(await handlers['tag:list']({})).map(({ id }) => id)).toContain(tagId);
  });
});
