import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createArchiveHandlers } from '#electron/handlers/archive/archive-handlers.ts';
import { archiveOf } from '#electron/platform/archive-of.ts';
import { createArchivePlaces } from '#electron/platform/archive-places.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import { browserPlacesIn, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
benchForEach(async (opened) => {
  bench = opened;
});

const PASSPHRASE = 'correct horse battery staple';
const parent = (): string => join(bench.archive.folder, '..');

/** With a dialog in which that folder is chosen. */
const choosing = (folder: string | null) =>
  createArchiveHandlers({
    ...bench.deps,
    archivePlaces: createArchivePlaces({ openFolder: async () => folder }, browserPlacesIn(parent())),
  });

describe('a new archive', () => {
  it('is a folder of its name that is not there yet, in the one that is chosen', async () => {
    const make = choosing(parent())['archive:new'];
    succeed(await make({ name: 'Desk: two/three', passphrase: null }));
    mkdirSync(join(parent(), 'Desk'));
    succeed(await make({ name: 'Desk', passphrase: PASSPHRASE }));
    expect(bench.asked[0]).toMatch(/^open .+\/[^/:]*two[^/:]*three new$/u);
    expect(bench.asked[1]).toBe(`open ${join(parent(), 'Desk (2)')} new, encrypted`);
  });

  it('is not begun with a short passphrase, inside an archive, or nowhere', async () => {
    const input = { name: 'Desk', passphrase: null };
    const short = await choosing(parent())['archive:new']({ ...input, passphrase: 'fourteen chars' });
    expect(codeOf(short)).toBe('passphrase-too-short');
    const inside = await choosing(join(bench.archive.folder, 'articles'))['archive:new'](input);
    expect(codeOf(inside)).toBe('place-in-archive');
    expect(codeOf(await choosing(null)['archive:new'](input))).toBe('cancelled');
    expect(bench.asked).toEqual([]);
  });
});

describe('another archive', () => {
  it('is opened where there is one, and this one stays open where not', async () => {
    succeed(await choosing(bench.archive.folder)['archive:open-other']({}));
    expect(bench.asked).toEqual([`open ${bench.archive.folder} as it is`]);
    expect(codeOf(await choosing(parent())['archive:open-other']({}))).toBe('archive-not-found');
    expect(codeOf(await choosing(null)['archive:open-other']({}))).toBe('cancelled');
    expect(bench.asked).toHaveLength(1);
  });
});

describe('a link to the archive', () => {
  it('is a file of its name that leads there, and takes the place of none', async () => {
    const link = choosing(parent())['archive:make-link'];
    const { fileName } = succeed(await link({}));
    expect(fileName).toMatch(/\.precis$/u);
    expect(archiveOf(join(parent(), fileName))).toBe(bench.archive.folder);
    expect(codeOf(await link({}))).toBe('file-exists');
  });

  it('is not put into an archive, or nowhere', async () => {
    expect(codeOf(await choosing(bench.archive.folder)['archive:make-link']({}))).toBe('place-in-archive');
    expect(codeOf(await choosing(null)['archive:make-link']({}))).toBe('cancelled');
  });
});
