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

it('tells the parts of a feed and of a mailbox by the name of the whole, and leaves XML and JSON to their bytes', () => {
  const names = [
    'news.xml#1',
    'a/news.xml#2',
    'box.mbox#1',
    'data.xml',
    'talk.json',
    'plan.svg',
    'list#3.csv',
  ];
  expect(countKinds(names)).toEqual([
    { kind: 'read', format: 'feed', count: 2 },
    { kind: 'read', format: 'mbox', count: 1 },
    { kind: 'unknown', count: 2 },
    { kind: 'unsupported', unsupported: 'drawing', count: 1 },
    { kind: 'unsupported', unsupported: 'table-text', count: 1 },
  ]);
});
