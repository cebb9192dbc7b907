// npm run demo: the whole path from two articles to a memo in PDF, by the command line and unattended. What it
// makes stays where it says, to be looked at: `npm run demo -- DIR` says where, else a new temporary folder.
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildApp } from './app/build-app.mjs';
import { commandLineArguments } from './app/electron-arguments.mjs';
import { inProject } from './run/paths.mjs';
import { captureCommand } from './run/run-command.mjs';
import { runAsProgram, SetupError } from './run/say.mjs';
import { setUp } from './setup/set-up.mjs';

/** @typedef {(words: string[], options?: Record<string, string>) => unknown} Precis one command and its answer */

const articles = ['scripts/demo/canal-report.md', 'scripts/demo/freight-note.txt'];
const memo = { title: 'Canal transits: what the cut means', marking: 'TLP:GREEN', tag: 'Canal' };

await runAsProgram(async () => {
  const folder = makeFolder(process.argv[2]);
  const electron = await setUp();
  await buildApp();
  const precis = openArchive(electron.executable, folder);

  const imported = precis(['import', ...articles.map((file) => inProject(file))]);
  annotateArticles(precis, /** @type {{id: string}[]} */ (imported));
  const made = /** @type {{memoId: string}} */ (precis(['memo', 'new'], memo));
  const pdf = precis(['export', made.memoId], { to: 'canal-memo.pdf' });

  const { pages, bytes } = /** @type {{pages: number, bytes: number}} */ (pdf);
  console.log(`\nThe memo:    ${join(folder, 'canal-memo.pdf')} (pages: ${pages}, bytes: ${bytes})`);
  console.log(`The archive: ${join(folder, 'archive')}`);
  console.log(`To open it:  npm start -- --archive ${join(folder, 'archive')}`);
  return 0;
});

/** @param {string | undefined} wanted */
function makeFolder(wanted) {
  if (wanted === undefined) return mkdtempSync(join(tmpdir(), 'precis-demo-'));
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), wanted);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * What an analyst would keep of the two articles.
 *
 * @param {Precis} precis
 * @param {{id: string}[]} imported
 */
function annotateArticles(precis, [report = { id: '' }, note = { id: '' }]) {
  precis(['annotate', report.id], {
    quote: '24 ships a day',
    label: 'data',
    tag: 'Canal/Transits',
    source: 'Canal authority',
    reliability: 'B',
    credibility: '2',
  });
  precis(['annotate', report.id], {
    quote: 'We would rather announce a cut in April than a queue in July,',
    label: 'view',
    tag: 'Canal/Transits',
    source: 'Inés Robledo',
  });
  precis(['annotate', report.id], {
    quote: 'The authority denies that anyone was told early.',
    label: 'claim',
    tag: 'Canal/Transits',
    source: 'Canal authority',
    credibility: '3',
    note: 'Two agents say otherwise in the sentence before.',
  });
  precis(['annotate', note.id], {
    quote: 'the series for April stops on the 9th',
    label: 'gap',
    tag: 'Canal/Water',
    task: 'Ask the water office for the missing weeks',
    due: '2024-05-03',
  });
}

/**
 * The command line on an archive below `folder`. Each command is shown as a person would type it.
 *
 * @param {string} executable
 * @param {string} folder
 * @returns {Precis}
 */
function openArchive(executable, folder) {
  return (words, options = {}) => {
    const all = [...words, ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])];
    console.log(`$ precis ${all.map(quoteWord).join(' ')}`);
    const args = commandLineArguments([...all, '--archive', 'archive', '--json']);
    const env = { ...process.env, INIT_CWD: folder };
    const { succeeded, stdout, output } = captureCommand(executable, args, { cwd: folder, env });
    if (!succeeded) throw new SetupError(`the command failed:\n${output}`);
    return JSON.parse(stdout);
  };
}

/** @param {string} word */
function quoteWord(word) {
  return /^[\w./:-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
