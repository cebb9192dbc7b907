// npm run demo: the whole path from the sample's articles to a memo in PDF, by the command line, unattended. The
// results stay for inspection: `npm run demo -- DIR` names the folder, by default a new temporary one.
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

const articles = ['resources/sample/harbour-dispatch.html', 'resources/sample/foundry-review.md'];
const memo = { title: 'Beijing visit: what crosses the border', marking: 'TLP:AMBER', tag: 'China' };
const pdfName = 'beijing-visit.pdf';

await runAsProgram(async () => {
  const folder = makeFolder(process.argv[2]);
  const electron = await setUp();
  await buildApp();
  const precis = openArchive(electron.executable, folder);

  const imported = precis(['import', ...articles.map((file) => inProject(file))]);
  annotateArticles(precis, /** @type {{id: string}[]} */ (imported));
  const made = /** @type {{memoId: string}} */ (precis(['memo', 'new'], memo));
  const pdf = precis(['export', made.memoId], { to: pdfName });

  const { pages, bytes } = /** @type {{pages: number, bytes: number}} */ (pdf);
  console.log(`\nThe memo:    ${join(folder, pdfName)} (pages: ${pages}, bytes: ${bytes})`);
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
 * An analyst's passages on the two articles.
 *
 * @param {Precis} precis
 * @param {{id: string}[]} imported
 */
function annotateArticles(precis, [report = { id: '' }, review = { id: '' }]) {
  precis(['annotate', report.id], {
    quote:
      'what crosses is machine tools, chips and other goods that serve a civilian factory as well as a tank plant',
    label: 'claim',
    tag: 'China/Dual use',
    source: 'American officials',
    reliability: 'C',
    credibility: '2',
    note: 'The officials are not named, and no figures were given.',
  });
  precis(['annotate', report.id], {
    quote: 'machine tools, chips',
    label: 'data',
    tag: 'China/Dual use',
  });
  precis(['annotate', report.id], {
    quote: 'If a firm makes Europe less safe, we can act, and we will.',
    label: 'view',
    tag: 'China/Sanctions',
    source: 'State Department official',
    reliability: 'B',
    credibility: '3',
  });
  precis(['annotate', review.id], {
    quote: 'our own survey of eleven distributors found mark-ups of a third and more',
    label: 'data',
    tag: 'China/Dual use',
    credibility: '3',
    task: 'Ask the distributors which firms resell',
    due: '2024-05-03',
  });
}

/**
 * The command line on an archive below `folder`. Each command is printed as a person would type it.
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
