import { describe, expect, it } from 'vitest';
import { originalOfCopy, originalPathOfCopy } from '#domain/conflict/original-of-copy.ts';

describe('the file of which a name says that it is a conflict copy', () => {
  it.each([
    ['annotations.sync-conflict-20240501-101500-ABCDEFG.json', 'annotations.json'],
    ['annotations.sync-conflict-20240501-101500.json', 'annotations.json'],
    ['memo (conflicted copy 2024-05-01 101500).json', 'memo.json'],
    ['tags (Anna’s conflicted copy 2024-05-01).json', 'tags.json'],
    ["tags (Anna's conflicted copy 2024-05-01).json", 'tags.json'],
    ['tags (DESKTOP-1 (Anna)’s conflicted copy 2024-05-01 (1)).json', 'tags.json'],
    ['tags (Annas Kopie, in Konflikt stehende Kopie 2024-05-01).json', 'tags.json'],
    ['tags (In Konflikt stehende Kopie von Anna 2024-05-01).json', 'tags.json'],
    ['tags (Konfliktkopie von Anna 2024-05-01).json', 'tags.json'],
    ['tags (Copie en conflit de Anna 2024-05-01).json', 'tags.json'],
    ['tags (copie en conflit de Anna 2024-05-01)(1).json', null],
    ['tags (Copia conflictiva de Anna 2024-05-01).json', 'tags.json'],
    ['tags (Anna 上の問題のあるコピー 2024-05-01).json', 'tags.json'],
    ['tags.json', null],
    ['tags (1).json', null],
    ['tags (copy).json', null],
    ['report on a conflicted copy.json', null],
    ['annotations.sync-conflict-yesterday.json', null],
    ['.sync-conflict-20240501-101500-ABCDEFG.json', null],
    ['', null],
  ])('%j is of %j', (name, original) => {
    expect(originalOfCopy(name)).toBe(original);
  });
});

describe('the file of which a path in an archive says that it is a conflict copy', () => {
  it.each([
    ['tags (conflicted copy 2024-05-01).json', 'tags.json'],
    ['articles/0190/annotations (conflicted copy 2024-05-01).json', 'articles/0190/annotations.json'],
    ['articles/0190 (Anna’s conflicted copy 2024-05-01)/annotations.json', 'articles/0190/annotations.json'],
    ['memos/0190 (Konfliktkopie von Anna)/snapshots/0191.json', 'memos/0190/snapshots/0191.json'],
    ['articles/0190 (conflicted copy)/annotations (conflicted copy).json', 'articles/0190/annotations.json'],
    ['articles/0190 (conflicted copy 2024-05-01)', null],
    ['articles/0190 (copy)/annotations.json', null],
    ['articles/0190/annotations.json', null],
    ['papers (conflicted copy)/0190/annotations.json', null],
  ])('%j is of %j', (path, original) => {
    expect(originalPathOfCopy(path)).toBe(original);
  });
});
