import { describe, expect, it } from 'vitest';
import { wordsOf } from '#domain/contract/error-words/error-words.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { everyError } from '../../../support/every-error.ts';

const surfaces = ['window', 'start', 'commandLine'] as const;
const cases = surfaces.flatMap((surface) =>
  everyError.map((error) => ({ surface, code: error.code, error })),
);

describe('the words for an error', () => {
  it.each(cases)('say what happened, what was kept and what to do: $code, $surface', ({ surface, error }) => {
    const words = wordsOf(error, surface);
    expect(Object.keys(words).sort()).toEqual(['advice', 'happened', 'kept']);
    for (const part of Object.values(words)) {
      expect(part).toMatch(/^\S.*\S[.?]$/u);
      expect(part).not.toMatch(/undefined|null|\[object|\.\.|\s\s/);
      // One kind of apostrophe and of quotation mark, as the window sets them.
      expect(part).not.toMatch(/['"]/);
    }
  });

  it('of a terminal speak neither of the window’s edits nor of what is pressed there', () => {
    for (const error of everyError) {
      const { happened, kept, advice } = wordsOf(error, 'commandLine');
      expect(`${happened} ${kept} ${advice}`, error.code).not.toMatch(
        /kept in this window|paste it here|Review|Trash|Select |Choose the file/,
      );
    }
  });

  it('name the near name in a terminal, and how a lock is overruled', () => {
    const near: AppError = { code: 'not-found', what: 'tag', id: 'resume', near: ['résumé'] };
    expect(wordsOf(near, 'commandLine').advice).toBe('Did you mean résumé?');
    const locked: AppError = { code: 'archive-locked', host: 'attic', pid: 7, isSameHost: false };
    expect(wordsOf(locked, 'commandLine').advice).toContain('--force-lock');
    expect(wordsOf({ ...locked, isSameHost: true }, 'commandLine').advice).not.toContain('--force-lock');
  });
});
