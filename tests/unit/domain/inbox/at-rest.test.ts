import { describe, expect, it } from 'vitest';
import { filesAtRest, type SeenFile } from '#domain/inbox/at-rest.ts';
import { noInboxPlan, withTaken } from '#domain/inbox/inbox-plan.ts';

const sound: SeenFile = { size: 12, modifiedMs: 1000 };
const LATER = sound.modifiedMs + 60_000;
const look = (files: Readonly<Record<string, Partial<SeenFile>>>) =>
  new Map(Object.entries(files).map(([path, seen]) => [path, { ...sound, ...seen }]));

describe('a file of the inbox', () => {
  it('is at rest where two looks find the same size and time', () => {
    const before = look({ 'same.txt': {}, 'grown.txt': { size: 11 }, 'rewritten.txt': { modifiedMs: 999 } });
    const now = look({ 'same.txt': {}, 'grown.txt': {}, 'rewritten.txt': {}, 'new.txt': {} });
    expect(filesAtRest(before, now, LATER)).toEqual(['same.txt']);
  });

  it('is not where it is empty: it will be filled', () => {
    const files = look({ 'empty.txt': { size: 0 } });
    expect(filesAtRest(files, files, LATER)).toEqual([]);
  });

  it.each(['a.pdf.part', 'a.pdf.crdownload', 'a.PDF.Partial', 'a.tmp', 'a.aria2', 'a.txt~', 'a.filepart'])(
    'is left alone as %s, which is not complete',
    (path) => {
      const files = look({ [path]: {}, 'b.txt': {} });
      expect(filesAtRest(files, files, LATER)).toEqual(['b.txt']);
    },
  );

  it('waits while a partial file beside it holds its name', () => {
    const files = look({ 'a.pdf': {}, 'a.pdf.part': {}, 'b.pdf': {} });
    expect(filesAtRest(files, files, LATER)).toEqual(['b.pdf']);
    const complete = look({ 'a.pdf': {}, 'b.pdf': {} });
    expect(filesAtRest(complete, complete, LATER)).toEqual(['a.pdf', 'b.pdf']);
  });

  it('waits for a note where a browser has just saved it as a page, and comes with the note at once', () => {
    const soon = sound.modifiedMs + 5000;
    const alone = look({ 'a.mhtml': {}, 'b.html': {} });
    expect(filesAtRest(alone, alone, soon)).toEqual(['b.html']);
    expect(filesAtRest(alone, alone, LATER)).toEqual(['a.mhtml', 'b.html']);
    // The clock of another machine may be ahead.
    expect(filesAtRest(alone, alone, sound.modifiedMs - 1)).toEqual(['a.mhtml', 'b.html']);
    const both = look({ 'a.mhtml': {}, 'a.keep.json': {} });
    expect(filesAtRest(alone, both, soon)).toEqual(['a.keep.json']);
  });
});

describe('the marks of files that are done with', () => {
  it('are kept once each, and only so many of them, the latest', () => {
    const plan = withTaken(withTaken(noInboxPlan, ['a', 'b']), ['b', 'c']);
    expect(plan.taken).toEqual(['a', 'b', 'c']);
    const many = withTaken(
      plan,
      Array.from({ length: 50_000 }, (_, index) => `${index}`),
    );
    expect(many.taken).toHaveLength(50_000);
    expect(many.taken).not.toContain('c');
    expect(many.taken.at(-1)).toBe('49999');
  });
});
