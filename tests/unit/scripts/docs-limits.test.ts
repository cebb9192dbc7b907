// Limits and defaults that the pages name, against the code that has them.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileKinds } from '#domain/archive/content/json-schema.ts';
import { MIN_PASSPHRASE_CHARACTERS } from '#domain/archive/passphrase.ts';
import { TRASH_DAYS } from '#domain/archive/trash-days.ts';
import { MAX_OFFERED } from '#domain/article/attachment.ts';
import { maxBytesOf } from '#domain/article/formats/article-formats.ts';
import { MOST_BYTES_OF_NAME } from '#domain/backup/archive-path.ts';
import { SHARES } from '#domain/backup/backup-list.ts';
import { terms } from '#domain/backup/rotation.ts';
import { MAX_KEPT_WORDS } from '#domain/board/board.ts';
import { MAX_CHOSEN_PICTURE_BYTES } from '#domain/contract/inputs.ts';
import { defaultSettings } from '#domain/contract/settings.ts';
import { EVENT_FILE_BYTES } from '#domain/event/event-files.ts';
import { MAX_STYLE_BYTES } from '#domain/memo/form/citation-style.ts';
import { MAX_LOGO_BYTES, MAX_LOGO_PIXELS } from '#domain/memo/form/logo.ts';
import { MAX_TEMPLATE_BYTES } from '#domain/memo/form/word/house-template.ts';
import { MAX_DESCRIPTION } from '#domain/passage/passage.ts';
import { MAX_PICTURE_BYTES, MAX_PICTURE_SIDE } from '#domain/picture/stored-picture.ts';
import { MAX_CODEBOOK_ALIASES } from '#domain/tag/codebook-entry.ts';
import {
  JUDGED_FROM_BYTES,
  MOST_BYTES,
  MOST_BYTES_OF_ONE,
  MOST_ENTRIES,
} from '#electron/backup/check-entries.ts';
import { MOST_PASSAGES } from '#electron/handlers/memo/prepare-memo.ts';
import { KEPT_STEPS } from '#electron/storage/act/undo-stack.ts';
import { BLOCK_SIZE, WORK_FACTOR } from '#electron/storage/encryption/age/scrypt.ts';
import { sizeLimits } from '#electron/storage/file/read/size-limits.ts';
import { MAX_COLUMNS, MAX_ROWS } from '#renderer/importer/markup/article-of-sheets.ts';
import { pictureLimits } from '#renderer/importer/picture/keep-pictures.ts';
import { MAX_SHEETS } from '#renderer/importer/picture/pdf-of-picture.ts';
import { inProject } from '../../../scripts/run/paths.mjs';

const textOf = (page: string): string =>
  readFileSync(inProject('docs', page), 'utf8').replaceAll(/\s+/gu, ' ');
const MIB = 1024 ** 2;
/** 128 · r · N bytes (RFC 7914, 2). */
const SCRYPT_MIB = (128 * BLOCK_SIZE * 2 ** WORK_FACTOR) / MIB;

/** Numbers of a page, in their order, and those of the code. */
const held: readonly (readonly [page: string, pattern: RegExp, values: readonly number[]])[] = [
  ['reference.md', /saved web pages \| [^|]*\| ([\d,]+) MB/u, [maxBytesOf('html') / MIB]],
  ['reference.md', /transcripts with time codes \| [^|]*\| ([\d,]+) MB/u, [maxBytesOf('transcript') / MIB]],
  ['reference.md', /feeds: RSS, Atom [^|]*\| [^|]*\| ([\d,]+) MB/u, [maxBytesOf('feed') / MIB]],
  ['reference.md', /texts in TEI \| [^|]*\| ([\d,]+) MB/u, [maxBytesOf('tei') / MIB]],
  ['reference.md', /pictures of text \| [^|]*\| ([\d,]+) MB/u, [maxBytesOf('picture') / MIB]],
  ['reference.md', /each page of a TIFF is one; the first ([\d,]+) are/u, [MAX_SHEETS]],
  ['reference.md', /\| PDF \| [^|]*\| ([\d,]+) MB/u, [maxBytesOf('pdf') / MIB]],
  ['reference.md', /\| documents \| [^|]*\| ([\d,]+) MB/u, [maxBytesOf('docx') / MIB]],
  ['reference.md', /\| slides \| [^|]*\| ([\d,]+) MB/u, [maxBytesOf('pptx') / MIB]],
  ['reference.md', /\| sheets \| [^|]*\| ([\d,]+) MB/u, [maxBytesOf('xlsx') / MIB]],
  ['reference.md', /\| mail \| [^|]*\| ([\d,]+) MB/u, [maxBytesOf('eml') / MIB]],
  ['reference.md', /\| web pages in one file \| [^|]*\| ([\d,]+) MB/u, [maxBytesOf('mhtml') / MIB]],
  ['reference.md', /`\.wacz` \| ([\d,]+) MB/u, [maxBytesOf('wacz') / MIB]],
  ['reference.md', /the first ([\d,]+) rows and ([\d,]+) columns/u, [MAX_ROWS, MAX_COLUMNS]],
  ['reference.md', /At most ([\d,]+) attachments are offered/u, [MAX_OFFERED]],
  ['reference.md', /Up to ([\d,]+) pictures of one text/u, [pictureLimits.pictures]],
  ['archive-format.md', /file would exceed ([\d,]+) KiB of records/u, [EVENT_FILE_BYTES / 1024]],
  ['archive-format.md', /keeps its `words` \(up to ([\d,]+) characters/u, [MAX_KEPT_WORDS]],
  ['user-guide.md', /The last ([\d,]+) acts of a session/u, [KEPT_STEPS]],
  ['reference.md', /GIF or SVG of at most ([\d,]+) MB/u, [MAX_CHOSEN_PICTURE_BYTES / MIB]],
  ['reference.md', /as pixels, at most ([\d,]+) in a row or column/u, [MAX_PICTURE_SIDE]],
  ['reference.md', /each passage that the search finds, up to ([\d,]+)\./u, [MOST_PASSAGES]],
  ['user-guide.md', /Items stay for ([\d,]+) days/u, [TRASH_DAYS]],
  ['how-precis-decides.md', /until Precis was started on ([\d,]+) days/u, [TRASH_DAYS]],
  ['user-guide.md', /are in the trash for ([\d,]+) days/u, [TRASH_DAYS]],
  ['how-precis-decides.md', /Deleted items stay for ([\d,]+) days/u, [TRASH_DAYS]],
  ['administration.md', /passphrase of at least ([\d,]+) characters/u, [MIN_PASSPHRASE_CHARACTERS]],
  ['administration.md', /\(Settings, ([\d,]+) minutes at first\)/u, [defaultSettings.lockAfterMinutes]],
  ['administration.md', /about half a second and ([\d,]+) MB, right or wrong/u, [SCRYPT_MIB]],
  ['administration.md', /about half a second and ([\d,]+) MB of memory/u, [SCRYPT_MIB]],
  ['other-tools.md', /aliases beyond ([\d,]+) a tag/u, [MAX_CODEBOOK_ALIASES]],
  ['archive-format.md', /move to `trash\/`\. After ([\d,]+) days/u, [TRASH_DAYS]],
  ['archive-format.md', /is deleted after ([\d,]+) days there/u, [TRASH_DAYS]],
  ['archive-format.md', /has been in the trash for ([\d,]+) days/u, [TRASH_DAYS]],
  ['archive-format.md', /`width` and `height` in pixels, at most ([\d,]+)\)/u, [MAX_PICTURE_SIDE]],
  ['archive-format.md', /folder, at most ([\d,]+) MiB/u, [MAX_PICTURE_BYTES / MIB]],
  [
    'archive-format.md',
    /of ([\d,]+) KiB and ([\d,]+) by ([\d,]+) pixels at most/u,
    [MAX_LOGO_BYTES / 1024, MAX_LOGO_PIXELS, MAX_LOGO_PIXELS],
  ],
  ['archive-format.md', /unchanged CSL file \(`csl`, ([\d,]+) KiB at most\)/u, [MAX_STYLE_BYTES / 1024]],
  [
    'archive-format.md',
    /as they were chosen \(`base64`, ([\d,]+) MiB at most\)/u,
    [MAX_TEMPLATE_BYTES / MIB],
  ],
  [
    'archive-format.md',
    /the region shows according to the analyst, at most ([\d,]+) characters/u,
    [MAX_DESCRIPTION],
  ],
  ['archive-format.md', /\(scrypt, N = 2\^([\d,]+)\)/u, [WORK_FACTOR]],
  ['backup-format.md', /no name of more than ([\d,]+) bytes/u, [MOST_BYTES_OF_NAME]],
  ['backup-format.md', /which of the ([\d,]+) shares of older contents/u, [SHARES]],
  ['backup-format.md', /The next ([\d,]+)th of the older contents/u, [SHARES]],
  [
    'backup-format.md',
    /of each hour of the last ([\d,]+), of each day of the last ([\d,]+) and of each week of the last ([\d,]+);/u,
    terms.map(({ spanMs, reachMs }) => reachMs / spanMs),
  ],
  [
    'backup-format.md',
    /more than ([\d ]+) files, ([\d,]+) GiB in one or ([\d,]+) GiB in all, a file of more than ([\d,]+) MiB/u,
    [MOST_ENTRIES, MOST_BYTES_OF_ONE / 1024 ** 3, MOST_BYTES / 1024 ** 3, JUDGED_FROM_BYTES / MIB],
  ],
];

/** What is said with a number and is no limit of the code: what was measured or seen, and the zoom of an example. */
const noLimits = [
  /Your first memo in 15 minutes/u,
  /an Electron \(about 200 MB, once\)/u,
  /at 200 %/gu,
  /to 200 %/gu,
  /below about 640 pixels/u,
  /buttons are 24 pixels or more/u,
  /The most bytes that a file may have: .*? Nothing larger is written/u,
];

/** A number that a reader takes for a limit. */
const limit =
  /\b(?:at most|up to|at least|the first|the last|no more than|more than|beyond) \d[\d ,]*|\b\d[\d ,]* ?(?:[KMG]i?B|%|days|hours|minutes|seconds|characters|pixels|rows|columns|pictures|files|passages|articles)\b|\b\d+ %/gu;

const pages = [
  ...['user-guide.md', 'reference.md', 'how-precis-decides.md', 'administration.md', 'command-line.md'],
  ...['teams.md', 'other-tools.md', 'archive-format.md'],
  ...['backup-format.md', 'accessibility.md', '../README.md', '../SECURITY.md'],
];

describe('a number that a page names', () => {
  it.each(held)('in %s by %s is that of the code', (page, pattern, values) => {
    const found = pattern.exec(textOf(page))?.slice(1) ?? [];
    expect(found.map((each) => Number(each.replaceAll(/[ ,]/gu, '')))).toEqual(values);
  });

  it.each(pages)('in %s as a limit is held against the code', (page) => {
    const known = [...held.filter(([of]) => of === page).map(([, pattern]) => pattern), ...noLimits];
    const rest = known.reduce((text, pattern) => text.replace(pattern, '…'), textOf(page));
    expect(
      [...rest.matchAll(limit)].map(({ index }) => rest.slice(Math.max(0, index - 40), index + 40)),
    ).toEqual([]);
  });

  it('as the most bytes of a file is that of the code, for every kind', () => {
    const [, sentence = ''] =
      /The most bytes that a file may have: (.*?)\. Nothing larger is written/u.exec(
        textOf('archive-format.md'),
      ) ?? [];
    const named = sentence.split(';').flatMap((part) => {
      const [, mib = ''] = /(\d+)(?: MiB)?$/u.exec(part.trim()) ?? [];
      const kinds = [...part.matchAll(/`(\w+)\.json`|a (snapshot|form|board)|(further events)/gu)];
      return kinds.map(([, file, record]) => [
        file?.replace('deleted', 'deletion') ?? record ?? 'event-shard',
        Number(mib) * MIB,
      ]);
    });
    expect(Object.fromEntries(named)).toEqual(
      Object.fromEntries(fileKinds.map((kind) => [kind, sizeLimits[kind]])),
    );
  });
});
