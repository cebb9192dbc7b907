// Limits and defaults that the pages name, against the code that has them.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileKinds } from '#domain/archive/content/json-schema.ts';
import { MIN_PASSPHRASE_CHARACTERS } from '#domain/archive/passphrase.ts';
import { TRASH_DAYS } from '#domain/archive/trash-days.ts';
import { MAX_OFFERED } from '#domain/article/attachment.ts';
import { maxBytesOf } from '#domain/article/formats/article-formats.ts';
import { defaultSettings } from '#domain/contract/settings.ts';
import { MAX_DESCRIPTION } from '#domain/passage/passage.ts';
import { MAX_PICTURE_BYTES, MAX_PICTURE_SIDE } from '#domain/picture/stored-picture.ts';
import { sizeLimits } from '#electron/storage/file/read/size-limits.ts';
import { inProject } from '../../../scripts/run/paths.mjs';

const textOf = (page: string): string =>
  readFileSync(inProject('docs', page), 'utf8').replaceAll(/\s+/gu, ' ');
const MIB = 1024 ** 2;

describe('a number that a page names', () => {
  it.each([
    ['user-guide.md', /saved web pages of at most (\d+) MB/u, maxBytesOf('html') / MIB],
    ['user-guide.md', /`\.wacz`\) of at most (\d+) MB/u, maxBytesOf('wacz') / MIB],
    ['user-guide.md', /At most (\d+) are offered/u, MAX_OFFERED],
    ['user-guide.md', /lies in \*Trash\* for (\d+) days/u, TRASH_DAYS],
    ['user-guide.md', /passphrase of at least (\d+) characters/u, MIN_PASSPHRASE_CHARACTERS],
    ['user-guide.md', /\(Settings, (\d+) minutes at first\)/u, defaultSettings.lockAfterMinutes],
    ['archive-format.md', /move to `trash\/`\. After (\d+) days/u, TRASH_DAYS],
    ['archive-format.md', /`width` and `height` in pixels, at most (\d+)\)/u, MAX_PICTURE_SIDE],
    ['archive-format.md', /folder, of at most (\d+) MiB/u, MAX_PICTURE_BYTES / MIB],
    ['archive-format.md', /the region shows, at most (\d+)/u, MAX_DESCRIPTION],
  ] as const)('in %s by %s is that of the code', (page, pattern, value) => {
    expect(Number(pattern.exec(textOf(page))?.[1])).toBe(value);
  });

  it('as the most bytes of a file is that of the code, for every kind', () => {
    const [, sentence = ''] =
      /The most bytes that a file may have: (.*?)\. Nothing larger is written/u.exec(
        textOf('archive-format.md'),
      ) ?? [];
    const named = sentence.split(';').flatMap((part) => {
      const [, mib = ''] = /(\d+)(?: MiB)?$/u.exec(part.trim()) ?? [];
      const kinds = [...part.matchAll(/`(\w+)\.json`|a (snapshot|form)/gu)];
      return kinds.map(([, file, record]) => [
        file?.replace('deleted', 'deletion') ?? record,
        Number(mib) * MIB,
      ]);
    });
    expect(Object.fromEntries(named)).toEqual(
      Object.fromEntries(fileKinds.map((kind) => [kind, sizeLimits[kind]])),
    );
  });
});
