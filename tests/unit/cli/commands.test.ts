import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleIdSchema, passageIdSchema } from '#domain/ids.ts';
import { loadCommands } from '#electron/cli/commands/command-table.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { straitText as text } from '../../support/app/run-cli.ts';
import { newBoardId, newEvidenceId, newHypothesisId } from '../../support/archive/sample-ids.ts';
import { succeed } from '../../support/workbench/results.ts';
import { openTerminal, type Terminal } from '../../support/workbench/run-at-terminal.ts';

// What the commands do, over the real use cases and a real archive; tests/e2e/cli.spec.ts holds that the built app does
// it.

let precis: Terminal;
beforeEach(async () => {
  precis = await openTerminal();
});
afterEach(() => precis.close());

test('a text becomes an article, whose canonical text and its hash are told', async () => {
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

test('what a page says of itself is found', async () => {
  const page = `<!doctype html><html lang="en-GB"><head><title>Strait closed | Dispatch</title>
    <meta property="og:title" content="Strait closed"><meta property="og:site_name" content="The Dispatch">
    <meta name="author" content="Ada Quill"><meta property="article:published_time" content="2024-04-22T09:00:00+02:00">
    <link rel="canonical" href="https://dispatch.example/strait"></head>
    <body><article><h1>Strait closed</h1>${text
      .split('\n')
      .map((line) => `<p>${line}</p>`)
      .join('')}
    <script>document.title = 'changed'</script></article></body></html>`;
  await precis.write('strait.html', page);
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

test('each file that cannot be imported fails by its own code, and the others do not', async () => {
  await precis.write('strait.txt', text);
  await precis.write('empty.txt', '');
  await precis.write('binary.txt', new Uint8Array([0, 1, 2, 255, 0, 128, 7, 0]));
  await mkdir(join(precis.folder, 'sub'));
  const files = ['empty.txt', 'strait.txt', 'binary.txt', 'nowhere.txt', 'sub'];
  const result = succeed(await precis.run('import', ...files));
  expect(result.hasFailed).toBe(true);
  const outcomes = result.json as {
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

test('a passage is told in code points and keeps all that is said of it', async () => {
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
  expect(await precis.answer('list', 'labels')).toEqual(
    expect.arrayContaining([
      {
        id: 'claim',
        name: 'Claim',
        key: '1',
        useWhen: 'someone asserts it',
        look: 'Amber, solid',
        search: 'claim',
        retiredAt: null,
      },
      expect.objectContaining({ id: 'data', key: '2' }),
    ]),
  );
  expect(await precis.answer('list', 'boards')).toEqual([]);
  expect(await precis.answer('list', 'sources')).toMatchObject([{ name: 'Harbour office', passages: 1 }]);
  expect(await precis.answer('list', 'tasks')).toMatchObject([{ id: expect.any(String), quote }]);
});

test('a relation is said from one passage, listed at both, and taken back', async () => {
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
  const { plain } = succeed(await precis.run('list', 'passages'));
  expect(plain.split('\n').find((line) => line.startsWith(office))).toBe(
    `${office}  claim  Harbour office  #Strait  anchored  “The office gave no reason”  is supported by ${pilot}`,
  );
  // Said by the one, taken back from the other: what contradicts is contradicted.
  expect(await precis.answer('relate', same, 'contradicts', pilot, '--remove')).toMatchObject({
    isRelated: false,
  });
  expect(await relationsOf(same)).toEqual([]);
  expect(await precis.errorCode('relate', office, 'supports', pilot, '--remove')).toBe('not-found');
});

test('a letter that is given to a source stands in its history', async () => {
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

test("a quote whose white space differs is found, and the article's own text is kept", async () => {
  const id = await precis.importText();
  await precis.answer('annotate', id, '--quote', 'harbour\noffice said. “We  saw');
  expect(await precis.answer('article', id)).toMatchObject({
    passages: [{ quote: 'harbour office said.\n“We saw' }],
  });
});

test('a quote that is not there, or more than once, makes no passage, no tag and no source', async () => {
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

test('what is named and is not there is said so', async () => {
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

test('an interrupted quotation is one passage, direct by its marks, of a speaker whose origin is known', async () => {
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

test('a new version keeps both copies, carries the passages over, and says what is in doubt', async () => {
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
  await precis.write('again.txt', newText);

  const [imported] = (await precis.answer('import', 'again.txt', '--as-version-of', id)) as [{ id: string }];
  expect(imported).toMatchObject({
    status: 'imported',
    carried: { unchanged: 0, nextToChange: 1, moved: 0, changed: 1, ambiguous: 0, orphaned: 1 },
  });
  expect(await precis.answer('article', id)).toMatchObject({ passages: [{}, {}, {}] });
  const listed = (await precis.answer('list', 'passages')) as { articleId: string }[];
  expect(listed.filter(({ articleId }) => articleId === imported.id)).toMatchObject([
    { state: 'nextToChange', tags: ['Strait'], note: 'look' },
    { state: 'changed', manner: 'direct', basis: 'unnamed', paragraph: null },
    { state: 'orphaned', carriedFrom: { articleId: id, passageId: lost.passageId } },
  ]);

  const items = (await precis.answer('needs')) as { kind: string; candidates: { score: number }[] }[];
  expect(items.map(({ kind }) => kind)).toEqual(['nextToChange', 'changed', 'orphaned']);
  expect(items[1]).toMatchObject({
    articleId: imported.id,
    passage: { quote: 'We saw 🚢 24 ships a day in March, … and nine in April.', carriedFrom: { copy: 1 } },
    candidates: [{ quote: 'We saw 🚢 25 ships each day in March, … and nine in April.' }],
  });
  const score = items[1]?.candidates[0]?.score ?? 0;
  expect([score > 0.6, score < 1]).toEqual([true, true]);
  expect(items[2]).toMatchObject({
    passage: { quote: 'The strait was closed in 2019 as well' },
    candidates: [],
  });

  const refused = succeed(await precis.run('import', 'again.txt', '--as-version-of', 'nothing'));
  expect(refused).toMatchObject({
    hasFailed: true,
    json: [{ status: 'failed', error: { code: 'not-found' } }],
  });
});

test('a memo is made from the passages of a tag, and listed', async () => {
  const id = await precis.importText();
  const tagged = ['--tag', 'Straits/Hormuz', '--credibility', '2'];
  await precis.answer('annotate', id, '--quote', 'nine in April', ...tagged);
  const memo = ['memo', 'new', '--title', 'What the closure means'];
  const { memoId } = (await precis.answer(...memo, '--marking', 'TLP:AMBER', '--tag', 'Straits')) as {
    memoId: string;
  };
  expect(await precis.answer('list', 'memos')).toMatchObject([
    { id: memoId, title: 'What the closure means', marking: 'TLP:AMBER', citations: 1 },
  ]);
});

test('events are written to a file by its ending: all, or those that a search finds', async () => {
  const id = await precis.importText();
  await precis.answer('annotate', id, '--quote', 'nine in April');
  const [passage] = (await precis.answer('list', 'passages')) as [{ readonly id: string }];
  await precis.answer('event', 'add', passage.id, '--date', '2024-04', '--title', 'Nine passed');
  await precis.answer('event', 'add', passage.id, '--date', '19 May 2024', '--title', 'Strait closed');
  const written = async (file: string, ...words: readonly string[]) => {
    const answer = await precis.answer('export-events', '--to', file, ...words);
    return { answer, text: await readFile(join(precis.folder, file), 'utf8') };
  };
  const table = await written('events.csv');
  expect(table.answer).toMatchObject({ events: 2, leftOut: 0 });
  expect(table.text).toMatch(/Nine passed[\s\S]*Strait closed/u);
  const may = await written('may.json', 'when:2024-05');
  expect(may.answer).toMatchObject({ events: 1 });
  expect(may.text).not.toContain('Nine passed');
  // A calendar holds what has a day.
  expect((await written('events.ics')).text).toContain('SUMMARY:Strait closed');
  expect(await written('none.csv', 'when:1999')).toMatchObject({ answer: { events: 0 } });
});

test('a board is written to a file by its ending, under a beginning of its id', async () => {
  const articleId = articleIdSchema.parse(await precis.importText());
  await precis.answer('annotate', articleId, '--quote', 'nine in April');
  const [passage] = (await precis.answer('list', 'passages')) as [{ readonly id: string }];
  const handlers = createHandlers(precis.bench.deps);
  const [boardId, hypothesisId, evidenceId] = [newBoardId(), newHypothesisId(), newEvidenceId()];
  const hypotheses = [{ hypothesisId, words: 'It opens' }];
  succeed(await handlers['board:add']({ boardId, question: 'What next?', hypotheses, memoId: null }));
  const evidence = [{ evidenceId, articleId, passageId: passageIdSchema.parse(passage.id) }];
  succeed(await handlers['board:add-evidence']({ boardId, evidence }));
  succeed(await handlers['board:fill-cell']({ boardId, evidenceId, hypothesisId, expected: 5 }));
  const written = await precis.answer('export-board', boardId.slice(0, -1), '--to', 'board.csv');
  expect(written).toMatchObject({ rows: 1, file: join(precis.folder, 'board.csv') });
  const csv = await readFile(join(precis.folder, 'board.csv'), 'utf8');
  expect(csv).toMatch(/What next\?[\s\S]*nine in April[\s\S]*very expected/u);
  expect(await precis.errorCode('export-board', 'ffff', '--to', 'board.docx')).toBe('not-found');
});

test('the answer for a person is lines', async () => {
  const id = await precis.importText();
  const { plain } = succeed(await precis.run('list', 'articles'));
  expect(plain).toMatch(new RegExp(`^${id}  The strait will close`, 'u'));
});

test('no command makes an archive by the way', async () => {
  const making = (await loadCommands()).filter(
    (command) => 'createsArchive' in command && command.createsArchive === true,
  );
  expect(making.map(({ name }) => name)).toEqual(['import', 'import-from']);
});
