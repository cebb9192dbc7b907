import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { answers } from '#electron/cli/answers.ts';
import { test } from '../support/app/cli-test.ts';
import { answerNameOf, runCli } from '../support/app/run-cli.ts';
import { commitAll, mergeStops, runGit } from '../support/git/run-git.ts';

// What every command really answers, on the built app, against its schema in docs/schemas/answers, with no field beside
// those. What each does is held elsewhere.

/** Runs commands, keeps the names of those that were run, and holds what they answer. */
const createHolder = (folder: string, held: Set<string>) => {
  const runIn = async (archive: string | null, words: readonly string[]): Promise<unknown> => {
    const where = archive === null ? [] : ['--archive', archive];
    const run = await runCli([...words, ...where, '--json'], {
      cwd: folder,
      env: { XDG_CONFIG_HOME: join(folder, 'config') },
    });
    // Whoever finds something says so by the exit code.
    expect([0, 1], run.stdout + run.stderr).toContain(run.exitCode);
    const answer = run.json();
    expect(answer, words.join(' ')).not.toHaveProperty('error');
    held.add(answerNameOf(words));
    return answer;
  };
  return {
    answer: (...words: string[]) => runIn('archive', words),
    answerOf: (archive: string | null, ...words: string[]) => runIn(archive, words),
  };
};
type Holder = ReturnType<typeof createHolder>;

const idIn = (answer: unknown, field: string): string => Reflect.get(Object(answer), field);

const holdArticles = async ({ answer }: Holder, id: string): Promise<void> => {
  await answer('import', 'strait.txt', 'missing.txt', '--attachments');
  const quote = async (words: string, ...about: string[]) =>
    idIn(await answer('annotate', id, '--quote', words, ...about), 'passageId');
  const graded = ['--tag', 'Harbour', '--source', 'Office', '--reliability', 'B', '--credibility', '2'];
  const first = await quote('The office gave no reason', ...graded, '--task', 'Ask', '--due', '2026-12-01');
  const second = await quote('closed in 2019', '--tag', 'harbours', '--source', 'office');
  await answer('relate', first, 'contradicts', second);
  for (const what of ['articles', 'passages', 'tags', 'sources', 'tasks']) await answer('list', what);
  await answer('search', 'harbour OR office');
  await answer('search', 'harbuor');
  await answer('rebuild');
  await answer('stats');
};

const holdVersions = async ({ answer }: Holder, folder: string, id: string): Promise<void> => {
  const text = await readFile(join(folder, 'strait.txt'), 'utf8');
  await writeFile(join(folder, 'again.txt'), text.replace('24 ships', '25 ships').replace(' in 2019', ''));
  await answer('import', 'again.txt', '--as-version-of', id);
  await answer('import', 'again.txt', '--as-new-versions');
  await answer('article', id);
  await answer('needs');
  await answer('list', 'passages');
};

const holdMemos = async ({ answer }: Holder, id: string): Promise<void> => {
  const memoId = idIn(await answer('memo', 'new', '--title', 'Strait', '--article', id), 'memoId');
  await answer('list', 'memos');
  await answer('lint', memoId);
  await answer('memo', 'sources', memoId, '--insert');
  await answer('export', memoId, '--to', 'memo.md');
  await answer('verify', 'memo.md');
  await answer('memo', 'snapshots', memoId);
  await answer('memo', 'review', 'start', memoId, '--to', 'J. Miller', '--file', 'review.docx');
  await answer('memo', 'review', 'add', 'review.docx');
  await answer('memo', 'review', 'sheet', memoId, '--file', 'answers.csv');
  await answer('memo', 'review', 'close', memoId);
  await answer('memo', 'review', 'list', memoId);
  await answer('memo', 'send', memoId, '--to', 'Desk', '--file', 'sent.md');
  const next = idIn(await answer('memo', 'update', memoId), 'memoId');
  await answer('memo', 'diff', memoId, next);
};

const holdDamages = async ({ answer }: Holder, folder: string, id: string): Promise<void> => {
  await answer('check');
  const annotations = join(folder, 'archive/articles', id, 'annotations.json');
  const before = await readFile(annotations, 'utf8');
  await writeFile(`${annotations}.bak`, before);
  await writeFile(annotations, before.slice(0, 40));
  await answer('check', '--repair', '--dry-run');
  await answer('check', '--repair');
  await answer('check', '--take-back');
  await answer('check', '--repair');
  const body = join(folder, 'archive/articles', id, 'body.json');
  await writeFile(body, (await readFile(body, 'utf8')).replace('24 ships', '42 ships'));
  await answer('needs');
  await answer('list', 'articles');
  await answer('accept-text', id, '--because', 'Corrected by the publisher');
  await answer('restore-text', id);
};

const holdWholeArchives = async ({ answer, answerOf }: Holder, folder: string): Promise<void> => {
  await answerOf('theirs', 'import', 'strait.txt');
  await answer('compare-coder', 'theirs');
  await answer('export-passages', '--tag', 'Harbour', '--to', 'passages.csv');
  await answer('export-to', 'obsidian', 'vault');
  await writeFile(join(folder, 'tasks.ics'), todo);
  await answer('import-from', 'calendar', 'tasks.ics');
  await mkdir(join(folder, 'backups'));
  await answer('backup', '--to', 'backups');
  await answer('backups', '--from', 'backups');
  await answerOf(null, 'restore', '--from', 'backups', '--to', 'restored');
  await answer('export-archive', '--to', 'archive.zip');
  await answerOf(null, 'unpack-archive', 'archive.zip', '--to', 'unpacked');
  await answerOf('new', 'new');
  await writeFile(join(folder, 'secret.txt'), 'correct horse battery');
  await writeFile(join(folder, 'other.txt'), 'correct horse batteries');
  const opened = ['--passphrase-file', 'secret.txt'];
  await answerOf('new', 'backup', '--to', 'backups');
  await answerOf('new', 'encrypt', '--accept-no-recovery', ...opened);
  await answerOf('new', 'encrypt-backups', '--from', 'backups', '--accept-deletion', ...opened);
  await answerOf('new', 'passphrase', '--new-passphrase-file', 'other.txt', ...opened);
  await answerOf('new', 'decrypt', '--passphrase-file', 'other.txt');
};

const todo = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//calendar//EN',
  'BEGIN:VTODO',
  'UID:one',
  'DTSTAMP:20261101T080000Z',
  'SUMMARY:Ask the pilots',
  'END:VTODO',
  'END:VCALENDAR',
  '',
].join('\r\n');

/** Both sides have made a passage of the same article. */
const holdMerge = async ({ answerOf }: Holder, folder: string, id: string): Promise<void> => {
  const [ours, theirs] = [join(folder, 'unpacked'), join(folder, 'clone')];
  runGit(ours, 'init', '-q');
  commitAll(ours);
  runGit(folder, 'clone', '-q', ours, theirs);
  await answerOf('unpacked', 'annotate', id, '--quote', 'two days');
  await answerOf('clone', 'annotate', id, '--quote', 'nine in April');
  for (const side of [ours, theirs]) commitAll(side);
  runGit(ours, 'fetch', '-q', theirs, 'main:theirs');
  expect(mergeStops(ours, 'theirs')).toBe(true);
  await answerOf('unpacked', 'merge');
};

test('every command answers what is published of it, and nothing beside', async ({ precis }) => {
  test.setTimeout(480_000);
  const held = new Set<string>();
  const holder = createHolder(precis.folder, held);
  const id = await precis.importText();
  await writeFile(
    join(precis.folder, 'strait.txt'),
    idIn(await holder.answer('article', id, '--text'), 'text'),
  );
  await holdArticles(holder, id);
  await holdMemos(holder, id);
  await holdVersions(holder, precis.folder, id);
  await holdDamages(holder, precis.folder, id);
  await holdWholeArchives(holder, precis.folder);
  await holdMerge(holder, precis.folder, id);
  await holder.answerOf(null, 'help', 'list');
  await holder.answerOf(null, 'completion', 'bash');
  await holder.answerOf(null, 'man');
  expect([...held].sort()).toEqual(Object.keys(answers).sort());
});
