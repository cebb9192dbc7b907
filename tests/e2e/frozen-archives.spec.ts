import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app/cli-test.ts';
import {
  expectedText,
  frozenArchives,
  frozenPassphrase,
  newestFrozen,
  withoutIds,
} from '../support/archives/frozen-archives.ts';

// The built app reads what earlier builds wrote: the oldest archive, the newest, and the newest encrypted one. All of
// them are held by tests/unit/cli/frozen-archives.test.ts.

const passagesIn = async (folder: string): Promise<string> =>
  withoutIds(await readFile(join(folder, 'passages.csv'), 'utf8'));

for (const name of ['v1', newestFrozen]) {
  test(`the archive of ${name} is sound, and its passages and its memo are exported as they were`, async ({
    precis,
  }) => {
    await cp(join(frozenArchives, name), join(precis.folder, 'archive'), { recursive: true });
    expect(await precis.answer('check')).toMatchObject({ findings: [] });
    await precis.answer('export-passages', '--to', 'passages.csv', '--tag', 'Straits');
    expect(await passagesIn(precis.folder)).toBe(await expectedText('expected-passages.csv'));

    const [{ id, state }] = (await precis.answer('list', 'memos')) as [{ id: string; state: string }];
    expect(state).toBe('sent');
    if (name === 'v1') {
      // The text of the article was corrected since, and nobody has looked at what that means for the memo.
      expect(await precis.errorCode('export', id, '--to', 'memo.md')).toBe('evidence-changed');
      return;
    }
    await precis.answer('export', id, '--to', 'memo.md');
    const memo = await readFile(join(precis.folder, 'memo.md'), 'utf8');
    expect(withoutIds(memo)).toBe(await expectedText('expected-memo.md'));
    expect(await precis.answer('verify', join(frozenArchives, `${name}.exported.html`))).toMatchObject({
      file: 'as-exported',
      quotes: Array.from({ length: 4 }, () => ({ state: 'ok' })),
      ok: true,
    });
  });
}

test('an archive that an earlier build encrypted opens with its passphrase', async ({ precis }) => {
  const opened = ['--passphrase-file', frozenPassphrase];
  await cp(join(frozenArchives, `${newestFrozen}-encrypted`), join(precis.folder, 'archive'), {
    recursive: true,
  });
  expect(await precis.answer('check', ...opened)).toMatchObject({ findings: [] });
  await precis.answer('export-passages', '--to', 'passages.csv', '--tag', 'Straits', ...opened);
  expect(await passagesIn(precis.folder)).toBe(await expectedText('expected-passages.csv'));
});
