import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { writeMemoMarkdown } from '#electron/export/markdown/write-memo-markdown.ts';
import { formatMemo, quotesOfFormatMemo } from '../../../support/memo/format-memo.ts';

type Node = {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly depth?: number;
  readonly start?: number;
  readonly identifier?: string;
  readonly children?: readonly Node[];
};

const parse = (markdown: string): Node => unified().use(remarkParse).use(remarkGfm).parse(markdown) as Node;

const all = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(all)];

const textOf = (node: Node): string =>
  node.type === 'text' ? (node.value ?? '') : (node.children ?? []).map(textOf).join('');

const markdown = writeMemoMarkdown(formatMemo());
const nodes = all(parse(markdown));
const texts = (type: string): readonly string[] => nodes.filter((node) => node.type === type).map(textOf);

describe('a memo as Markdown', () => {
  it('has a title, and a heading for each part', () => {
    expect(texts('heading')).toEqual([
      'Beijing visit: <what> the “warning” changes',
      'Bottom line',
      'Key judgements',
      'Background & <history>',
      'Sources',
      'Annex: copies cited',
    ]);
  });

  it('is marked at its head and its foot', () => {
    expect(texts('paragraph').at(0)).toBe('TLP:AMBER');
    expect(texts('paragraph').at(-1)).toBe('TLP:AMBER');
  });

  it('reads nothing of its words as markup', () => {
    const read = textOf(parse(markdown));
    for (const quote of quotesOfFormatMemo) expect(read).toContain(quote);
    expect(nodes.some(({ type, value }) => type === 'html' && value !== '<!-- -->')).toBe(false);
    expect(texts('emphasis').filter((text) => text === 'list')).toEqual([]);
  });

  it('has likelihood terms in bold', () => {
    expect(texts('strong')).toEqual(expect.arrayContaining(['likely', 'Very unlikely:']));
  });

  it('has lists, a quotation, a table and footnotes', () => {
    expect(texts('listItem')).toEqual(expect.arrayContaining(['One', 'Below two']));
    expect(texts('blockquote')).toEqual([
      expect.stringMatching(/^1_000 units\. # not a heading— Harbour Dispatch, .*B3.*\[1\u00A0¶2\]$/u),
    ]);
    expect(texts('tableCell').slice(0, 6)).toEqual([
      'Port',
      'Ships | day',
      'Varna',
      '45',
      'Both, all of April',
      '',
    ]);
    expect(
      nodes.filter(({ type }) => type === 'footnoteReference').map(({ identifier }) => identifier),
    ).toEqual(['a', 'b']);
    expect(texts('footnoteDefinition')).toEqual(['A note <of> two.', 'Another.']);
  });

  it('links what was linked', () => {
    expect(nodes.filter(({ type }) => type === 'link').map(({ url }) => url)).toEqual([
      'https://list.example/a?b=1&c=2',
      'https://harbour.example/world/envoy',
    ]);
  });
});
