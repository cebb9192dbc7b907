import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '#domain/contract/settings.ts';
import type { KeptPlace } from '#domain/contract/window-record.ts';
import { type ArchiveId, archiveIdSchema, articleIdSchema } from '#domain/ids.ts';
import { toTimestamp } from '#domain/time.ts';
import { openLocalState } from '#electron/platform/open-local-state.ts';
import { testPlaces } from '../../support/unit/test-places.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'precis-state-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const place = (offset: number) => ({ offset, share: 0.5, at: toTimestamp(0) });
const articleId = articleIdSchema.parse('0190a2c0-0000-7000-8000-000000000001');

describe('what is kept on this machine', () => {
  it('begins with the usual settings and keeps what was changed', async () => {
    const first = openLocalState(folder, testPlaces(folder));
    expect(first.settings()).toEqual(defaultSettings);
    await first.changeSettings({ theme: 'dark', exportFrom: 'Desk 3' });
    expect(openLocalState(folder, testPlaces(folder)).settings()).toEqual({
      ...defaultSettings,
      theme: 'dark',
      exportFrom: 'Desk 3',
    });
  });

  it('keeps where the window of each archive was left', async () => {
    const [one, other] = ['0190a2c0-0000-7000-8000-0000000000a1', '0190a2c0-0000-7000-8000-0000000000a2'].map(
      (id) => archiveIdSchema.parse(id),
    ) as [ArchiveId, ArchiveId];
    const left: KeptPlace = {
      ...{ view: 'articles', articleId, passageId: null },
      ...{ memoId: null, tagId: null, sourceId: null, eventId: null, boardId: null },
    };
    await openLocalState(folder, testPlaces(folder)).keepWindowPlace(one, left);
    const again = openLocalState(folder, testPlaces(folder));
    expect(again.windowPlace(one)).toEqual(left);
    expect(again.windowPlace(other)).toBeNull();
  });

  it.each(['{"theme":', '', '[]', 'null', '{"theme":"pink"}'])(
    'sets settings aside that can’t be read, and says so: %s',
    async (text) => {
      await writeFile(join(folder, 'settings.json'), text);
      const local = openLocalState(folder, testPlaces(folder));
      expect(local.settings()).toEqual(defaultSettings);
      const keptAs = local.damage?.keptAs ?? '';
      expect(keptAs).toMatch(/^settings\.json\.damaged-\d{8}T\d{9}Z$/u);
      expect(await readFile(join(folder, keptAs), 'utf8')).toBe(text);
      await local.changeSettings({ theme: 'dark' });
      expect(openLocalState(folder, testPlaces(folder))).toMatchObject({ damage: null });
      expect(JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8')).theme).toBe('dark');
      expect(await readFile(join(folder, keptAs), 'utf8')).toBe(text);
    },
  );

  it('finds nothing wrong where there are no settings yet', () => {
    expect(openLocalState(folder, testPlaces(folder)).damage).toBeNull();
  });

  it('tells whoever listens, and no longer whoever stopped', async () => {
    const local = openLocalState(folder, testPlaces(folder));
    const heard: string[] = [];
    const stop = local.onSettingsChanged(({ theme }) => heard.push(theme));
    await local.changeSettings({ theme: 'dark' });
    stop();
    await local.changeSettings({ theme: 'light' });
    expect(heard).toEqual(['dark']);
  });

  it('keeps the place where reading stopped', async () => {
    await openLocalState(folder, testPlaces(folder)).keepReadingPlace(articleId, place(1234));
    expect(openLocalState(folder, testPlaces(folder)).readingPlace(articleId)).toEqual(place(1234));
    expect([...openLocalState(folder, testPlaces(folder)).readingPlaces()]).toEqual([
      [articleId, place(1234)],
    ]);
  });

  it('reads the places of an earlier version, which were offsets alone', async () => {
    await writeFile(join(folder, 'reading-places.json'), `{"${articleId}":77}`);
    expect(openLocalState(folder, testPlaces(folder)).readingPlace(articleId)).toEqual({
      offset: 77,
      share: 0,
      at: null,
    });
  });

  it('tells which articles were read last, the latest first', async () => {
    const other = articleIdSchema.parse('0190f000-0000-7000-8000-0000000000aa');
    const local = openLocalState(folder, testPlaces(folder));
    await local.keepReadingPlace(articleId, place(1));
    await local.keepReadingPlace(other, place(2));
    await local.keepReadingPlace(articleId, place(3));
    expect(openLocalState(folder, testPlaces(folder)).recentlyRead(5)).toEqual([articleId, other]);
    expect(local.recentlyRead(1)).toEqual([articleId]);
  });

  it.each(['3', '"Mod+K"', '{"memo.new":"Mod+P"}', '{"memo.new":[1]}'])(
    'loses no other setting where the keys make no sense: %s',
    async (keys) => {
      await writeFile(join(folder, 'settings.json'), `{"theme":"dark","keys":${keys}}`);
      expect(openLocalState(folder, testPlaces(folder)).settings()).toEqual({
        ...defaultSettings,
        theme: 'dark',
      });
    },
  );

  it('keeps the latest of many changes that come at once', async () => {
    const local = openLocalState(folder, testPlaces(folder));
    await Promise.all(Array.from({ length: 50 }, (_, at) => local.keepReadingPlace(articleId, place(at))));
    expect(openLocalState(folder, testPlaces(folder)).readingPlace(articleId).offset).toBe(49);
  });

  it('keeps what another version of the app has written, as far as it is known', async () => {
    await writeFile(join(folder, 'settings.json'), '{"theme":"dark","ofTomorrow":1}');
    expect(openLocalState(folder, testPlaces(folder)).settings()).toEqual({
      ...defaultSettings,
      theme: 'dark',
    });
  });

  it('goes on with what it was told where it cannot be written', async () => {
    const local = openLocalState(folder, testPlaces(folder));
    await mkdir(join(folder, 'settings.json.new'));
    await local.changeSettings({ theme: 'dark' });
    expect(local.settings().theme).toBe('dark');
  });
});
