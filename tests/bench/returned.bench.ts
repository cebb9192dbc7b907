// Files that reviewers return: 80 with one kind of change each, 40 mixed by a seed; as Word, LibreOffice and Google
// Docs write them, and saved by LibreOffice itself where it is installed, as a Word document and by way of
// OpenDocument. What is read of each is held against what was done in it; then how long a file of some forty pages
// takes.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { JSDOM } from 'jsdom';
import { type ReadRemarks, readRemarks } from '#domain/memo/round/returned/read-remarks.ts';
import type { ReviewedFile } from '#domain/memo/round/returned/reviewed-file.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { isOnPath } from '../../scripts/setup/system-packages.mjs';
import { EditedDocx, type Program } from '../support/memo/edit-docx.ts';
import {
  alteredByTaking,
  type Expected,
  reviewFile,
  type TrialKind,
  trialKinds,
  trialMemo,
} from '../support/memo/return-trials.ts';
import { createRandom } from './anchoring-trials/made-texts.ts';
import { meets } from './figures.ts';

const SEED = 30;
const LIBREOFFICE = 'soffice';
const MIXED = 40;
const LONG_PARAGRAPHS = 420;

const { window } = new JSDOM('');
Object.assign(globalThis, {
  window,
  document: window.document,
  DOMParser: window.DOMParser,
  XMLSerializer: window.XMLSerializer,
  Node: window.Node,
});
const { readReviewed } = await import('#renderer/importer/docx/read-reviewed.ts');

type Way = { readonly name: string; readonly program: Program; readonly saves: readonly ('docx' | 'odt')[] };
const made: readonly Way[] = [
  { name: 'Word', program: 'word', saves: [] },
  { name: 'LibreOffice, as it writes', program: 'libreoffice', saves: [] },
  { name: 'Google Docs', program: 'google', saves: [] },
];
const real: readonly Way[] = [
  { name: 'Word, saved by LibreOffice', program: 'word', saves: ['docx'] },
  { name: 'Word, by way of OpenDocument', program: 'word', saves: ['odt', 'docx'] },
];
const ways = isOnPath(LIBREOFFICE) ? [...made, ...real] : made;
if (ways.length === made.length) console.log('LibreOffice is not installed: nothing is saved by it.');

type File = { readonly way: Way; readonly expected: readonly Expected[]; bytes: Uint8Array };

const memo = trialMemo();
const base = await writeMemoDocx(memo.document, 'a4');
const round = { base: readReviewed(base), ...memo, isExact: true };
const random = createRandom(SEED);

const makeFile = (way: Way, kinds: readonly TrialKind[]): File => {
  const docx = new EditedDocx(base, way.program);
  const expected = reviewFile({ docx, content: memo.content, random }, kinds);
  return { way, expected, bytes: docx.save() };
};

const single = ways.flatMap((way) => trialKinds.map((kind) => makeFile(way, [kind])));
const mixed = Array.from({ length: MIXED }, () => {
  const kinds = Array.from({ length: 3 + random.below(6) }, () => random.pick(trialKinds));
  return makeFile(random.pick(ways), kinds);
});

/** Has LibreOffice save all of them at once: it takes a second to start. */
const saveAs = (files: readonly File[], from: string, to: string, folder: string): void => {
  const target = join(folder, `as-${to}-${from}`);
  mkdirSync(target);
  const names = files.map((file, at) => {
    const name = join(folder, `${at}.${from}`);
    writeFileSync(name, file.bytes);
    return name;
  });
  const words = ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', to];
  execFileSync(LIBREOFFICE, [...words, '--outdir', target, ...names], { stdio: 'ignore', timeout: 170_000 });
  files.forEach((file, at) => {
    file.bytes = new Uint8Array(readFileSync(join(target, `${at}.${to}`)));
  });
};

/** What is said of these is said of nothing. */
const untouched = ways.map((way) => makeFile(way, []));
const all = [...single, ...mixed, ...untouched];
const folder = mkdtempSync(join(tmpdir(), 'precis-returned-'));
try {
  for (const { name, saves } of ways) {
    const files = all.filter(({ way }) => way.name === name);
    let from = 'docx';
    for (const to of saves) {
      saveAs(files, from, to, folder);
      from = to;
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const judge = ({ way, expected, bytes }: File) => {
  const read: ReadRemarks = readRemarks(round, readReviewed(bytes));
  const missing = expected.filter(({ isThere }) => !isThere(read));
  if (expected.length === 0)
    for (const { change, refusal, place, context } of read.suggestions)
      console.log(
        `  not said: ${JSON.stringify({ change, refusal, exact: place?.exact, context })} (${way.name})`,
      );
  const found = expected.length - missing.length;
  for (const { kind } of missing) console.log(`  missing: ${kind} (${way.name})`);
  return {
    found,
    missing,
    expected,
    altered: alteredByTaking(memo.content, read),
    extra: read.suggestions.length + read.comments.length,
  };
};

const judged = all.map(judge);
const countOf = (isComment: boolean) => {
  const asked = judged.flatMap(({ expected }) => expected).filter((each) => each.isComment === isComment);
  const lost = judged.flatMap(({ missing }) => missing).filter((each) => each.isComment === isComment);
  return { asked: asked.length, found: asked.length - lost.length };
};
const [comments, changes] = [countOf(true), countOf(false)];
const altered = judged.reduce((sum, each) => sum + each.altered, 0);
console.log(
  `${single.length + mixed.length} files (${single.length} single, ${mixed.length} mixed, seed ${SEED})`,
);
console.log(`  comments at their paragraph  ${comments.found} of ${comments.asked}`);
console.log(`  changes offered              ${changes.found} of ${changes.asked}`);

const noise = judged.reduce((sum, { expected, extra }) => sum + (expected.length === 0 ? extra : 0), 0);
console.log(`  of ${untouched.length} files that nobody changed ${noise} remarks`);

const long = trialMemo(LONG_PARAGRAPHS);
const longBase = await writeMemoDocx(long.document, 'a4');
const longDocx = new EditedDocx(longBase, 'word');
reviewFile(
  { docx: longDocx, content: long.content, random },
  Array.from({ length: 40 }, () => random.pick(trialKinds)),
);
const longBytes = longDocx.save();
const time = <T>(run: () => T): { readonly seconds: number; readonly value: T } => {
  const start = performance.now();
  const value = run();
  return { seconds: (performance.now() - start) / 1000, value };
};
const read = time((): readonly ReviewedFile[] => [readReviewed(longBase), readReviewed(longBytes)]);
const [longRead, longFile] = read.value;
if (longRead === undefined || longFile === undefined) throw new Error('Nothing was read.');
const compared = time(() => readRemarks({ base: longRead, ...long, isExact: true }, longFile));
console.log(
  `  a file of ${LONG_PARAGRAPHS} paragraphs: both read by jsdom ${read.seconds.toFixed(2)} s, compared ${compared.seconds.toFixed(2)} s`,
);

const isMet = [
  meets('comments at their paragraph, missing', 1 - comments.found / comments.asked, 0.01, 'of all'),
  meets('changes not offered', changes.asked - changes.found, 0, ''),
  meets('quotations altered by taking all', altered, 0, ''),
  meets('remarks of files that nobody changed', noise, 0, ''),
  meets('comparing a file of forty pages', compared.seconds, 2, 's'),
];
process.exitCode = isMet.every(Boolean) ? 0 : 1;
