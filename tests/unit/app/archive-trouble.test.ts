import { describe, expect, it } from 'vitest';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { archiveTrouble } from '#electron/app/archive/archive-trouble.ts';

describe('an archive that could not be opened', () => {
  it.each<[AppError, RegExp, RegExp]>([
    [{ code: 'archive-locked', host: 'desk', pid: 42, isSameHost: true }, /another Precis/, /process 42/],
    [
      { code: 'archive-locked', host: 'attic', pid: 42, isSameHost: false },
      /“attic”/,
      /open the archive anyway/,
    ],
    [{ code: 'archive-newer', file: 'tags.json', version: 9 }, /newer Precis/, /tags\.json has version 9/],
    [
      { code: 'archive-damaged', file: 'archive.json', quarantinedAs: 'archive.json.corrupt-1' },
      /archive\.json is damaged/,
      /kept as archive\.json\.corrupt-1/,
    ],
    [{ code: 'folder-not-an-archive' }, /other files/, /\/home\/analyst\/desk[\s\S]*Nothing was written/],
    [{ code: 'archive-not-found' }, /no archive/, /may have been moved/],
    [
      { code: 'write-failed', file: '.lock', reason: 'read-only' },
      /can’t be written to/,
      /Nothing was changed/,
    ],
  ])('is explained: %o', (error, message, detail) => {
    const words = archiveTrouble(error, '/home/analyst/desk');
    expect(words.message).toMatch(message);
    expect(words.detail).toMatch(detail);
  });
});
