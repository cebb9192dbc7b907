import { expect, it } from 'vitest';
import { countKinds } from '#domain/article/formats/counted-kinds.ts';

it('counts files by what their names say: those that are read first, the most frequent of each before others', () => {
  const names = ['a.zip', 'case/b.HTML', 'c.pdf', 'd.htm', 'no-ending', 'x.y/z', 'e.docx.', '.html'];
  expect(countKinds(names)).toEqual([
    { kind: 'read', format: 'html', count: 3 },
    { kind: 'read', format: 'pdf', count: 1 },
    { kind: 'unknown', count: 3 },
    { kind: 'unsupported', unsupported: 'packed', count: 1 },
  ]);
});
