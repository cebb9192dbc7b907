import { describe, expect, it } from 'vitest';
import { collisionKey, isOfArchive, isSafeOnWindows, isSafePath } from '#domain/backup/archive-path.ts';

const id = '0190f000-0000-7000-8000-000000000001';

describe('paths from another hand', () => {
  it.each([
    '../a',
    'a/../b',
    '/etc/passwd',
    'a//b',
    '',
    './a',
    'a/.',
    'a\u0000b',
    'a/',
    `${'a'.repeat(5000)}`,
  ])('refuses %j', (path) => expect(isSafePath(path)).toBe(false));

  it.each(['notes/ä.txt', 'a b', '…/x', '.gitignore', 'a..b'])('takes %j', (path) =>
    expect(isSafePath(path)).toBe(true),
  );

  it.each(['NUL', 'a/con.json', 'aux.', 'x/COM1.txt', 'a:b', 'a\\b', 'ends.', 'ends ', 'LPT¹'])(
    'knows that Windows can’t keep %j',
    (path) => expect(isSafeOnWindows(path)).toBe(false),
  );

  it('leaves names that only begin like a device', () =>
    expect(isSafeOnWindows('console/null.txt')).toBe(true));

  it('takes two encodings and two cases of one name for one', () => {
    expect(collisionKey('Ca\u0301fe')).toBe(collisionKey('c\u00e1FE'));
  });

  it.each([
    'archive.json',
    '.gitattributes',
    `articles/${id}/article.json`,
    `articles/${id}/original.html`,
    `memos/${id}/snapshots/${id}.json`,
    `templates/${id}.json`,
    'events/0002.json',
    `boards/${id}.json`,
    `trash/articles/${id}/deleted.json`,
    `trash/memos/${id}/memo.json`,
  ])('knows %s as a file of an archive', (path) => expect(isOfArchive(path)).toBe(true));

  it.each([
    'evil.exe',
    `articles/${id}/article.json/x`,
    `articles/${id}/deleted.json`,
    `articles/../tags.json`,
    `memos/${id}/original.txt`,
    'archive.json\n',
    'ARCHIVE.json',
  ])('knows %j as none', (path) => expect(isOfArchive(path)).toBe(false));
});
