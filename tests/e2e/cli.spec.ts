import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test, text } from '../support/app/cli-test.ts';
import { launchPrecis } from '../support/app/launch-precis.ts';
import { pdfInfo, pdfText } from '../support/files/read-pdf.ts';

// The command line on the built app, with no display: each test runs commands in a folder of its own.

test('a text becomes an article, whose canonical text and its hash are told', async ({ precis }) => {
  const id = await precis.importText();
  const [again] = (await precis.answer('import', 'strait.txt')) as [Record<string, unknown>];
  expect(again).toEqual({
    file: 'strait.txt',
    status: 'duplicate',
    id,
    encoding: 'utf-8',
    unreadable: 0,
    leftOut: 0,
    hiddenWords: 0,
    remarks: [],
    nearPublications: [],
    scanned: null,
    duplicates: [],
    ...Object.fromEntries(['title', 'byline', 'publisher', 'publishedAt', 'url'].map((name) => [name, null])),
    language: 'en',
    words: 42,
    sha256: createHash('sha256').update(text).digest('hex'),
  });
  expect(await precis.answer('list', 'articles')).toMatchObject([{ id, words: 42, passages: 0 }]);
  expect(await precis.answer('article', id, '--text')).toMatchObject({ id, passages: [], text });
  expect(await precis.answer('article', id)).not.toHaveProperty('text');
});

test('what a page says of itself is found', async ({ precis }) => {
  const page = `<!doctype html><html lang="en-GB"><head><title>Strait closed | Dispatch</title>
    <meta property="og:title" content="Strait closed"><meta property="og:site_name" content="The Dispatch">
    <meta name="author" content="Ada Quill"><meta property="article:published_time" content="2024-04-22T09:00:00+02:00">
    <link rel="canonical" href="https://dispatch.example/strait"></head>
    <body><article><h1>Strait closed</h1>${text
      .split('\n')
      .map((line) => `<p>${line}</p>`)
      .join('')}
    <script>document.title = 'changed'</script></article></body></html>`;
  await writeFile(join(precis.folder, 'strait.html'), page);
  expect(await precis.answer('import', 'strait.html')).toMatchObject([
    {
      status: 'imported',
      title: 'Strait closed',
      byline: 'Ada Quill',
      publisher: 'The Dispatch',
      publishedAt: '2024-04-22T09:00:00+02:00',
      url: 'https://dispatch.example/strait',
      language: 'en-GB',
    },
  ]);
});

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
  const { text: sealed } = (await precis.answer('article', imported.id, '--text')) as { text: string };
  expect(sealed).not.toContain('Poison');
  expect(sealed).not.toContain('Advertisement');
  expect(sealed).toContain('10⁶ litres, nine three days, 2⁸.');
  expect(sealed.match(/Word \d/g)).toEqual(['Word 0', 'Word 1', 'Word 2', 'Word 3']);
});

test('each file that cannot be imported fails by its own code, and the others do not', async ({ precis }) => {
  const put = (name: string, content: string | Uint8Array) => writeFile(join(precis.folder, name), content);
  await put('strait.txt', text);
  await put('empty.txt', '');
  await put('binary.txt', new Uint8Array([0, 1, 2, 255, 0, 128, 7, 0]));
  await mkdir(join(precis.folder, 'sub'));
  const result = await precis.run('import', 'empty.txt', 'strait.txt', 'binary.txt', 'nowhere.txt', 'sub');
  expect(result.exitCode).toBe(1);
  const outcomes = result.json() as {
    file: string;
    status: string;
    error?: { code: string; message: string };
  }[];
  expect(outcomes.map(({ file, status, error }) => [file, status, error?.code])).toEqual([
    ['empty.txt', 'failed', 'file-empty'],
    ['strait.txt', 'imported', undefined],
    ['binary.txt', 'failed', 'file-binary'],
    ['nowhere.txt', 'failed', 'file-missing'],
    ['sub', 'failed', 'file-is-folder'],
  ]);
  expect(await readdir(join(precis.folder, 'archive', 'articles'))).toHaveLength(1);
});

test('a passage is told in code points and keeps all that is said of it', async ({ precis }) => {
  const id = await precis.importText();
  const quote = '24 ships a day';
  // 🚢 counts once, though it takes two places in memory.
  const start = [...text.slice(0, text.indexOf(quote))].length;
  const words =
    '--label data --tag Straits/Hormuz --tag Trade --reliability B --credibility 3 --due 2024-04-26'.split(
      ' ',
    );
  const about = ['--source', 'Harbour office', '--note', 'Check\nagain', '--task', 'Ask for April'];
  const added = await precis.answer('annotate', id, '--quote', quote, ...words, ...about);
  expect(added).toEqual({ passageId: expect.any(String), start, end: start + quote.length });
  expect(await precis.answer('article', id)).toMatchObject({
    passages: [
      {
        id: (added as { passageId: string }).passageId,
        start,
        end: start + quote.length,
        quote,
        struck: [],
        label: 'data',
        tags: ['Straits/Hormuz', 'Trade'],
        source: { name: 'Harbour office', reliability: 'B' },
        grade: 'B3',
        manner: 'direct',
        note: 'Check\nagain',
        tasks: [{ title: 'Ask for April', due: '2024-04-26', state: 'open' }],
      },
    ],
  });
  expect(await precis.answer('list', 'tags')).toMatchObject([
    { path: 'Straits' },
    { path: 'Straits/Hormuz', own: 1 },
    { path: 'Trade', own: 1 },
  ]);
  expect(await precis.answer('list', 'sources')).toMatchObject([{ name: 'Harbour office', passages: 1 }]);
  expect(await precis.answer('list', 'tasks')).toMatchObject([{ id: expect.any(String), quote }]);
});

test('a relation is said from one passage, listed at both, and taken back', async ({ precis }) => {
  test.setTimeout(60_000);
  const id = await precis.importText();
  const annotate = async (quote: string, source: string) => {
    const added = await precis.answer(
      'annotate',
      id,
      '--quote',
      quote,
      '--source',
      source,
      '--tag',
      'Strait',
    );
    return (added as { passageId: string }).passageId;
  };
  const office = await annotate('The office gave no reason', 'Harbour office');
  const pilot = await annotate('The strait was closed in 2019', 'A pilot');
  const same = await annotate('as well', 'A pilot');
  expect(await precis.answer('relate', pilot, 'supports', office)).toEqual({
    passageId: pilot,
    type: 'supports',
    otherId: office,
    isRelated: true,
    hasSameOrigin: false,
  });
  expect(await precis.answer('relate', pilot, 'contradicts', same)).toMatchObject({ hasSameOrigin: true });
  expect(await precis.errorCode('relate', pilot, 'supports', office)).toBe('already-related');
  expect(await precis.errorCode('relate', same, 'contradicts', pilot)).toBe('already-related');
  expect(await precis.errorCode('relate', pilot, 'supports', pilot)).toBe('related-to-itself');
  expect(await precis.errorCode('relate', pilot, 'supports', 'nothing')).toBe('not-found');
  const relationsOf = async (passageId: string) => {
    const listed = (await precis.answer('list', 'passages')) as { id: string; relations: unknown }[];
    return listed.find((each) => each.id === passageId)?.relations;
  };
  expect(await relationsOf(office)).toEqual([
    { type: 'supports', direction: 'from', words: 'is supported by', articleId: id, passageId: pilot },
  ]);
  const { stdout } = await precis.runPlain('list', 'passages');
  expect(stdout.split('\n').find((line) => line.startsWith(office))).toBe(
    `${office}  claim  Harbour office  #Strait  anchored  “The office gave no reason”  is supported by ${pilot}`,
  );
  // Said by the one, taken back from the other: what contradicts is contradicted.
  expect(await precis.answer('relate', same, 'contradicts', pilot, '--remove')).toMatchObject({
    isRelated: false,
  });
  expect(await relationsOf(same)).toEqual([]);
  expect(await precis.errorCode('relate', office, 'supports', pilot, '--remove')).toBe('not-found');
});

test('a letter that is given to a source stands in its history', async ({ precis }) => {
  const id = await precis.importText();
  const annotate = (quote: string, letter: string) =>
    precis.answer('annotate', id, '--quote', quote, '--source', 'Harbour office', '--reliability', letter);
  await annotate('gave no reason', 'C');
  await annotate('nine in April', 'B');
  const file = JSON.parse(await readFile(join(precis.folder, 'archive', 'sources.json'), 'utf8'));
  expect(file.sources).toMatchObject([
    {
      reliability: 'B',
      reliabilityHistory: [
        { from: null, to: 'C' },
        { from: 'C', to: 'B' },
      ],
    },
  ]);
  // The first passage keeps the letter as it stood when it was graded.
  expect(await precis.answer('article', id)).toMatchObject({
    passages: [
      { quote: 'nine in April', grade: 'B–' },
      { quote: 'gave no reason', grade: 'C–' },
    ],
  });
});

test("a quote whose white space differs is found, and the article's own text is kept", async ({ precis }) => {
  const id = await precis.importText();
  await precis.answer('annotate', id, '--quote', 'harbour\noffice said. “We  saw');
  expect(await precis.answer('article', id)).toMatchObject({
    passages: [{ quote: 'harbour office said.\n“We saw' }],
  });
});

test('a quote that is not there, or more than once, makes no passage, no tag and no source', async ({
  precis,
}) => {
  const id = await precis.importText();
  const said = ['--tag', 'Lost', '--source', 'Nobody'];
  expect(await precis.errorCode('annotate', id, '--quote', 'the strait reopened', ...said)).toBe(
    'quote-not-found',
  );
  expect(await precis.errorCode('annotate', id, '--quote', 'The strait', ...said)).toBe('quote-ambiguous');
  expect(await precis.answer('list', 'tags')).toEqual([]);
  expect(await precis.answer('list', 'sources')).toEqual([]);
  const start = text.lastIndexOf('The strait') - 1;
  expect(
    await precis.answer('annotate', id, '--quote', 'The strait', '--suffix', 'was closed'),
  ).toMatchObject({
    start,
  });
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
  expect(exported).toEqual({ file: pdf, format: 'pdf', pages: 1, bytes, cannotCarry: [] });
  expect(await pdfInfo(pdf)).toMatchObject({
    Title: 'What the closure means',
    Tagged: 'yes',
    'Page size': expect.stringContaining('letter'),
  });
  const printed = await pdfText(pdf);
  expect(printed).toContain('nine in April');
  expect(printed).toContain('TLP:AMBER');
  expect(await precis.answer('list', 'memos')).toMatchObject([
    { id: memoId, title: 'What the closure means', marking: 'TLP:AMBER', citations: 1 },
  ]);
  expect((await readdir(precis.folder)).filter((name) => name.includes('tmp'))).toEqual([]);
});

test('what is named and is not there is said so', async ({ precis }) => {
  await precis.importText();
  const nobody = '0190a2c0-0000-7000-8000-000000000001';
  for (const words of [
    ['article', nobody],
    ['article', 'no-id'],
    ['annotate', nobody, '--quote', 'x'],
    ['memo', 'new', '--title', 'T', '--article', nobody],
    ['memo', 'new', '--title', 'T', '--passages', `${nobody},${nobody}`],
    ['memo', 'new', '--title', 'T', '--tag', 'Nowhere'],
    ['export', nobody, '--to', 'out.pdf'],
    ['lint', nobody],
  ]) {
    expect(await precis.errorCode(...words), words.join(' ')).toBe('not-found');
  }
});

test('a folder without an archive is left as it is', async ({ precis }) => {
  for (const words of [
    ['list', 'articles'],
    ['article', 'x'],
    ['export', 'x', '--to', 'out.pdf'],
  ]) {
    expect(await precis.errorCode(...words)).toBe('archive-not-found');
  }
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
  await precis.answer('annotate', id, '--quote', 'in 2019', '--tag', 'History');
  await writeFile(join(precis.folder, 'archive', 'tags.json'), '');
  const listed = await precis.run('list', 'tags');
  expect(listed.stderr).toContain('precis: tags.json was damaged; the version before it was taken instead.');
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

test('an interrupted quotation is one passage, direct by its marks, of a speaker whose origin is known', async ({
  precis,
}) => {
  const id = await precis.importText();
  const parts = ['We saw 🚢 24 ships a day in March', 'and nine in April.'];
  const quotes = parts.flatMap((part) => ['--quote', part]);
  const roe = ['--source', 'Harbour Ministry / Press office / An official'];
  const added = await precis.answer('annotate', id, ...quotes, ...roe, '--basis', 'background');
  expect(added).toMatchObject({ selectors: [{}, {}] });
  const lee = ['--source', 'Harbour Ministry / Pilots / Bo Lee', '--manner', 'paraphrase'];
  await precis.answer('annotate', id, '--quote', 'The office gave no reason', ...lee);
  expect(await precis.answer('list', 'passages')).toMatchObject([
    { quote: parts.join(' … '), manner: 'direct', basis: 'background', origin: { name: 'Harbour Ministry' } },
    { manner: 'paraphrase', basis: null, origin: { name: 'Harbour Ministry' } },
  ]);
  expect(await precis.answer('list', 'sources')).toHaveLength(5);
});

test('a new version keeps both copies, carries the passages over, and says what is in doubt', async ({
  precis,
}) => {
  const id = await precis.importText();
  const annotate = (...words: string[]) =>
    precis.answer('annotate', id, ...words) as Promise<{ passageId: string; selectors: unknown[] }>;
  await annotate(
    '--quote',
    'The strait will close to tankers for two days',
    '--tag',
    'Strait',
    '--note',
    'look',
  );
  const interrupted = await annotate(
    ...['--quote', 'We saw 🚢 24 ships a day in March,', '--quote', 'and nine in April.'],
    ...['--manner', 'direct', '--basis', 'unnamed'],
  );
  expect(interrupted.selectors).toHaveLength(2);
  const lost = await annotate('--quote', 'The strait was closed in 2019 as well');
  const newText = `Corrected on Tuesday.\n${text.replace('24 ships a day', '25 ships each day').replace(' The strait was closed in 2019 as well.', '')}`;
  await writeFile(join(precis.folder, 'again.txt'), newText);

  const [imported] = (await precis.answer('import', 'again.txt', '--as-version-of', id)) as [{ id: string }];
  expect(imported).toMatchObject({
    status: 'imported',
    carried: { unchanged: 0, moved: 1, changed: 1, ambiguous: 0, orphaned: 1 },
  });
  expect(await precis.answer('article', id)).toMatchObject({ passages: [{}, {}, {}] });
  const listed = (await precis.answer('list', 'passages')) as { articleId: string }[];
  expect(listed.filter(({ articleId }) => articleId === imported.id)).toMatchObject([
    { state: 'anchored', tags: ['Strait'], note: 'look' },
    { state: 'changed', manner: 'direct', basis: 'unnamed', paragraph: null },
    { state: 'orphaned', carriedFrom: { articleId: id, passageId: lost.passageId } },
  ]);

  const needs = (await precis.answer('needs')) as { kind: string; candidates: { score: number }[] }[];
  expect(needs.map(({ kind }) => kind)).toEqual(['changed', 'orphaned']);
  expect(needs[0]).toMatchObject({
    articleId: imported.id,
    passage: { quote: 'We saw 🚢 24 ships a day in March, … and nine in April.', carriedFrom: { copy: 1 } },
    candidates: [{ quote: 'We saw 🚢 25 ships each day in March, … and nine in April.' }],
  });
  const score = needs[0]?.candidates[0]?.score ?? 0;
  expect([score > 0.6, score < 1]).toEqual([true, true]);
  expect(needs[1]).toMatchObject({
    passage: { quote: 'The strait was closed in 2019 as well' },
    candidates: [],
  });

  const refused = await precis.run('import', 'again.txt', '--as-version-of', 'nothing');
  expect([refused.exitCode, refused.json()]).toMatchObject([
    1,
    [{ status: 'failed', error: { code: 'not-found' } }],
  ]);
});
