import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app/cli-test.ts';
import { runCli } from '../support/app/run-cli.ts';

// What commands really answer, on the built app, against their schemas in docs/schemas/answers, where their work is
// done outside of the process that a unit test has: by the importer's page, the index, Typst, the process of backups,
// and with the passphrase's full work. All commands are held by tests/unit/cli/every-answer.test.ts.

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

test('the built app answers what is published of it, wherever its work is done', async ({ precis }) => {
  const { folder } = precis;
  const answerOf = async (archive: string | null, ...words: string[]): Promise<unknown> => {
    const where = archive === null ? [] : ['--archive', archive];
    const options = { cwd: folder, env: { XDG_CONFIG_HOME: join(folder, 'config') } };
    const run = await runCli([...words, ...where, '--json'], options);
    // Whoever finds something says so by the exit code.
    expect([0, 1], run.stdout + run.stderr).toContain(run.exitCode);
    const answer = run.json();
    expect(answer, words.join(' ')).not.toHaveProperty('error');
    return answer;
  };
  const id = await precis.importText();
  await writeFile(join(folder, 'tasks.ics'), todo);
  await answerOf('archive', 'import-from', 'calendar', 'tasks.ics');
  const memo = (await answerOf('archive', 'memo', 'new', '--title', 'Strait', '--article', id)) as {
    readonly memoId: string;
  };
  const { memoId } = memo;
  await answerOf('archive', 'lint', memoId);
  await answerOf('archive', 'memo', 'review', 'start', memoId, '--to', 'J. Miller', '--file', 'review.docx');
  await answerOf('archive', 'memo', 'review', 'add', 'review.docx');
  await answerOf('archive', 'search', 'harbuor');
  await mkdir(join(folder, 'backups'));
  await answerOf('archive', 'backup', '--to', 'backups');
  await answerOf(null, 'restore', '--from', 'backups', '--to', 'restored');
  await writeFile(join(folder, 'secret.txt'), 'correct horse battery');
  await answerOf('new', 'new');
  await answerOf('new', 'encrypt', '--accept-no-recovery', '--passphrase-file', 'secret.txt');
  await answerOf(null, 'help', 'list');
});
