import { type UnsupportedCode, unsupportedCodes } from '#domain/article/formats/unsupported-formats.ts';
import type { ErrorCode, ErrorOf } from '#domain/contract/error-words/entry.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { translatorFailures } from '#domain/contract/errors/article-errors.ts';
import { figureFailures } from '#domain/contract/memo-figure.ts';
import { type ArticleId, lockedIdSchema, type PassageId } from '#domain/ids.ts';
import { templateFailures } from '#domain/memo/form/word/house-template.ts';

const id = '0190f000-0000-7000-8000-000000000001';
const articleId = id as ArticleId;

type Samples = { readonly [C in ErrorCode]: readonly Omit<ErrorOf<C>, 'code'>[] };

const bare = [{}] as const;

/** For each code every variant with its own words. */
const samples: Samples = {
  'no-passages-to-mark': bare,
  'not-a-pdf': bare,
  'marks-forbidden': bare,
  'marks-unplaced': bare,
  'translator-failed': translatorFailures.map((why) => ({ why, name: 'Marlin' })),
  'copy-unsound': bare,
  'no-backup-folder': bare,
  'backups-needed': [{ files: ['tags.json'] }, { files: ['tags.json', 'sources.json'] }],
  'inbox-refused': (['in-archive', 'holds-archive', 'holds-backups'] as const).map((why) => ({
    folder: '/home/analyst/inbox',
    why,
  })),
  'no-text-brought': bare,
  'not-of-tool': [{ tool: 'readwise' }],
  'backup-stopped': (
    [
      'folder-missing',
      'disk-full',
      'read-only',
      'in-use',
      'newer',
      'damaged',
      'archive-gone',
      'other',
    ] as const
  ).map((why) => ({ folder: '/media/analyst/disk', why })),
  'folder-not-empty': [{ folder: '/home/analyst/new' }],
  'restore-failed': (
    ['disk-full', 'read-only', 'too-large', 'unreadable-outside', 'gone-outside', 'other'] as const
  ).map((reason) => ({ folder: '/home/analyst/new', reason })),
  'dictionary-refused': (
    [
      'no-pair',
      'not-a-dictionary',
      'damaged',
      'encoding',
      'complex-prefixes',
      'too-large',
      'took-too-long',
    ] as const
  ).map((why) => ({ file: 'de_DE.dic', why })),
  'ocr-language-refused': (
    ['no-language-name', 'comes-with-app', 'not-language-data', 'no-network', 'too-large'] as const
  ).map((why) => ({ file: 'fra.traineddata', why })),
  'zip-refused': [
    { file: 'desk.zip', why: 'path-outside', entry: '/etc/passwd' },
    { file: 'desk.zip', why: 'no-archive', entry: null },
  ],
  'helper-ended': bare,
  'archive-not-found': bare,
  'archive-locked': [true, false].map((isSameHost) => ({ host: 'desk', pid: 7, isSameHost })),
  'folder-not-an-archive': bare,
  'archive-gone': [
    { folder: '/home/analyst/desk', found: 'nothing' },
    { folder: '/home/analyst/desk', found: 'another' },
  ],
  'lock-lost': [
    { holder: null },
    { holder: { host: 'desk', pid: 7, isSameHost: true } },
    { holder: { host: 'attic', pid: 7, isSameHost: false } },
  ],
  'changed-outside': [
    { file: 'tags.json', isGone: true, collisions: [] },
    { file: 'tags.json', isGone: false, collisions: [] },
    {
      file: 'tags.json',
      isGone: false,
      collisions: [{ what: 'tag', id, field: 'name', ours: 'G7', theirs: 'G8' }],
    },
  ],
  'archive-encrypted': bare,
  'wrong-passphrase': bare,
  'key-damaged': [{ file: 'key.age' }],
  'key-foreign': [{ file: 'key.age' }],
  'conversion-interrupted': bare,
  'conversion-unproven': [
    { files: ['tags.json'] },
    { files: ['tags.json', 'tasks.json', 'a', 'b', 'c', 'd'] },
  ],
  'passphrase-too-short': [{ minCharacters: 15 }],
  'no-new-passphrase': bare,
  'no-passphrase-in-file': [{ file: '/home/analyst/secret.txt' }],
  'already-encrypted': bare,
  'not-encrypted': bare,
  'link-in-archive': [{ file: 'tags.json' }],
  'archive-newer': [{ file: 'tags.json', version: 9 }],
  'archive-damaged': [
    { file: 'tags.json', quarantinedAs: 'tags.json.corrupt-1' },
    { file: 'tags.json', quarantinedAs: null },
  ],
  'place-in-archive': [{ folder: '/home/analyst/desk' }],
  'file-exists': [{ file: 'memo.pdf' }],
  'archive-unreadable': (['no-permission', 'not-a-file', 'too-large', 'encrypted', 'other'] as const).map(
    (reason) => ({
      file: 'tags.json',
      reason,
    }),
  ),
  'text-altered': [{ articleId }],
  'original-unusable': [{ why: 'original-missing' }, { why: 'original-altered' }],
  'text-not-restored': (
    ['original-missing', 'original-altered', 'reads-otherwise', 'reading-failed', 'locked'] as const
  ).map((why) => ({ why })),
  'git-missing': bare,
  'git-failed': [{ said: 'fatal: not a valid object name' }, { said: '' }],
  'nothing-to-merge': (
    ['no-repository', 'no-merge', 'merge-of-several', 'replay', 'other-archive', 'encrypted'] as const
  ).map((why) => ({ why })),
  'merge-in-clear': [
    { side: 'theirs', files: ['tags.json'] },
    {
      side: 'ours',
      files: ['tags.json', 'sources.json', 'pad.json', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
    },
  ],
  'write-failed': (
    ['disk-full', 'read-only', 'too-large', 'unreadable-outside', 'gone-outside', 'other'] as const
  ).map((reason) => ({ file: 'tags.json', reason })),
  'not-found': [
    ...(['article', 'passage', 'tag', 'source', 'task', 'memo', 'draft', 'search'] as const).map((what) => ({
      what,
      id,
    })),
    { what: 'tag', id: 'resume', near: ['résumé', 'Resume'] },
  ],
  'id-ambiguous': [{ what: 'memo', id: '0190', matches: [id, id], count: 7 }],
  'changed-since': [{ what: 'memo', id }],
  'nothing-to-undo': bare,
  'nothing-to-repair': bare,
  'nothing-to-redo': bare,
  'invalid-input': [{ request: 'tag:change', problems: ['it is too long', 'it holds a line break'] }],
  cancelled: bare,
  'file-missing': bare,
  'file-is-folder': bare,
  'file-unreadable': bare,
  'file-empty': bare,
  'file-binary': bare,
  'file-too-large': bare,
  'encoding-uncertain': bare,
  'encoding-mismatch': bare,
  'no-text-found': bare,
  'nested-too-deep': bare,
  'too-many-elements': bare,
  ...(Object.fromEntries(unsupportedCodes.map((code) => [code, bare])) as unknown as Readonly<
    Record<UnsupportedCode, typeof bare>
  >),
  'password-needed': bare,
  'file-locked': [{ lockedId: lockedIdSchema.parse(id), fileName: 'report.pdf' }],
  'password-wrong': bare,
  'document-locked': bare,
  'document-damaged': bare,
  'document-unsafe': bare,
  'pages-are-pictures': bare,
  'little-text': bare,
  'ocr-language-unusable': bare,
  'importer-crashed': bare,
  'importer-timeout': bare,
  'importer-out-of-memory': bare,
  'already-here': [{ articleId: id }],
  'clipboard-empty': bare,
  'reads-the-same': bare,
  'quote-not-found': bare,
  'quote-ambiguous': [{ matches: 3 }],
  'range-not-on-grapheme': bare,
  'cut-outside-passage': bare,
  'passage-not-in-text': bare,
  'name-taken': [{ name: 'G7' }],
  'would-be-cycle': bare,
  'labels-full': bare,
  'label-retired': [{ name: 'Rumour' }],
  'last-label': bare,
  'event-full': bare,
  'board-full': [
    { of: 'evidence', most: 500 },
    { of: 'hypotheses', most: 12 },
  ],
  'related-to-itself': bare,
  'already-related': bare,
  'not-confirmed': bare,
  'grade-rests-on-link': [{ passageId: id as PassageId }],
  'memo-is-sent': [{ referenceNumber: 'PM-2024-017' }],
  'memo-not-sent': [{ referenceNumber: 'PM-2024-017' }],
  'no-manifest': [{ file: 'memo.pdf' }],
  'form-unreadable': [
    { file: 'sitrep.json', problems: [{ line: 7, message: 'sections 2 heading: is empty' }] },
    { file: 'sitrep.json', problems: [{ line: null, message: 'The file is too large for a form.' }] },
  ],
  'figure-unusable': figureFailures.map((why) => ({ file: 'chart.png', why })),
  'figures-unprintable': [
    { missing: [2], undescribed: [] },
    { missing: [], undescribed: [1, 3] },
    { missing: [2], undescribed: [3] },
  ],
  'citation-style-unusable': [
    { style: 'house.csl', reason: 'Line 12: It has a document type, which is not taken.' },
  ],
  'template-unusable': templateFailures.map((why) => ({ file: 'house.dotx', why })),
  'picture-unusable': (['too-large', 'no-picture'] as const).map((why) => ({ file: 'crest.png', why })),
  'foreign-file': [{ file: 'memo.pdf' }],
  'evidence-changed': [{ count: 1 }, { count: 2 }],
  misquoted: [{ count: 1 }, { count: 2 }],
  'references-missing': [{ count: 1 }, { count: 2 }],
  'judgements-contradicted': [{ count: 1 }, { count: 2 }],
  'marking-below-evidence': [{ needed: 'TLP:AMBER' }],
  'annex-too-large': [{ search: 'Dual use', found: 812, most: 500 }],
  'missing-glyphs': [{ glyphs: [{ character: '😀', codePoint: 'U+1F600', place: 'title' }] }],
  'search-unavailable': [{}],
  'pdf-failed': [{ diagnostics: ['line 3: unknown font'] }],
  'print-failed': (['no-printer', 'refused'] as const).map((reason) => ({ reason })),
  internal: [{ reference: 'a0ede18e' }],
};

/** Every possible failure, in each of its variants. */
export const everyError: readonly AppError[] = Object.entries(samples).flatMap(([code, variants]) =>
  // The table pairs each code with its own fields.
  variants.map((fields) => ({ ...fields, code }) as AppError),
);
