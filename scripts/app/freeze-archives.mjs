// npm run freeze -- v7: makes the frozen archive of that name in tests/fixtures/archives with the build that wrote its
// versions: its commit is checked out and built, and its own command line and window make the archive. Without a name
// all are made. They are made once; how later builds read them is tested by frozen-archives.test.ts in tests/unit/cli
// and tests/unit/storage, and by tests/e2e/frozen-archives.spec.ts.
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { _electron } from '@playwright/test';
import { inProject } from '../run/paths.mjs';
import { captureCommand } from '../run/run-command.mjs';
import { runAsProgram, SetupError, say } from '../run/say.mjs';
import { sandboxSwitches } from '../setup/check-sandbox.mjs';
import { withDisplay } from '../setup/open-display.mjs';
import { setUp } from '../setup/set-up.mjs';

/** The last commit before a file of an archive got the named version. */
const builds = {
  v1: { commit: 'ab34df98', before: 'annotations.json 2' },
  v2: { commit: 'cedba230', before: 'annotations.json 3' },
  v3: { commit: '8b4e2a2d', before: 'memo.json 3, snapshots' },
  v4: { commit: 'ee0f132c', before: 'memo.json 4' },
  v5: { commit: 'ca55cdb4', before: 'memo.json 5' },
  v6: { commit: 'a17903e9', before: 'memo.json 6' },
  v7: { commit: '0341873e', before: 'memo.json 7' },
  v8: { commit: 'c5bf1fe7', before: 'memo.json 10, tags.json 3' },
  v9: { commit: 'c3964d1e', before: 'tags.json 4' },
  v10: { commit: 'c1f3d66c', before: 'tasks.json 3' },
  v11: { commit: '07e56e71', before: 'annotations.json 9' },
  v12: { commit: 'c5e33956', before: 'manifest.json' },
  v13: { commit: '6eb4112e', before: 'review.json 2, conflicts.json 5' },
  v14: { commit: '01792454', before: 'annotations.json 12, article.json 9, labels.json' },
  v15: { commit: 'f0d74dc4', before: 'memo.json 14' },
  v16: { commit: '4b07a8ab', before: 'memo.json 15' },
  v17: { commit: '317637bf', before: 'annotations.json 13, sources.json' },
  v18: { commit: 'f8f0ac02', before: 'memo.json 20' },
  v19: { commit: '9a242151', before: 'annotations.json 15, article.json 11' },
  v20: { commit: '635f26be', before: 'annotations.json 16' },
  v21: { commit: '79f50d1b', before: 'annotations.json 17, article.json 12, memo.json 22' },
};

/** @typedef {keyof typeof builds} Name */

/** @type {Name[]} builds whose memos could only be PDFs */
const onlyPdf = ['v1', 'v2', 'v3'];

/**
 * One command of the build and its answer; null if it does not know such a command or option.
 *
 * @typedef {(...words: string[]) => any} Precis
 */

/**
 * What was made by the command line; `eventId` is null in builds without events.
 *
 * @typedef {{articleId: string, yardId: string, memoId: string, promise: string, pilots: string, eventId: string | null}} Made
 */

/**
 * Asks the window the first of the inputs that its build knows. Returns its answer, or null if it refused all.
 *
 * @typedef {(name: string, ...inputs: object[]) => Promise<any>} Ask
 */

const fixtures = inProject('tests/fixtures/archives');
const textNamed = (/** @type {string} */ name) => join(fixtures, 'texts', name);
/** For encrypted archives; tests read it from here. */
const passphraseFile = textNamed('passphrase.txt');
const wrongUsage = 2;
const madeId = (/** @type {number} */ number) =>
  `018f0e7b-0000-7000-8000-${String(number).padStart(12, '0')}`;

await runAsProgram(async () => {
  const wanted = process.argv.slice(2);
  const names = /** @type {Name[]} */ (Object.keys(builds)).filter(
    (name) => wanted.length === 0 || wanted.includes(name),
  );
  const electron = await setUp(['display']);
  await withDisplay(async (env) => {
    for (const name of names) await freeze(name, electron.executable, env);
  });
  return 0;
});

/**
 * @param {Name} name
 * @param {string} electron
 * @param {NodeJS.ProcessEnv} env
 */
async function freeze(name, electron, env) {
  say(`${name}: building ${builds[name].commit}.`);
  const work = mkdtempSync(join(tmpdir(), `precis-${name}-`));
  const source = join(work, 'source');
  const archive = join(work, 'archive');
  must('git', ['worktree', 'add', '--detach', source, builds[name].commit]);
  try {
    // None of the packages that these builds use has another version today.
    symlinkSync(inProject('node_modules'), join(source, 'node_modules'));
    const bundler = inProject('node_modules/electron-vite/bin/electron-vite.js');
    must(process.execPath, [bundler, 'build', '--logLevel', 'error'], source);
    const precis = commandLineOf(electron, source, archive, join(work, 'user-data'));
    const writesHtml = !onlyPdf.includes(name);
    const made = fillArchive(precis, writesHtml, join(fixtures, `${name}.exported.html`));
    await actInWindow({ electron, source, archive, userData: join(work, 'user-data'), env }, made);
    keep(archive, join(fixtures, name));
    const isEncrypted = precis('encrypt', '--accept-no-recovery', '--passphrase-file', passphraseFile);
    if (isEncrypted !== null) keep(archive, join(fixtures, `${name}-encrypted`));
  } finally {
    captureCommand('git', ['worktree', 'remove', '--force', source]);
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * An analyst's work, as far as the command line of the build supports it: two versions of an article, passages with all
 * of their fields, one of them in two parts, a memo of them that is sent, and the file for its readers.
 *
 * @param {Precis} precis
 * @param {boolean} writesHtml
 * @param {string} exportedFile
 */
function fillArchive(precis, writesHtml, exportedFile) {
  const articleId = precis('import', textNamed('strait.html'))[0].id;
  const yardId = precis('import', textNamed('yard.txt'))[0].id;
  const annotate = (/** @type {string[]} */ ...words) =>
    precis('annotate', articleId, ...words, '--tag', 'Straits/Tolls').passageId;
  annotate(
    ...['--quote', '24 ships a day in March 🚢', '--label', 'data', '--tag', 'Trade', '--credibility', '3'],
    ...['--source', 'Harbour office', '--reliability', 'B', '--note', 'Check\nagain'],
    ...['--task', 'Ask for April', '--due', '2024-05-02'],
  );
  const promise = annotate(
    ...['--quote', 'No ship is turned away', '--quote', 'whatever flag it flies', '--label', 'claim'],
    ...['--source', 'Harbour master', '--reliability', 'C', '--credibility', '4', '--manner', 'direct'],
  );
  const pilots = annotate(
    ...[
      '--quote',
      'three tankers had been turned away in one week',
      '--label',
      'claim',
      '--basis',
      'unnamed',
    ],
    ...['--source', 'Two pilots', '--credibility', '2', '--manner', 'paraphrase'],
  );
  annotate('--quote', 'Which ministry decides on the toll is not known.', '--label', 'gap');
  precis('relate', pilots, 'contradicts', promise);
  // Null in builds without translations.
  precis(
    'import',
    textNamed('strait-german.html'),
    '--translation-of',
    articleId,
    '--language',
    'de',
    '--by',
    'K. Osei',
  );
  const head = ['--title', 'Tolls at the strait', '--tag', 'Straits', '--marking', 'TLP:AMBER'];
  const { memoId } = precis('memo', 'new', ...head);
  if (writesHtml) precis('export', memoId, '--to', exportedFile);
  // Null in builds without rounds of review.
  const reviewFile = join(tmpdir(), `precis-review-${process.pid}.docx`);
  precis('memo', 'review', 'start', memoId, '--to', 'J. Miller', '--due', '2024-04-22', '--file', reviewFile);
  rmSync(reviewFile, { force: true });
  precis('memo', 'send', memoId, '--to', 'Director, Canal desk', '--on', '2024-04-24', '--way', 'by hand');
  const corrected = textNamed('strait-corrected.html');
  const [later] =
    precis('import', corrected, '--as-version-of', articleId) ??
    precis('import', corrected, '--new-version-of', articleId);
  if (later.status !== 'imported') throw new SetupError('the corrected article is no version.');
  // Null in builds without events.
  const concerned = ['--concerned', 'Harbour office', '--concerned', 'Two pilots'];
  const when = ['--date', 'about March 2024', '--title', 'Three tankers turned away'];
  const eventId = precis('event', 'add', pilots, promise, ...when, ...concerned)?.id ?? null;
  return { articleId, yardId, memoId, promise, pilots, eventId };
}

/**
 * Acts without a command: a saved search, an article in the trash, and the state of a memo in builds without sending.
 * Where requests have changed, each shape is tried.
 *
 * @param {{electron: string, source: string, archive: string, userData: string, env: NodeJS.ProcessEnv}} build
 * @param {Made} made
 */
async function actInWindow({ electron, source, archive, userData, env }, made) {
  const { articleId, yardId, memoId } = made;
  const app = await _electron.launch({
    executablePath: electron,
    args: [source, ...sandboxSwitches(), `--user-data-dir=${userData}`, '--archive', archive, '--no-sample'],
    env: /** @type {Record<string, string>} */ ({ ...env, TZ: 'UTC', LANG: 'en_GB.UTF-8' }),
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const isMain = (/** @type {import('@playwright/test').Page} */ page) =>
    page.url().startsWith('app://precis');
  const page = app.windows().find(isMain) ?? (await app.waitForEvent('window', isMain));
  await page.getByRole('main').waitFor();
  /** @type {Ask} */
  const ask = async (name, ...inputs) => {
    const answers = await page.evaluate(
      async ([name, inputs]) => {
        /** @type {{request(name: string, input: object): Promise<{ok: boolean, value?: any}>}} */
        const bridge = Reflect.get(globalThis, 'precis');
        const told = [];
        for (const input of inputs) {
          const answer = await bridge
            .request(name, input)
            .catch((error) => ({ ok: false, value: null, error: String(error) }));
          told.push(answer);
          if (answer.ok) return told;
        }
        return told;
      },
      /** @type {const} */ ([name, inputs]),
    );
    say(`${name}: ${JSON.stringify(answers).slice(0, 300)}`);
    return answers.at(-1)?.value ?? null;
  };
  const searchId = '018f0e7b-0000-7000-8000-000000000013';
  await ask(
    'search:save',
    { name: 'Claims, ungraded', filter: { label: 'claim', isUngraded: true } },
    { name: 'Claims, ungraded', filter: { label: 'claim', isUngraded: true }, searchId },
    { name: 'Claims, ungraded', text: 'label:claim is:ungraded', scope: 'passages', searchId },
  );
  await ask('article:delete', { articleId: yardId });
  await ask('article:set-event-dates', { articleId, eventDates: [{ date: '2024-05', note: 'toll rises' }] });
  const finding = { rule: 'gap-without-task', place: 'Which ministry decides on the toll is not known.' };
  await ask('memo:state-reason', { memoId, finding, reason: 'Nobody has said more.' });
  await ask('memo:set-state', { memoId, state: 'sent' });
  if (made.eventId !== null) {
    await askOfEvents(ask, made);
    await askOfBoards(ask, made);
  }
  await app.close();
}

/**
 * For builds with events: a conflict of dates, merges of events, names and tags, a post, and a letter that
 * was lowered under a memo.
 *
 * @param {Ask} ask
 * @param {Made} made
 */
async function askOfEvents(ask, { articleId, promise, pilots, eventId }) {
  const stated = { articleId, certainty: 'stated' };
  const event = { title: 'Tankers sent back', date: '2024-03-09', certainty: 'stated', note: '' };
  const sayings = [{ ...stated, passageId: pilots, date: '2024-03-09' }];
  await ask('event:add', { ...event, eventId: madeId(21), concernedIds: [], sayings });
  await ask('event:merge', { eventId, eventIds: [madeId(21)] });
  await ask('event:join', { eventId, sayings: [{ ...stated, passageId: promise, date: '2024-04~' }] });
  const sourceOf = (/** @type {string} */ name, /** @type {number} */ number, kind = 'organisation') =>
    ask('source:ensure', { sourceId: madeId(number), name, kind, parentId: null });
  const office = await sourceOf('Harbour office', 31);
  await sourceOf('Office of the harbour', 32);
  await ask('source:merge', { sourceId: madeId(32), intoId: office.id });
  const master = await sourceOf('Harbour master', 33);
  const post = { role: 'Harbour master', organisationId: office.id, from: '2021-04', until: null };
  await ask('source:change', { sourceId: master.id, aliases: ['Master of the harbour'], positions: [post] });
  await sourceOf('The strait', 34, 'place');
  const trade = await ask('tag:ensure', { tagId: madeId(41), path: ['Trade'] });
  await ask('tag:ensure', { tagId: madeId(42), path: ['Commerce'] });
  await ask('tag:merge', { tagId: madeId(42), intoId: trade.id });
  await ask('source:set-reliability', {
    sourceId: office.id,
    reliability: 'D',
    why: 'Its figures were wrong.',
  });
}

/**
 * A label, a form with own terms, a board and the pad.
 *
 * @param {Ask} ask
 * @param {Made} made
 */
async function askOfBoards(ask, { articleId, promise }) {
  const label = { name: 'Denial', useWhen: 'Somebody denies it.', look: 'teal' };
  await ask('label:add', { ...label, labelId: madeId(51) });
  const { forms } = await ask('form:list', {});
  const confidence = { low: 'gering', moderate: 'mittel', high: 'hoch' };
  const form = { ...forms[0].form, name: 'Lagebericht', language: 'de', terms: { confidence } };
  await ask('form:add', { formId: madeId(61), form });
  const hypotheses = ['The toll rises', 'It does not'].map((words, at) => ({
    hypothesisId: madeId(72 + at),
    words,
  }));
  const boardId = madeId(71);
  await ask('board:add', { boardId, question: 'Will the toll rise?', hypotheses, memoId: null });
  const evidence = [{ articleId, passageId: promise, evidenceId: madeId(74) }];
  await ask('board:add-evidence', { boardId, evidence });
  await ask('board:fill-cell', { boardId, hypothesisId: madeId(72), evidenceId: madeId(74), expected: 2 });
  await ask('board:set-probability', { boardId, hypothesisId: madeId(72), percent: 60 });
  const text = 'Ask the pilots when.';
  const note = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
  await ask('pad:write', { note, editId: 'freeze' });
}

/**
 * @param {string} electron
 * @param {string} source
 * @param {string} archive
 * @param {string} userData
 * @returns {Precis}
 */
function commandLineOf(electron, source, archive, userData) {
  const first = [source, ...sandboxSwitches(), '--ozone-platform=headless', '--log-level=3'];
  return (...words) => {
    const args = [
      ...first,
      `--user-data-dir=${userData}`,
      '--cli',
      '--',
      ...words,
      '--archive',
      archive,
      '--json',
    ];
    const { succeeded, stdout, output, code } = captureCommand(electron, args);
    if (succeeded) return JSON.parse(stdout);
    if (code === wrongUsage) return null;
    throw new SetupError(`${words.join(' ')} failed:\n${output}`);
  };
}

/**
 * @param {string} archive
 * @param {string} folder
 */
function keep(archive, folder) {
  rmSync(folder, { recursive: true, force: true });
  // Git would apply the archive's own Git files to this repository.
  const left = ['.lock', '.gitignore', '.gitattributes', '.stignore'];
  cpSync(archive, folder, { recursive: true, filter: (path) => !left.includes(basename(path)) });
  if (!existsSync(join(folder, 'archive.json'))) throw new SetupError(`there is no archive in ${folder}.`);
  say(`${folder}: ${readdirSync(folder).join(', ')}`);
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {string} [cwd]
 */
function must(program, args, cwd) {
  const { succeeded, output } = captureCommand(program, args, cwd === undefined ? {} : { cwd });
  if (!succeeded) throw new SetupError(`${program} ${args.join(' ')} failed:\n${output}`);
}
