import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { test } from '../support/app/cli-test.ts';
import { launchPrecis } from '../support/app/launch-precis.ts';
import { straitText as text } from '../support/app/run-cli.ts';
import { pdfInfo, pdfText } from '../support/files/read-pdf.ts';

// The command line on the built app, with no display: each test runs commands in a folder of its own. Each is a start
// of the app: what the commands do stands in tests/unit/cli/commands.test.ts.

test('hidden text of a page is no text, whatever hides it, and raised text is told from other', async ({
  precis,
}) => {
  const hidden = [
    ['style="display:none"', ''],
    ['style="visibility: hidden"', ''],
    ['style="opacity:0"', ''],
    ['style="position:absolute; left:-9999px"', ''],
    ['style="color:red; DISPLAY : none !important"', ''],
    ['class="h1"', '.h1{display:none}'],
    ['class="h2"', '@media screen and (min-width:300px){article .h2{visibility:hidden}}'],
    ['class="h3"', '@supports (display:grid){@layer a{.h3{clip-path:inset(50%)}}}'],
    ['class="h4"', '.h4{height:0;overflow:hidden}'],
    ['hidden', ''],
  ] as const;
  const seen = [
    ['style="display:block"', ''],
    ['class="s1"', '.s1{display:none}p.s1{display:block}'],
    ['class="s2"', '@media print{.s2{display:none}}'],
    ['class="s3"', '.s3:hover{display:none}'],
  ] as const;
  const css = ['.up{vertical-align:super}', ...[...hidden, ...seen].map(([, rule]) => rule)].join('\n');
  const paragraphs = (all: typeof hidden | typeof seen, word: string) =>
    all.map(([attribute], index) => `<p ${attribute}>${word} ${index} is a sentence of some length.</p>`);
  const page = `<!doctype html><html lang="en"><head><title>Hidden</title><style>${css}</style></head><body><article>
    <h1>Hidden</h1><p>${text.replaceAll('\n', '</p><p>')}</p>
    ${paragraphs(hidden, 'Poison').join('')}${paragraphs(seen, 'Word').join('')}
    <p>10<sup>6</sup> litres, <del>nine</del> <ins>three</ins> days, 2<span class="up">8</span>.</p><div>Advertisement</div><p>The last sentence of the page, which is seen.</p></article></body></html>`;
  await writeFile(join(precis.folder, 'hidden.html'), page);
  const [imported] = (await precis.answer('import', 'hidden.html')) as [{ id: string; leftOut: number }];
  expect(imported.leftOut).toBe(1);
  const file = join(precis.folder, 'archive/articles', imported.id, 'body.json');
  const sealed = canonicalText(JSON.parse(await readFile(file, 'utf8')).body);
  expect(sealed).not.toContain('Poison');
  expect(sealed).not.toContain('Advertisement');
  expect(sealed).toContain('10⁶ litres, nine three days, 2⁸.');
  expect(sealed.match(/Word \d/g)).toEqual(['Word 0', 'Word 1', 'Word 2', 'Word 3']);
});

test('a memo is made from passages and exported as PDF', async ({ precis }) => {
  const id = await precis.importText();
  await precis.answer(
    'annotate',
    id,
    '--quote',
    'nine in April',
    '--tag',
    'Straits/Hormuz',
    '--credibility',
    '2',
  );
  const memo = ['memo', 'new', '--title', 'What the closure means'];
  const { memoId } = (await precis.answer(...memo, '--marking', 'TLP:AMBER', '--tag', 'Straits')) as {
    memoId: string;
  };
  const findings = [{ rule: 'head-incomplete' }, {}, { rule: 'citation-incomplete' }, { level: 'hint' }];
  expect(await precis.answer('lint', memoId)).toMatchObject({ findings });
  await writeFile(join(precis.folder, 'memo.pdf'), 'an older file');
  const exported = await precis.answer('export', memoId, '--to', 'memo.pdf', '--paper', 'letter');
  const pdf = join(precis.folder, 'memo.pdf');
  const bytes = (await readFile(pdf)).length;
  expect(exported).toEqual({ file: pdf, format: 'pdf', pages: 1, bytes, cannotCarry: [], ownStyles: [] });
  expect(await pdfInfo(pdf)).toMatchObject({
    Title: 'What the closure means',
    Tagged: 'yes',
    'Page size': expect.stringContaining('letter'),
  });
  const printed = await pdfText(pdf);
  expect(printed).toContain('nine in April');
  expect(printed).toContain('TLP:AMBER');
  expect((await readdir(precis.folder)).filter((name) => name.includes('tmp'))).toEqual([]);
});

test('a folder without an archive is left as it is', async ({ precis }) => {
  expect(await precis.errorCode('list', 'articles')).toBe('archive-not-found');
  expect(await readdir(precis.folder)).not.toContain('archive');
  await mkdir(join(precis.folder, 'archive'));
  await writeFile(join(precis.folder, 'archive', 'holiday.txt'), 'sun');
  await writeFile(join(precis.folder, 'strait.txt'), text);
  expect(await precis.errorCode('import', 'strait.txt')).toBe('folder-not-an-archive');
  expect(await readdir(join(precis.folder, 'archive'))).toEqual(['holiday.txt']);
});

test('an archive that a window has open is locked', async ({ precis }) => {
  await precis.importText();
  const { folder } = precis;
  const app = await launchPrecis({ archive: join(folder, 'archive'), userData: join(folder, 'user-data') });
  try {
    expect(await precis.errorCode('list', 'articles')).toBe('archive-locked');
  } finally {
    await app.close();
  }
  expect(await precis.answer('list', 'articles')).toHaveLength(1);
});

test('a damaged file is told of on stderr, and stdout is the answer alone', async ({ precis }) => {
  const id = await precis.importText();
  await precis.answer('annotate', id, '--quote', 'no reason', '--tag', 'Silence');
  const tags = join(precis.folder, 'archive', 'tags.json');
  await cp(tags, `${tags}.bak`);
  await writeFile(tags, '');
  const listed = await precis.run('list', 'tags');
  expect(listed.stderr).toContain('precis: tags.json was damaged; its earlier version is used.');
  expect(listed.json()).toMatchObject([{ path: 'Silence' }]);
});

test('without --json the answer is for a person, and errors go to stderr', async ({ precis }) => {
  const id = await precis.importText();
  const listed = await precis.runPlain('list', 'articles');
  expect(listed.stdout).toMatch(new RegExp(`^${id}  The strait will close`));
  const failed = await precis.runPlain('annotate', id, '--quote', 'the strait reopened');
  expect(failed).toMatchObject({ exitCode: 1, stdout: '' });
  expect(failed.stderr).toContain('precis: The quote is not in the article');
});
