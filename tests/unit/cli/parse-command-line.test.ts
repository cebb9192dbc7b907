import { describe, expect, it } from 'vitest';
import { usualParts } from '#domain/memo/export/export-parts.ts';
import { askForHelp, formatOf, readWords } from '#electron/cli/arguments/parse-command-line.ts';
import { findCommand, loadCommands } from '#electron/cli/commands/command-table.ts';

const commands = await loadCommands();
const parseCommandLine = (words: readonly string[], usualArchive: string | null = null) => {
  const name = findCommand(words);
  return readWords(
    words,
    commands.find((command) => command.name === name),
    usualArchive,
  );
};

/** The command that was read, or what is wrong with the words. */
const read = (...words: string[]) => {
  const line = parseCommandLine([...words, '--archive', 'desk']);
  if (!line.ok) return line.error.sentence;
  return { name: line.value.command.name, ...line.value.input };
};
const id = '0190a2c0-0000-7000-8000-000000000001';

describe('reading a command line', () => {
  it('reads the archive, and whether the answer is JSON', () => {
    expect(parseCommandLine(['list', 'tags', '--archive=desk'])).toMatchObject({
      value: { archive: 'desk', format: 'plain' },
    });
    expect(parseCommandLine(['list', '--json', 'tags', '--archive', 'desk'])).toMatchObject({
      value: { archive: 'desk', format: 'json', command: { name: 'list' }, input: { what: 'tags' } },
    });
  });

  it('reads the usual archive where none is named', () => {
    expect(parseCommandLine(['list', 'tags'], 'desk')).toMatchObject({ value: { archive: 'desk' } });
    expect(parseCommandLine(['list', 'tags', '--archive', 'attic'], 'desk')).toMatchObject({
      value: { archive: 'attic' },
    });
    expect(parseCommandLine(['list', 'tags'])).toMatchObject({
      error: { sentence: '--archive DIR is needed: name the archive, or set PRECIS_ARCHIVE.' },
    });
    expect(parseCommandLine(['unpack-archive', 'a.zip', '--to', 'new'], 'desk')).toMatchObject({
      value: { archive: '' },
    });
  });

  it('proposes the command or option that is meant', () => {
    const says = (...words: string[]) => {
      const line = parseCommandLine(words, 'desk');
      return line.ok ? null : line.error.sentence;
    };
    expect(says('lst', 'articles')).toBe('There is no command "lst". Did you mean "list"?');
    expect(says('serach', 'x')).toBe('There is no command "serach". Did you mean "search"?');
    expect(says('exp', 'x')).toBe('There is no command "exp". Did you mean "export"?');
    expect(says('mmeo', 'new')).toBe('There is no command "mmeo". Did you mean "memo new"?');
    expect(says('memo', 'nwe')).toBe(
      '"memo" must be followed by "new", "sources", "review start", "review add", "review list", "review close", "review sheet", "send", "update", "snapshots" or "diff". Did you mean "memo new"?',
    );
    expect(says('frobnicate')).toBe('There is no command "frobnicate".');
    expect(says('list', 'tags', '--jsno')).toBe(`Unknown option '--jsno'. Did you mean "--json"?`);
    expect(says('export', id, '--to', 'a.pdf', '--anex')).toBe(
      `Unknown option '--anex'. Did you mean "--annex"?`,
    );
    expect(says('list', 'articels')).toBe(
      'what follows the command must be one of articles, passages, tags, labels, sources, tasks, events, memos, boards. Did you mean "articles"?',
    );
    expect(says('memo', 'update', id, '--kind', 'corection')).toBe(
      '--kind must be update, correction or withdrawal. Did you mean "correction"?',
    );
    expect(says('list', 'tags', '--loud')).toBe("Unknown option '--loud'.");
  });

  it('knows how an answer is asked for, by words that are wrong too', () => {
    expect(formatOf(['lst', '--json'])).toBe('json');
    expect(formatOf(['list', 'tags', '--ndjson'])).toBe('ndjson');
    expect(formatOf(['search', '--', '--json'])).toBe('plain');
  });

  it('takes a request for help wherever it stands', () => {
    expect(askForHelp(['memo', 'new', '--help'])).toEqual(['help', 'memo', 'new']);
    expect(askForHelp(['-h'])).toEqual(['help']);
    expect(askForHelp(['memo', '--help'])).toEqual(['help', 'memo']);
    expect(askForHelp(['memo', 'review', '-h'])).toEqual(['help', 'memo', 'review']);
    expect(askForHelp(['memo', 'reveiw', '-h'])).toEqual(['help', 'memo']);
    expect(askForHelp(['nomemo', '-h'])).toEqual(['help']);
    expect(askForHelp(['search', '--', '--help'])).toEqual(['search', '--', '--help']);
  });

  it('reads whether the lock of another machine is overruled', () => {
    expect(parseCommandLine(['list', 'tags', '--archive=desk'])).toMatchObject({
      value: { forcesLock: false },
    });
    expect(parseCommandLine(['list', 'tags', '--archive=desk', '--force-lock'])).toMatchObject({
      value: { forcesLock: true },
    });
  });

  it('reads the commands on a text that was changed', () => {
    expect(read('restore-text', id)).toEqual({ name: 'restore-text', id });
    expect(read('accept-text', id, '--because', 'Known.')).toEqual({
      name: 'accept-text',
      id,
      because: 'Known.',
    });
    expect(read('accept-text', id)).toBe('--because is needed.');
  });

  it('reads what of a backup is restored', () => {
    const restore = (...words: string[]) =>
      parseCommandLine(['restore', '--from', 'disk', '--to', 'new', ...words]);
    expect(restore('--pad')).toMatchObject({ ok: true, value: { input: { pad: true } } });
    expect(restore('--pad', '--memo', id)).toMatchObject({
      error: { sentence: 'the command takes one of --article, --memo, --pad.' },
    });
  });

  it('reads the memo whose checks are asked for', () => {
    expect(read('lint', id)).toEqual({ name: 'lint', id });
    expect(read('lint')).toBe('what follows the command must be one MEMO.');
  });

  it('says in plain words which values there are, and what a value lacks', () => {
    expect(read('export', id, '--to', '-')).toBe('--to - needs --format, because no file name ends in one.');
    expect(read('export', id, '--to', '-', '--format', 'md')).toMatchObject({ to: '-', format: 'md' });
    expect(read('export', id, '--to', 'a.pdf', '--paper', 'a5')).toBe('--paper must be a4 or letter.');
    expect(read('memo', 'update', id, '--kind', 'x')).toBe(
      '--kind must be update, correction or withdrawal.',
    );
    expect(read('memo', 'send', id, '--to', '')).toBe('--to is empty.');
    expect(read('memo', 'send', id, '--to', 'Desk', '--on', '2026-02-30')).toBe(
      '--on must be a real day, as in 2026-11-27.',
    );
    expect(read('export', id, '--to', 'a.pdf', '--copy', 'x'.repeat(41))).toBe(
      '--copy is too long: the limit is 40 characters.',
    );
    expect(read('annotate', id, '--quote', 'x', '--credibility', '9')).toBe('--credibility must be 1 to 6.');
  });

  it('reads the files of an import in their order', () => {
    expect(read('import', 'b.txt', 'a b.html')).toEqual({
      name: 'import',
      files: ['b.txt', 'a b.html'],
      pipedName: null,
      asVersionOf: null,
      asNewVersions: false,
      encoding: null,
      passwordFile: null,
      hasAttachments: false,
      takesMarks: false,
      hasOcr: false,
      ocrLanguage: null,
    });
    expect(read('import', '-', '--name', 'a.html')).toMatchObject({ files: ['-'], pipedName: 'a.html' });
    expect(read('import', 'b.txt', '--name', 'a.html')).toBe('--name names the piped input, so it needs -.');
    expect(read('import', '-', '-')).toBe('what follows the command can contain - only once.');
    expect(read('import', 'b.txt', '--encoding', 'KOI8-R')).toMatchObject({ encoding: 'koi8-r' });
    expect(read('import', 'b.pdf', '--ocr')).toMatchObject({ hasOcr: true, ocrLanguage: null });
    expect(read('import', 'b.pdf', '--ocr-language', 'deu')).toMatchObject({
      hasOcr: true,
      ocrLanguage: 'deu',
    });
  });

  it('reads an article with and without its text', () => {
    expect(read('article', id)).toEqual({ name: 'article', id, hasText: false });
    expect(read('article', id, '--text')).toEqual({ name: 'article', id, hasText: true });
  });

  it('reads a passage with the least that can be said of it', () => {
    expect(read('annotate', id, '--quote', ' some words ')).toEqual({
      name: 'annotate',
      id,
      quotes: [{ exact: ' some words ', prefix: '', suffix: '' }],
      label: 'claim',
      tags: [],
      source: null,
      concerned: [],
      reliability: null,
      credibility: null,
      because: null,
      manner: null,
      basis: null,
      note: null,
      task: null,
    });
  });

  it('reads a passage with all that can be said of it', () => {
    const words =
      'annotate|ID|--quote|words|--prefix|the|--suffix|.|--label|data|--tag|China/dual use|--tag|Trade|--source|An official|--reliability|B|--credibility|3|--manner|paraphrase|--basis|unnamed|--note|look|--task|Ask|--due|2024-04-26';
    expect(read(...words.replace('ID', id).split('|'))).toEqual({
      name: 'annotate',
      id,
      quotes: [{ exact: 'words', prefix: 'the', suffix: '.' }],
      label: 'data',
      tags: [['China', 'dual use'], ['Trade']],
      source: { above: [], name: 'An official' },
      concerned: [],
      reliability: 'B',
      credibility: 3,
      because: null,
      manner: 'paraphrase',
      basis: 'unnamed',
      note: 'look',
      task: { title: 'Ask', due: '2024-04-26' },
    });
  });

  it('reads the parts of an interrupted quotation, each with its own context', () => {
    const words = ['--quote', 'one', '--prefix', 'before', '--quote', 'two', '--suffix', 'after'];
    expect(read('annotate', id, ...words)).toMatchObject({
      quotes: [
        { exact: 'one', prefix: 'before', suffix: 'after' },
        { exact: 'two', prefix: '', suffix: '' },
      ],
    });
  });

  it('reads a speaker with what he stands below', () => {
    expect(read('annotate', id, '--quote', 'x', '--source', 'Ministry / Port office / Roe')).toMatchObject({
      source: {
        above: [
          { name: 'Ministry', kind: 'organisation' },
          { name: 'Port office', kind: 'body' },
        ],
        name: 'Roe',
      },
    });
  });

  it('parts tags and sources alike, and keeps an escaped slash', () => {
    const words = [
      'annotate',
      id,
      '--quote',
      'x',
      '--tag',
      'Media / TCP\\/IP',
      '--source',
      'Union/Press desk',
    ];
    expect(read(...words)).toMatchObject({
      tags: [['Media', 'TCP/IP']],
      source: { above: [{ name: 'Union', kind: 'organisation' }], name: 'Press desk' },
    });
  });

  it('reads a relation of two passages, and that it is taken back', () => {
    const said = {
      name: 'relate',
      passage: 'x',
      type: 'supersedes',
      other: 'y',
      isRemoved: false,
      unconfirms: false,
    };
    expect(read('relate', 'x', 'supersedes', 'y')).toEqual(said);
    expect(read('relate', 'x', 'supersedes', 'y', '--remove')).toEqual({ ...said, isRemoved: true });
  });

  it('reads a new version, and what waits', () => {
    expect(read('import', 'a.txt', '--as-version-of', id)).toEqual({
      name: 'import',
      files: ['a.txt'],
      pipedName: null,
      asVersionOf: id,
      asNewVersions: false,
      encoding: null,
      passwordFile: null,
      hasAttachments: false,
      takesMarks: false,
      hasOcr: false,
      ocrLanguage: null,
    });
    expect(read('import', 'a', 'b', '--as-new-versions')).toMatchObject({ asNewVersions: true });
    expect(read('import', 'a', '--as-new-versions', '--ocr')).toBe(
      '--as-new-versions can’t be combined with --as-version-of, --encoding, --password-file, --ocr-language and --ocr.',
    );
    expect(read('needs')).toEqual({ name: 'needs' });
  });

  it('reads what a memo is made from, and how it is marked', () => {
    expect(read('memo', 'new', '--title', 'Visit', '--marking', 'TLP:AMBER+STRICT', '--article', id)).toEqual(
      {
        name: 'memo new',
        title: 'Visit',
        template: 'bluf',
        marking: { kind: 'tlp', label: 'TLP:AMBER+STRICT' },
        from: { kind: 'article', id },
      },
    );
    expect(
      read('memo', 'new', '--title', 'Visit', '--marking', 'In confidence', '--tag', 'A/B'),
    ).toMatchObject({
      marking: { kind: 'banner', text: 'In confidence' },
      from: { kind: 'tag', path: ['A', 'B'] },
    });
    expect(read('memo', 'new', '--title', 'Visit', '--passages', 'x,y')).toMatchObject({
      marking: null,
      from: { kind: 'passages', ids: ['x', 'y'] },
    });
  });

  // Whether annex, key and mark of the state are there is the form's to say.
  const {
    annex: _,
    annexSearch: _a,
    contents: _c,
    key: _k,
    stateMark: _s,
    metadata: _m,
    ...unsaid
  } = usualParts;

  it('reads where an export goes', () => {
    expect(read('export', id, '--to', 'out.pdf')).toEqual({
      name: 'export',
      id,
      to: 'out.pdf',
      format: 'pdf',
      options: { paper: 'a4', standard: 'ua-1', glyphs: 'refuse' },
      parts: unsaid,
    });
    expect(read('export', id, '--to', 'a/B.HTML', '--hashes', '--allow-missing-glyphs')).toMatchObject({
      format: 'html',
      parts: { ...unsaid, hashes: true },
      options: { glyphs: 'code-point' },
    });
    expect(read('export', id, '--to', 'out.pdf', '--paper', 'letter')).toMatchObject({
      options: { paper: 'letter' },
    });
    expect(read('export', id, '--to', 'out.pdf', '--pdf-standard', 'a-2b')).toMatchObject({
      options: { standard: 'a-2b' },
    });
  });

  it('reads what goes into an export', () => {
    const parts = (...options: string[]) => {
      const line = read('export', id, '--to', 'out.pdf', ...options);
      return typeof line === 'object' && 'parts' in line ? line.parts : line;
    };
    expect(parts()).toEqual(unsaid);
    expect(parts('--no-annex')).toEqual({ ...unsaid, annex: false });
    expect(parts('--no-annex', '--notes')).toMatch(/takes --no-annex, or/u);
    expect(parts('--no-annex', '--annex-search', 'Port')).toMatch(/takes --no-annex, or/u);
    expect(parts('--annex-search', 'Port')).toEqual({ ...unsaid, annex: true });
    expect(parts('--draft')).toEqual({ ...unsaid, stateMark: 'draft' });
    expect(parts('--final', '--annex')).toEqual({ ...unsaid, stateMark: 'none', annex: true });
    expect(parts('--notes')).toEqual({ ...unsaid, annex: true, notes: true });
    expect(parts('--key', 'cover', '--contents', 'always', '--portion-marks', '--line-numbers')).toEqual({
      ...unsaid,
      key: 'cover',
      contents: 'always',
      portionMarks: true,
      lineNumbers: true,
    });
    expect(parts('--distribution', 'Director', '--distribution', 'Desk', '--copy', '3 of 12')).toEqual({
      ...unsaid,
      distribution: ['Director', 'Desk'],
      copyNumber: '3 of 12',
    });
    expect(parts('--no-author', '--no-tasks', '--no-metadata')).toEqual({
      ...unsaid,
      author: false,
      tasks: false,
      metadata: false,
    });
    expect(parts('--draft', '--final')).toBe('the command takes --draft or --final, not both.');
    expect(parts('--key', 'long')).toMatch(/^--key /u);
  });

  it.each<[RegExp, string[]]>([
    [/^There is no command "sing"\.$/, ['sing']],
    [/no command "constructor"/, ['constructor']],
    [/must name a FILE/, ['import']],
    [/must be one ID/, ['article']],
    [/must be one ID/, ['article', id, id]],
    [
      /^Unknown option '-m'; put words that begin with a dash after --\.$/,
      ['search', '-ministry strait', '--archive', 'desk'],
    ],
    [/^Unknown option '--loud'\.$/, ['article', id, '--loud']],
    [/--quote is needed/, ['annotate', id]],
    [/--quote is empty/, ['annotate', id, '--quote', ' ']],
    [/--prefix belongs to a quote/, ['annotate', id, '--quote', 'x', '--prefix', 'a', '--prefix', 'b']],
    [/--source is neither a name/, ['annotate', id, '--quote', 'x', '--source', '/Roe']],
    [/--source is neither a name/, ['annotate', id, '--quote', 'x', '--source', 'Ministry / ']],
    [/--manner/, ['annotate', id, '--quote', 'x', '--manner', 'shouted']],
    [/--as-version-of needs exactly one FILE/, ['import', 'a', 'b', '--as-version-of', id]],
    [/--encoding is not a known encoding/, ['import', 'a', '--encoding', 'klingon']],
    [/must be empty/, ['needs', 'more']],
    [/must be PASSAGE supports\|/, ['relate', 'x', 'supports']],
    [/must be PASSAGE supports\|/, ['relate', 'x', 'praises', 'y']],
    [/--label/, ['annotate', id, '--quote', 'x', '--label', ' ']],
    [/--tag/, ['annotate', id, '--quote', 'x', '--tag', 'A//B']],
    [/--credibility/, ['annotate', id, '--quote', 'x', '--credibility', '7']],
    [/--reliability/, ['annotate', id, '--quote', 'x', '--source', 'S', '--reliability', 'b']],
    [/--reliability is the letter of a source/, ['annotate', id, '--quote', 'x', '--reliability', 'B']],
    [/--due is the day of a task/, ['annotate', id, '--quote', 'x', '--due', '2024-04-26']],
    [/--due/, ['annotate', id, '--quote', 'x', '--task', 'T', '--due', '2024-02-30']],
    [/one of articles, passages/, ['list']],
    [/one of articles, passages/, ['list', 'everything']],
    [/must be followed by "new"/, ['memo', 'old', '--title', 'T', '--article', id]],
    [/--title is needed/, ['memo', 'new', '--article', id]],
    [/needs one of --article, --tag, --search, --passages, --name, --empty/, ['memo', 'new', '--title', 'T']],
    [/needs one of/, ['memo', 'new', '--title', 'T', '--article', id, '--tag', 'A']],
    [/--marking/, ['memo', 'new', '--title', 'T', '--article', id, '--marking', 'TLP:WHITE']],
    [/--to is needed/, ['memo', 'send', id]],
    [/--on/, ['memo', 'send', id, '--to', 'A', '--on', 'today']],
    [/--kind/, ['memo', 'update', id, '--kind', 'reply']],
    [/must be two of MEMO or SNAPSHOT/, ['memo', 'diff', id]],
    [/must be one FILE/, ['verify']],
    [/--to is needed/, ['export', id]],
    [/--paper/, ['export', id, '--to', 'x.pdf', '--paper', 'a3']],
    [/--to must end in one of \.pdf, /, ['export', id, '--to', 'x.rtf']],
    [/--to must end in one of \.pdf, /, ['export', id, '--to', 'pdf']],
  ])('says what is wrong: %s', (wrong, words) => {
    expect(read(...words)).toMatch(wrong);
  });

  it.each([[[]], [['list', 'tags']], [['list', 'tags', '--archive', '']]])(
    'needs a command and an archive: %j',
    (words) => {
      expect(parseCommandLine(words)).toMatchObject({
        ok: false,
        error: { sentence: expect.stringMatching(/needed/) },
      });
    },
  );
});
