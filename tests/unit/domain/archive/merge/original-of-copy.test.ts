import { describe, expect, it } from 'vitest';
import { copiedFolderOf, originalOfFolderCopy, placeOfCopy } from '#domain/archive/merge/original-of-copy.ts';

const ID = '01900000-0000-7000-8000-000000000001';
const ARTICLE = `articles/${ID}`;

describe('what lies beside a file of the archive', () => {
  it.each([
    ['Syncthing', 'annotations.sync-conflict-20240501-101500-ABCDEFG.json'],
    ['Syncthing without a device', 'annotations.sync-conflict-20240501-101500.json'],
    ['Dropbox', 'annotations (Anna’s conflicted copy 2024-05-01).json'],
    ['Dropbox in German', 'annotations (In Konflikt stehende Kopie von Anna 2024-05-01).json'],
    ['Dropbox in Japanese', 'annotations (Anna 上の問題のあるコピー 2024-05-01).json'],
    ['Dropbox, of another case', 'annotations (Case Conflict).json'],
    ['Nextcloud', 'annotations (conflicted copy 2024-05-01 101500).json'],
    ['ownCloud', 'annotations_conflict-20240501-101500.json'],
    ['OneDrive', 'annotations-DESKTOP-ABC.json'],
    ['OneDrive on a Mac', 'annotations-Annas-MacBook.json'],
    ['iCloud', 'annotations 2.json'],
    ['Google Drive', 'annotations (1).json'],
    ['Seafile', 'annotations (SFConflict anna@example.org 2024-05-01-10-15-00).json'],
    ['pCloud', 'annotations [conflicted].json'],
    ['a person and a computer', 'annotations (anna@laptop).json'],
    ['the same behind the ending', 'annotations.json (anna@laptop)'],
    ['Unison', 'annotations (copy: conflict #1 on 2024-05-01).json'],
    ['Resilio', 'annotations.Conflict.json'],
    ['Mercurial', 'annotations.json.orig'],
    ['git mergetool', 'annotations_LOCAL_4711.json'],
    ['two marks', 'annotations (copie en conflit de Anna 2024-05-01)(1).json'],
    ['accents that are written apart', `annotations (${'Jürgens Kopie'.normalize('NFD')}).json`],
  ])('is a copy that %s has made: %s', (_, name) => {
    expect(placeOfCopy(`${ARTICLE}/${name}`)).toEqual({
      folder: `${ARTICLE}/`,
      kinds: ['annotations', 'article', 'body', 'translations'],
      isNamedAsCopy: true,
    });
  });

  it.each([
    'Copy of annotations.json',
    'annotations - Copy.json',
    'annotations-old.json',
    'mine.json',
    'mine',
  ])('may be one that a hand has made: %s', (name) => {
    expect(placeOfCopy(`${ARTICLE}/${name}`)?.isNamedAsCopy).toBe(false);
  });

  it.each([
    'annotations.json',
    'body.json',
    'annotations.json.bak',
    'annotations.json.corrupt-20240501T101500000Z',
    'annotations.json.tmp-01900000-0000-7000-8000-000000000009-1',
    'annotations.json.tmp-converting',
    '.annotations.json.swp',
    '.syncthing.annotations.json.tmp',
    '~syncthing~annotations.json.tmp',
    'original.json',
    'original.html',
    'media/x.png',
    'deleted/annotations (1).json',
  ])('is none: %s', (name) => {
    expect(placeOfCopy(`${ARTICLE}/${name}`)).toBeNull();
  });

  it.each([
    ['tags (1).json', 'tags', true],
    ['pad-DESKTOP-1.json', 'pad', true],
    ['conflicts 2.json', 'conflicts', true],
    ['archive (conflicted copy).json', 'archive', true],
    ['table.json', 'tags', false],
  ])('at the root: %s', (name, first, isNamedAsCopy) => {
    const place = placeOfCopy(name);
    expect(place?.kinds[0]).toBe(first);
    expect(place?.isNamedAsCopy).toBe(isNamedAsCopy);
  });

  it('knows copies of the key, and none that was set aside', () => {
    expect(placeOfCopy('key 2.age')).toEqual({ folder: '', kinds: [], isNamedAsCopy: true });
    expect(placeOfCopy('key.age')).toBeNull();
    expect(placeOfCopy('key-20240501T101500000Z.age')).toBeNull();
  });

  it('knows copies of forms and snapshots by their ids', () => {
    expect(placeOfCopy(`templates/${ID} (1).json`)?.isNamedAsCopy).toBe(true);
    expect(placeOfCopy('events/0002 (1).json')).toEqual({
      folder: 'events/',
      kinds: ['event-shard'],
      isNamedAsCopy: true,
    });
    expect(placeOfCopy('events/0002.json')).toBeNull();
    expect(placeOfCopy('events/notes (1).json')?.isNamedAsCopy).toBe(false);
    expect(placeOfCopy(`memos/${ID}/snapshots/${ID}-DESKTOP-1.json`)).toEqual({
      folder: `memos/${ID}/snapshots/`,
      kinds: ['snapshot'],
      isNamedAsCopy: true,
    });
  });
});

describe('a folder beside that of an article', () => {
  it.each([
    `${ID} 2`,
    `${ID} (1)`,
    `${ID}-DESKTOP-1`,
    `Copy of ${ID}`,
    ID.toUpperCase().replace('7', '7A').slice(0, -1),
  ])('%s', (name) => {
    expect(originalOfFolderCopy('articles', name)).toBe(name.includes('7A') ? null : ID);
  });

  it('is the same in capitals', () => {
    const id = '0190abcd-0000-7000-8000-00000000000e';
    expect(originalOfFolderCopy('articles', id.toUpperCase())).toBe(id);
    expect(originalOfFolderCopy('articles', id)).toBeNull();
  });

  it('makes a copy of every file in it', () => {
    const path = `articles/${ID} (conflicted copy)/body.json`;
    expect(placeOfCopy(path)).toEqual({
      folder: `${ARTICLE}/`,
      kinds: ['body', 'annotations', 'article', 'translations'],
      isNamedAsCopy: true,
    });
    expect(copiedFolderOf(path)).toBe(ID);
    expect(placeOfCopy(`articles/Copy of ${ID}/body.json`)?.isNamedAsCopy).toBe(false);
    expect(placeOfCopy(`articles/${ID} 2/body.json`)?.isNamedAsCopy).toBe(true);
  });

  it.each([`.incoming-${ID}`, `${ID}.tmp-${ID}-1`, ID, 'papers'])('is none: %s', (name) => {
    expect(originalOfFolderCopy('articles', name)).toBeNull();
  });
});
