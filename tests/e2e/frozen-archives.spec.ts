import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app/cli-test.ts';

// Archives that earlier builds wrote (npm run freeze): what was said and quoted then is printed today, letter for
// letter.

const frozen = join(import.meta.dirname, '../fixtures/archives');
const texts = join(frozen, 'texts');
/** Builds in which a memo was a PDF alone, and no snapshot was kept of one that was sent. */
const withoutSnapshots = ['v1', 'v2', 'v3'];
const names = Array.from({ length: 13 }, (_, index) => `v${index + 1}`);

/** What differs from one making of the archive to the next. */
const withoutIds = (text: string): string =>
  text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/gu, 'ID')
    .replaceAll(/20[\d-]+T[\d:.]+Z/gu, 'TIME')
    .replace(/"chainSha256":"[0-9a-f]+"/u, '"chainSha256":"HASH"');
const expected = (name: string): Promise<string> => readFile(join(texts, name), 'utf8');

for (const name of names) {
  test(`the archive of ${name} is sound, and its passages and its memo are exported as they were`, async ({
    precis,
  }) => {
    await cp(join(frozen, name), join(precis.folder, 'archive'), { recursive: true });
    expect(await precis.answer('check')).toMatchObject({ findings: [] });
    await precis.answer('export-passages', '--to', 'passages.csv', '--tag', 'Straits');
    const passages = await readFile(join(precis.folder, 'passages.csv'), 'utf8');
    expect(withoutIds(passages)).toBe(await expected('expected-passages.csv'));

    const [{ id, state }] = (await precis.answer('list', 'memos')) as [{ id: string; state: string }];
    expect(state).toBe('sent');
    if (withoutSnapshots.includes(name)) {
      // The text of the article was corrected since, and nobody has looked at what that means for the memo.
      expect(await precis.errorCode('export', id, '--to', 'memo.md')).toBe('evidence-changed');
      return;
    }
    await precis.answer('export', id, '--to', 'memo.md');
    const memo = await readFile(join(precis.folder, 'memo.md'), 'utf8');
    expect(withoutIds(memo)).toBe(await expected('expected-memo.md'));
    expect(await precis.answer('verify', join(frozen, `${name}.exported.html`))).toMatchObject({
      file: 'as-exported',
      quotes: Array.from({ length: 4 }, () => ({ state: 'ok' })),
      ok: true,
    });
  });
}

test('archives that earlier builds encrypted open with their passphrase', async ({ precis }) => {
  test.slow();
  const encrypted = (await readdir(frozen)).filter((name) => name.endsWith('-encrypted'));
  expect(encrypted).toHaveLength(6);
  const archive = join(precis.folder, 'archive');
  const opened = ['--passphrase-file', join(texts, 'passphrase.txt')];
  for (const name of encrypted) {
    await rm(archive, { recursive: true, force: true });
    await cp(join(frozen, name), archive, { recursive: true });
    expect(await precis.answer('check', ...opened), name).toMatchObject({ findings: [] });
    await precis.answer('export-passages', '--to', 'passages.csv', '--tag', 'Straits', ...opened);
    const passages = await readFile(join(precis.folder, 'passages.csv'), 'utf8');
    expect(withoutIds(passages), name).toBe(await expected('expected-passages.csv'));
  }
});
