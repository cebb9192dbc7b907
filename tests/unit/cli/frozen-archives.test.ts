// Archives that earlier builds wrote (npm run freeze): what was said and quoted then is printed today, letter for
// letter. The built app is held to the oldest and the newest of them by tests/e2e/frozen-archives.spec.ts.
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import {
  encryptedNames,
  expectedText,
  frozenArchives,
  frozenNames,
  frozenPassphrase,
  withoutIds,
  withoutSnapshots,
} from '../../support/archives/frozen-archives.ts';
import { makeTemporaryFolder } from '../../support/files/temporary-folder.ts';
import { openTerminal, type Terminal } from '../../support/workbench/run-at-terminal.ts';

let terminal: Terminal;
afterEach(() => terminal.close());

const holdPassages = async (): Promise<void> => {
  await terminal.answer('export-passages', '--to', 'passages.csv', '--tag', 'Straits');
  expect(withoutIds(await terminal.read('passages.csv'))).toBe(await expectedText('expected-passages.csv'));
};

it.for(frozenNames)(
  'the archive of %s is sound, and its passages and its memo are exported as they were',
  async (name) => {
    const folder = await makeTemporaryFolder();
    await cp(join(frozenArchives, name), join(folder, 'archive'), { recursive: true });
    terminal = await openTerminal(folder);
    expect(await terminal.answer('check')).toMatchObject({ findings: [] });
    await holdPassages();

    const [{ id, state }] = (await terminal.answer('list', 'memos')) as [{ id: string; state: string }];
    expect(state).toBe('sent');
    if (withoutSnapshots.includes(name)) {
      // The text of the article was corrected since, and nobody has looked at what that means for the memo.
      expect(await terminal.errorCode('export', id, '--to', 'memo.md')).toBe('evidence-changed');
      return;
    }
    await terminal.answer('export', id, '--to', 'memo.md');
    expect(withoutIds(await terminal.read('memo.md'))).toBe(await expectedText('expected-memo.md'));
    expect(await terminal.answer('verify', join(frozenArchives, `${name}.exported.html`))).toMatchObject({
      file: 'as-exported',
      quotes: Array.from({ length: 4 }, () => ({ state: 'ok' })),
      ok: true,
    });
  },
);

it.for(encryptedNames)(
  'the archive of %s opens with its passphrase, and says the same in the clear',
  async (name) => {
    const coded = join(await makeTemporaryFolder(), 'archive');
    await cp(join(frozenArchives, name), coded, { recursive: true });
    terminal = await openTerminal();
    const opened = ['--archive', coded, '--passphrase-file', frozenPassphrase];
    expect(await terminal.answer('check', ...opened)).toMatchObject({ findings: [] });
    await terminal.answer('decrypt', ...opened);
    await terminal.close();
    terminal = await openTerminal(dirname(coded));
    expect(JSON.parse(await terminal.read('archive/archive.json'))).toMatchObject({ encryption: 'off' });
    await holdPassages();
  },
);
