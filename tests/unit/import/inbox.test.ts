import { mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noBackupPlan } from '#domain/backup/backup-plan.ts';
import type { Events } from '#domain/contract/events.ts';
import type { Handlers } from '#domain/contract/requests.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import type { Emit } from '#electron/handlers/handler-deps.ts';
import { InboxKeeper } from '#electron/handlers/import/inbox/inbox-keeper.ts';
import { chosenFiles } from '#electron/import/chosen-files.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import { createArchivePlaces } from '#electron/platform/archive-places.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { createJsdomImporter } from '../../support/importer-in-jsdom.ts';
import { pollUntil } from '../../support/poll-until.ts';
import { browserPlacesIn, openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
let around: string;
let folder: string;
let importer: Importer;
let keeper: InboxKeeper;
let handlers: Handlers;
let told: Events['inbox-imported'][];
let defects: unknown[];

/** A start of the app on the archive as it stands. */
const start = (): void => {
  const emit: Emit = (name, event) => {
    if (name === 'inbox-imported') told.push(event as Events['inbox-imported']);
  };
  const archivePlaces = createArchivePlaces({ openFolder: async () => folder }, browserPlacesIn(around));
  const { archive, catalogue, local } = bench.deps;
  keeper = new InboxKeeper(
    {
      archive,
      catalogue,
      local,
      places: archivePlaces,
      files: chosenFiles,
      machine: bench.deps.machine,
      emit,
      report: (cause) => defects.push(cause),
    },
    { everyMs: 20 },
  );
  handlers = createHandlers({
    ...bench.deps,
    archivePlaces,
    inbox: keeper,
    texts: createTextReader(importer),
    emit,
  });
  keeper.watch();
};

beforeEach(async () => {
  bench = await openWorkbench();
  around = await makeTemporaryFolder();
  folder = join(around, 'inbox');
  await mkdir(folder);
  importer = await createJsdomImporter();
  told = [];
  defects = [];
  start();
});
afterEach(async () => {
  await keeper.close();
  await importer.close();
  await bench.close();
  await removeFolder(around);
  expect(defects).toEqual([]);
});

const put = (name: string, text: string | Uint8Array): Promise<void> => writeFile(join(folder, name), text);
const articles = async (): Promise<number> =>
  succeed(await handlers['article:list']({ filter: {}, order: 'newest' })).length;
const comes = (batches: number): Promise<unknown> =>
  pollUntil(`${batches} imports were told of`, () => (told.length >= batches ? true : undefined));
/** So long that several looks were made. */
const looks = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 400));
const statuses = (): readonly string[] =>
  told.flatMap(({ outcomes }) => outcomes.map(({ fileName, status }) => `${fileName}: ${status}`));

describe('the inbox', () => {
  it('imports what lies in it and what comes, each file once, and the batch is one step of undo', async () => {
    await put('one.txt', 'The ferry stopped at noon.');
    await put('two.txt', 'The port closed for repairs.');
    succeed(await handlers['inbox:choose']({}));
    await comes(1);
    expect(await articles()).toBe(2);
    succeed(await handlers['undo:undo']({}));
    expect(await articles()).toBe(0);
    await looks();
    expect(await articles()).toBe(0);
    await mkdir(join(folder, 'march'));
    await put('march/three.txt', 'Nobody said why.');
    await comes(2);
    expect(statuses()).toEqual([
      'inbox/one.txt: imported',
      'inbox/two.txt: imported',
      'inbox/march/three.txt: imported',
    ]);
  });

  it('takes no file twice over starts, and those that came while the app was closed', async () => {
    await put('one.txt', 'The ferry stopped at noon.');
    succeed(await handlers['inbox:choose']({}));
    await comes(1);
    await keeper.close();
    await put('two.txt', 'The port closed for repairs.');
    told = [];
    bench = await bench.reopen();
    start();
    await comes(1);
    await looks();
    expect(statuses()).toEqual(['inbox/two.txt: imported']);
    expect(await articles()).toBe(2);
  });

  it('tells of the items of a feed by their titles', async () => {
    const item = (title: string, words: string): string =>
      `<item><title>${title}</title><description>${words.repeat(40)}</description></item>`;
    const items = `${item('Port closed', 'The port was closed. ')}${item('Ferry stopped', 'The ferry did not go. ')}`;
    await put(
      'news.xml',
      `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${items}</channel></rss>`,
    );
    succeed(await handlers['inbox:choose']({}));
    await comes(1);
    expect(told[0]?.outcomes.map(({ fileName }) => fileName)).toEqual([
      'inbox/news.xml: Port closed',
      'inbox/news.xml: Ferry stopped',
    ]);
  });

  it('skips what is in the archive already where nobody could note that it was imported', async () => {
    await put('one.txt', 'The ferry stopped at noon.');
    succeed(await handlers['inbox:choose']({}));
    await comes(1);
    const { local, archive } = bench.deps;
    await local.keepInboxPlan(archive.info.id, { folder, taken: [] });
    await keeper.close();
    start();
    await comes(2);
    expect(statuses()).toEqual(['inbox/one.txt: imported', 'inbox/one.txt: duplicate']);
    expect(await articles()).toBe(1);
  });

  it('lets a file wait whose encoding is not certain, over starts, until somebody has discarded it', async () => {
    await put('nis.txt', Buffer.from('Ni\u00b9 i \u00c8a\u00e8ak', 'latin1'));
    succeed(await handlers['inbox:choose']({}));
    await comes(1);
    await keeper.close();
    start();
    await comes(2);
    expect(statuses()).toEqual(['inbox/nis.txt: uncertain', 'inbox/nis.txt: uncertain']);
    const [draft] = succeed(await handlers['import:drafts']({}));
    if (draft === undefined) throw new Error('no draft waits');
    succeed(await handlers['import:discard']({ draftId: draft.draftId }));
    await keeper.close();
    start();
    await looks();
    expect(told).toHaveLength(2);
  });

  it('is watched again when its folder is back, and not once it is stopped', async () => {
    succeed(await handlers['inbox:choose']({}));
    await rename(folder, `${folder} away`);
    await pollUntil('the folder is seen to be away', async () =>
      succeed(await handlers['inbox:state']({})).isAway ? true : undefined,
    );
    await writeFile(join(`${folder} away`, 'one.txt'), 'The ferry stopped at noon.');
    await rename(`${folder} away`, folder);
    await comes(1);
    expect(succeed(await handlers['inbox:state']({}))).toMatchObject({
      folder,
      isAway: false,
      refusal: null,
    });
    succeed(await handlers['inbox:stop']({}));
    await put('two.txt', 'The port closed for repairs.');
    await looks();
    expect(told).toHaveLength(1);
  });
});

describe('a folder is refused as the inbox', () => {
  const refusal = async (): Promise<unknown> => {
    const answer = await handlers['inbox:choose']({});
    expect(succeed(await handlers['inbox:state']({})).folder).toBeNull();
    return answer.ok ? null : answer.error;
  };

  it('where it lies inside an archive, or is one, also by a link', async () => {
    folder = bench.archive.folder;
    expect(await refusal()).toEqual({ code: 'inbox-refused', folder, why: 'in-archive' });
    folder = join(bench.archive.folder, 'articles');
    expect(await refusal()).toMatchObject({ why: 'in-archive' });
    folder = join(around, 'link');
    await symlink(bench.archive.folder, folder);
    expect(await refusal()).toMatchObject({ why: 'in-archive' });
  });

  it('where the archive lies in it', async () => {
    folder = join(bench.archive.folder, '..');
    expect(await refusal()).toMatchObject({ why: 'holds-archive' });
    folder = '/';
    expect(await refusal()).toMatchObject({ why: 'holds-archive' });
  });

  it('where backups lie in it, or it lies among them', async () => {
    const { local, archive } = bench.deps;
    const backups = join(around, 'backups');
    await mkdir(join(backups, 'inside'), { recursive: true });
    await local.keepBackupPlan(archive.info.id, { ...noBackupPlan, folder: backups });
    for (const tried of [around, backups, join(backups, 'inside')]) {
      folder = tried;
      expect(await refusal()).toMatchObject({ why: 'holds-backups' });
    }
    folder = join(around, 'inbox');
    succeed(await handlers['inbox:choose']({}));
  });
});
