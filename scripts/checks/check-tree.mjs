// Checks the tree against docs/: a folder with many source files has its reason there, and every path named there
// exists. Also checks the width of comments.
import { readFileSync } from 'node:fs';
import { inProject } from '../run/paths.mjs';
import { captureCommand } from '../run/run-command.mjs';
import { runAsProgram, SetupError } from '../run/say.mjs';
import { findGonePaths, findLongComments, findUnreasonedFolders, isCode } from './tree-rules.mjs';

await runAsProgram(async () => {
  const files = listFiles();
  const pages = files.filter((file) => file.endsWith('.md') && !file.startsWith('tests/'));
  const architecture = readFileSync(inProject('docs/architecture.md'), 'utf8');
  const problems = [
    ...findUnreasonedFolders(files, architecture),
    ...pages.flatMap((page) => findGonePaths(page, readFileSync(inProject(page), 'utf8'), files)),
    ...files.filter(isCode).flatMap((file) => findLongComments(file, readFileSync(inProject(file), 'utf8'))),
  ];
  for (const problem of problems) console.error(problem);
  console.log(
    `${files.length} files and ${pages.length} pages of documentation, ${problems.length} differences`,
  );
  return problems.length === 0 ? 0 : 1;
});

/** The files that are tracked or untracked but not ignored by Git. */
function listFiles() {
  const listed = captureCommand('git', ['ls-files', '--cached', '--others', '--exclude-standard']);
  const removed = captureCommand('git', ['ls-files', '--deleted']);
  if (!listed.succeeded) throw new SetupError(`git could not list the files:\n${listed.output}`);
  const gone = new Set(removed.stdout.split('\n'));
  return listed.stdout.split('\n').filter((file) => file !== '' && !gone.has(file));
}
