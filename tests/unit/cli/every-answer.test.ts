import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answers } from '#electron/cli/answers.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { answerNameOf, straitText } from '../../support/app/run-cli.ts';
import { newBoardId } from '../../support/archive/sample-ids.ts';
import { commitAll, mergeStops, runGit } from '../../support/git/run-git.ts';
import { succeed } from '../../support/workbench/results.ts';
import { openTerminal, type Terminal } from '../../support/workbench/run-at-terminal.ts';

// What every command answers, against its schema in docs/schemas/answers, with no field beside those. What each does is
// held elsewhere, and that the built app answers so by tests/e2e/cli-answers.spec.ts.

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

let terminal: Terminal;
let others: Terminal[];
/** The names of the answers that were held. */
let held: Set<string>;
beforeEach(async () => {
  terminal = await openTerminal();
  others = [];
  held = new Set();
});
afterEach(async () => {
  for (const other of others) await other.close();
  await terminal.close();
});

const openAnother = async (place?: string): Promise<Terminal> => {
  const other = await openTerminal(place);
  others.push(other);
  return other;
};
const answerAt = async (at: Terminal, words: readonly string[]): Promise<unknown> => {
  const answer = await at.finding(...words);
  expect(answer, words.join(' ')).not.toHaveProperty('error');
  held.add(answerNameOf(words));
  return answer;
};
const answer = (...words: string[]): Promise<unknown> => answerAt(terminal, words);
const idIn = (answered: unknown, field: string): string => Reflect.get(Object(answered), field);

const holdArticles = async (id: string): Promise<void> => {
  await answer('import', 'strait.txt', 'missing.txt', '--attachments');
  const quote = async (words: string, ...about: string[]) =>
    idIn(await answer('annotate', id, '--quote', words, ...about), 'passageId');
  const graded = ['--tag', 'Harbour', '--source', 'Office', '--reliability', 'B', '--credibility', '2'];
  const first = await quote('The office gave no reason', ...graded, '--task', 'Ask', '--due', '2026-12-01');
  const second = await quote(
    'closed in 2019',
    '--tag',
    'harbours',
    '--source',
    'office',
    '--concerned',
    'Port',
  );
  await answer('relate', first, 'contradicts', second);
  const dated = ['--date', 'vor dem 10. Mai 2024', '--concerned', 'Office', '--inferred'];
  await answer('event', 'add', first, second, '--title', 'Strait closed', ...dated);
  for (const what of ['articles', 'passages', 'tags', 'labels', 'sources', 'tasks', 'events'])
    await answer('list', what);
  await answer('search', 'harbour OR office');
  await answer('search', 'harbuor');
  await answer('rebuild');
  await answer('stats');
};

const holdMemos = async (id: string): Promise<void> => {
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

const holdVersions = async (id: string): Promise<void> => {
  const newer = straitText.replace('24 ships', '25 ships').replace(' in 2019', '');
  await terminal.write('again.txt', newer);
  await answer('import', 'again.txt', '--as-version-of', id);
  await answer('import', 'again.txt', '--as-new-versions');
  await answer('article', id);
  await answer('needs');
  await answer('list', 'passages');
  await answer('export-marked', id, '--to', 'marked.html', '--notes');
  await terminal.write('english.txt', 'The ships waited.\nNobody said why.');
  await answer('import', 'english.txt', '--translation-of', id, '--language', 'en', '--by', 'R. Osei');
  await answer('translations', id, '--text');
};

const holdDamages = async (id: string): Promise<void> => {
  await answer('check');
  const folder = join(terminal.folder, 'archive/articles', id);
  await terminal.whileClosed(async () => {
    const before = await readFile(join(folder, 'annotations.json'), 'utf8');
    await writeFile(join(folder, 'annotations.json.bak'), before);
    await writeFile(join(folder, 'annotations.json'), before.slice(0, 40));
    await answer('check', '--repair', '--dry-run');
    await answer('check', '--repair');
    await answer('check', '--take-back');
    await answer('check', '--repair');
    const body = await readFile(join(folder, 'body.json'), 'utf8');
    await writeFile(join(folder, 'body.json'), body.replace('24 ships', '42 ships'));
  });
  await answer('needs');
  await answer('list', 'articles');
  await answer('accept-text', id, '--because', 'Corrected by the publisher');
  await answer('restore-text', id);
};

const holdFiles = async (): Promise<void> => {
  const theirs = await openAnother();
  await theirs.write('strait.txt', straitText);
  await answerAt(theirs, ['import', 'strait.txt']);
  await answer('compare-coder', theirs.bench.archive.folder);
  await answer('export-passages', '--tag', 'Harbour', '--to', 'passages.csv');
  await answer('export-events', '--to', 'events.csv');
  const boardId = newBoardId();
  const board = { boardId, question: 'Why?', hypotheses: [], memoId: null };
  succeed(await createHandlers(terminal.bench.deps)['board:add'](board));
  await answer('list', 'boards');
  await answer('export-board', boardId, '--to', 'board.html', '--everyone');
  await answer('export-names', '--to', 'names.ftm.json');
  await answer('export-to', 'obsidian', 'vault');
  await terminal.write('tasks.ics', todo);
  await answer('import-from', 'calendar', 'tasks.ics');
  await mkdir(join(terminal.folder, 'backups'));
  await answer('backup', '--to', 'backups');
  await answer('backups', '--from', 'backups');
  await answer('restore', '--from', 'backups', '--to', 'restored');
  await answer('export-archive', '--to', 'archive.zip');
  await answer('unpack-archive', 'archive.zip', '--to', 'unpacked');
};

const holdEncryption = async (): Promise<void> => {
  const inNew = (...words: string[]) => answer(...words, '--archive', 'new');
  await inNew('new');
  await terminal.write('secret.txt', 'correct horse battery');
  await terminal.write('other.txt', 'correct horse batteries');
  const opened = ['--passphrase-file', 'secret.txt'];
  await inNew('backup', '--to', 'backups');
  await inNew('encrypt', '--accept-no-recovery', ...opened);
  await inNew('encrypt-backups', '--from', 'backups', '--accept-deletion', ...opened);
  await inNew('passphrase', '--new-passphrase-file', 'other.txt', ...opened);
  await inNew('decrypt', '--passphrase-file', 'other.txt');
};

/** Both sides have made a passage of the same article. */
const holdMerge = async (id: string): Promise<void> => {
  const [oursIn, theirsIn] = ['ours', 'theirs'].map((name) => join(terminal.folder, name)) as [
    string,
    string,
  ];
  await cp(join(terminal.folder, 'unpacked'), join(oursIn, 'archive'), { recursive: true });
  runGit(join(oursIn, 'archive'), 'init', '-q');
  commitAll(join(oursIn, 'archive'));
  await mkdir(theirsIn);
  runGit(theirsIn, 'clone', '-q', join(oursIn, 'archive'), 'archive');
  const [ours, theirs] = [await openAnother(oursIn), await openAnother(theirsIn)];
  await answerAt(ours, ['annotate', id, '--quote', 'two days']);
  await answerAt(theirs, ['annotate', id, '--quote', 'nine in April']);
  await theirs.whileClosed(() => commitAll(theirs.bench.archive.folder));
  await ours.whileClosed(async () => {
    commitAll(ours.bench.archive.folder);
    runGit(ours.bench.archive.folder, 'fetch', '-q', theirs.bench.archive.folder, 'main:theirs');
    expect(mergeStops(ours.bench.archive.folder, 'theirs')).toBe(true);
    await answerAt(ours, ['merge']);
  });
};

test('every command answers what is published of it, and nothing beside', async () => {
  const id = await terminal.importText();
  expect(idIn(await answer('article', id, '--text'), 'text')).toBe(straitText);
  await holdArticles(id);
  await holdMemos(id);
  await holdVersions(id);
  await holdDamages(id);
  await holdFiles();
  await holdEncryption();
  await holdMerge(id);
  await answer('help', 'list');
  await answer('completion', 'bash');
  await answer('man');
  expect([...held].sort()).toEqual(Object.keys(answers).sort());
});
