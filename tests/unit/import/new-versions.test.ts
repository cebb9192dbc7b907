import { writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import type { ImportOutcome } from '#domain/contract/import-many.ts';
import type { ArticleId } from '#domain/ids.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { outcomesOf, takeFiles } from '../../support/exchange/take-files.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { createJsdomImporter } from '../../support/importer-in-jsdom.ts';
import { addingOf } from '../../support/workbench/create-acts.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
let folder: string;
let importer: Importer;
let handlers: ReturnType<typeof createHandlers>;

beforeEach(async () => {
  bench = await openWorkbench();
  folder = await makeTemporaryFolder();
  importer = await createJsdomImporter();
  handlers = createHandlers({ ...bench.deps, texts: createTextReader(importer) });
});
afterEach(async () => {
  await importer.close();
  await bench.close();
  await removeFolder(folder);
});

/** Files by their names, written below the folder; answers their paths. */
const write = (files: Readonly<Record<string, string>>): Promise<string[]> =>
  Promise.all(
    Object.entries(files).map(async ([name, content]) => {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
      return path;
    }),
  );

const story = (number: number): string =>
  Array.from({ length: 6 }, (_, n) => `Note ${number}: ship ${n + 30} lay at pier ${n * 3} for days.`).join(
    '\n\n',
  );
const page = (url: string | null, text: string): string =>
  `---\npublisher: Tribune\n${url === null ? '' : `url: ${url}\n`}---\n${text}`;

const chosen = async (files: Readonly<Record<string, string>>) =>
  handlers['import:drop']({ paths: await write(files), isMany: true });

const importNew = async (files: Readonly<Record<string, string>>) =>
  outcomesOf(handlers, await chosen(files), { onKnown: 'new-version' });
const importFirst = async (files: Readonly<Record<string, string>>) =>
  (await outcomesOf(handlers, await chosen(files))).map(idOf);

const idOf = (outcome: ImportOutcome | undefined): ArticleId => {
  if (outcome === undefined || !('articleId' in outcome)) throw new Error('nothing was imported');
  return outcome.articleId;
};
/** What became of a file in short. */
const became = (outcome: ImportOutcome): string => {
  if (outcome.status !== 'imported') return outcome.status;
  const { followed } = outcome;
  if (followed === null) return 'imported';
  return followed.kind === 'version' ? `version by ${followed.by}` : `own: ${followed.why}`;
};
const all = async (files: Readonly<Record<string, string>>) => (await importNew(files)).map(became);

const previousOf = async (id: ArticleId) =>
  succeed(await bench.archive.article(id)).article.previousVersionId;

const highlight = async (articleId: ArticleId, words: string): Promise<void> => {
  const { body } = succeed(await bench.archive.body(articleId));
  succeed(await handlers['passage:add'](addingOf(articleId, canonicalText(body), [words])));
};

describe('files as new versions', () => {
  it('follow the article of their address, unchanged ones are skipped, the rest is new: one step of undo', async () => {
    const at = (n: number) => `https://tribune.example/${n}`;
    const [first, second] = await importFirst({
      '1.md': page(at(1), story(1)),
      '2.md': page(at(2), story(2)),
    });
    if (first === undefined || second === undefined) throw new Error('nothing was imported');
    await highlight(first, 'ship 31 lay at pier 3');
    await highlight(first, 'ship 34 lay');
    const changed = story(1).replace('ship 34 lay at pier 12', 'nothing lay at any pier of the harbour');
    const outcomes = await importNew({
      'moved.md': page(`${at(1)}?utm_source=x`, `Updated.\n\n${changed}`),
      'same.md': page(at(2), story(2)),
      'new.md': page(at(3), story(3)),
      'empty.md': '',
    });
    expect(outcomes.map(became)).toEqual(['version by url', 'duplicate', 'imported', 'failed']);
    const [version, skipped] = outcomes;
    expect(idOf(skipped)).toBe(second);
    expect(await previousOf(idOf(version))).toBe(first);
    expect(version).toMatchObject({ followed: { of: first, toReview: 1 } });
    const carried = succeed(await bench.archive.annotations(idOf(version))).passages;
    expect(carried.map(({ carriedFrom }) => carriedFrom?.isSettled).sort()).toEqual([false, true]);

    succeed(await handlers['undo:undo']({}));
    expect(await bench.archive.articleIds()).toEqual([first, second]);
    succeed(await handlers['undo:redo']({}));
    expect(await bench.archive.articleIds()).toHaveLength(4);
    // The chain goes on from the newest.
    const again = await importNew({ 'moved.md': page(at(1), `Updated twice.\n\n${changed}`) });
    expect(again).toMatchObject([{ followed: { kind: 'version', of: idOf(version) } }]);
    // A copy that is older than the newest is no news, and a name that an older version had still leads to the newest.
    expect(await all({ 'old.md': page(at(1), story(1)) })).toEqual(['duplicate']);
    expect(await all({ '1.md': page(null, `${changed}\n\nOnce more.`) })).toEqual(['version by name']);
  });

  it('keep what was corrected and the marking of the version before', async () => {
    const [id] = await importFirst({ 'a.md': page('https://tribune.example/1', story(1)) });
    if (id === undefined) throw new Error('nothing was imported');
    succeed(await handlers['article:correct']({ articleId: id, corrections: { title: 'Piers' } }));
    succeed(
      await handlers['article:set-marking']({ articleId: id, marking: { kind: 'tlp', label: 'TLP:AMBER' } }),
    );
    const [version] = await importNew({ 'b.md': page('https://tribune.example/1', `${story(1)}\n\nMore.`) });
    expect(version).toMatchObject({ followed: { title: 'Piers' } });
    const { article } = succeed(await bench.archive.article(idOf(version)));
    expect(article.bibliography).toMatchObject({ title: 'Piers', publisher: 'Tribune' });
    const { about } = succeed(await bench.archive.annotations(idOf(version)));
    expect(about.marking).toEqual({ kind: 'tlp', label: 'TLP:AMBER' });
  });

  it('are found by DOI, and by the name of their file where the texts have something in common', async () => {
    await importFirst({
      'a.md': page('https://doi.org/10.1000/Lock', story(1)),
      'note.md': page(null, story(2)),
      'index.md': page(null, story(3)),
      'c.md': `---\nurl: https://journal.example/lock\ndoi: 10.1000/Gate\n---\n${story(4)}`,
    });
    expect(
      await all({
        'b.md': page('http://dx.doi.org/10.1000/lock', `${story(1)}\n\nMore.`),
        'x/note.md': page(null, `${story(2)}\n\nMore.`),
        'x/index.md': page(null, 'Another page altogether, of gulls and of nothing else whatever.'),
        'd.md': `---\nurl: https://mirror.example/9\ndoi: doi:10.1000/gate\n---\n${story(4)}\n\nMore.`,
      }),
    ).toEqual(['version by doi', 'version by name', 'own: other-text', 'version by doi']);
  });

  it('are never told by their name alone where their address is another', async () => {
    await importFirst({ 'index.md': page('https://tribune.example/1', story(1)) });
    expect(await all({ 'x/index.md': page('https://tribune.example/2', `${story(1)}\n\nMore.`) })).toEqual([
      'imported',
    ]);
    expect(await all({ 'y/index.md': page('https://tribune.example/', `${story(4)}`) })).toEqual([
      'imported',
    ]);
  });

  it('are articles of their own where several articles, or several files, match alike', async () => {
    const url = 'https://tribune.example/1';
    await importFirst({ 'a.md': page(url, story(1)), 'b.md': page(url, story(2)) });
    expect(await all({ 'c.md': page(url, story(3)) })).toEqual(['own: several-here']);
    const [live] = await importFirst({ 'live.md': page('https://tribune.example/live', story(4)) });
    const files = {
      'd.md': page('https://tribune.example/live', `${story(4)}\n\nAt noon.`),
      'e.md': page('https://tribune.example/live', `${story(4)}\n\nAt night.`),
    };
    const outcomes = await importNew(files);
    expect(outcomes.map(became)).toEqual(['own: several-files', 'own: several-files']);
    expect(outcomes[0]).toMatchObject({ followed: { candidates: [live], count: 1 } });
  });

  it('are one where two files have one text, and an address goes before a name', async () => {
    const [id] = await importFirst({ 'live.md': page('https://tribune.example/live', story(1)) });
    const fresh = page('https://tribune.example/live', `${story(1)}\n\nAt noon.`);
    const outcomes = await importNew({
      'a/live.md': fresh,
      'b/live.md': fresh,
      'c/live.md': page(null, `${story(1)}\n\nAt night.`),
    });
    expect(outcomes.map(became)).toEqual(['version by url', 'duplicate', 'own: several-files']);
    expect(idOf(outcomes[1])).toBe(idOf(outcomes[0]));
    expect(await previousOf(idOf(outcomes[0]))).toBe(id);
  });

  it('leave others alone where the article that matches can’t be read', async () => {
    const [id] = await importFirst({ 'a.md': page('https://tribune.example/1', story(1)) });
    if (id === undefined) throw new Error('nothing was imported');
    const annotations = join(bench.archive.folder, 'articles', id, 'annotations.json');
    bench = await bench.reopen(() => writeFileSync(annotations, '{'));
    handlers = createHandlers({ ...bench.deps, texts: createTextReader(importer) });
    const became = await all({
      'b.md': page('https://tribune.example/1', `${story(1)}\n\nMore.`),
      'c.md': page('https://tribune.example/2', story(2)),
    });
    expect(became).toEqual(['own: unreadable', 'imported']);
  });

  it('that were ended are sealed as far as they were read; the others are named', async () => {
    const names = Array.from({ length: 20 }, (_, n) => `${n}.md`);
    const files = (suffix: string) =>
      Object.fromEntries(
        names.map((name, n) => [name, page(`https://tribune.example/${n}`, `${story(n)}${suffix}`)]),
      );
    await importFirst(files(''));
    let read = 0;
    const texts = createTextReader({
      parse: async (request) => {
        read += 1;
        if (read === 5) void handlers['import:cancel']({});
        return importer.parse(request);
      },
    });
    handlers = createHandlers({ ...bench.deps, texts });
    const { outcomes, left } = await takeFiles(handlers, await chosen(files('\n\nMore.')), {
      onKnown: 'new-version',
    });
    expect(outcomes.length).toBeGreaterThan(0);
    expect(outcomes.every((outcome) => became(outcome) === 'version by url')).toBe(true);
    expect(left).toEqual(names.map((_, n) => n).slice(outcomes.length));
    expect(await bench.archive.articleIds()).toHaveLength(20 + outcomes.length);
    const rest = await outcomesOf(handlers, await chosen(files('\n\nMore.')), { onKnown: 'new-version' });
    expect(rest.map(became)).toEqual(
      names.map((_, n) => (n < outcomes.length ? 'duplicate' : 'version by url')),
    );
  });
});
