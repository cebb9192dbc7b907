import { describe, expect, it } from 'vitest';
import { writeMemoMarkdown } from '#electron/export/markdown/write-memo-markdown.ts';
import { formatMemo, headingsOfFormatMemo, quotesOfFormatMemo } from '../../../support/memo/format-memo.ts';
import { type MarkdownNode, parseMarkdown, textOf } from './read-markdown.ts';

const all = (node: MarkdownNode): readonly MarkdownNode[] => [node, ...(node.children ?? []).flatMap(all)];

const markdown = writeMemoMarkdown(formatMemo());
const nodes = all(parseMarkdown(markdown));
const texts = (type: string): readonly string[] => nodes.filter((node) => node.type === type).map(textOf);

describe('a memo as Markdown', () => {
  it('has a title, and a heading for each part', () => {
    expect(texts('heading')).toEqual([
      'Beijing visit: <what> the “warning” changes',
      ...headingsOfFormatMemo,
    ]);
  });

  it('is marked at its head and its foot', () => {
    expect(texts('paragraph').at(0)).toBe('TLP:AMBER');
    expect(texts('paragraph').at(-1)).toBe('TLP:AMBER');
  });

  it('reads nothing of its words as markup', () => {
    const read = textOf(parseMarkdown(markdown));
    for (const quote of quotesOfFormatMemo) expect(read).toContain(quote);
    expect(nodes.some(({ type, value }) => type === 'html' && value !== '<!-- -->')).toBe(false);
    expect(texts('emphasis').filter((text) => text === 'list')).toEqual([]);
  });

  it('isolates names that are written from right to left, so that the date behind them stays where it is', () => {
    expect(markdown).toContain('\u2068صحيفة الميناء\u2069, “\u2068الميناء\u2069”, newspaper article');
  });

  it('has likelihood terms in bold', () => {
    expect(texts('strong')).toEqual(expect.arrayContaining(['unlikely', 'likely', 'Very unlikely:']));
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

  it('begins no block within a text of several lines', () => {
    const lines = 'one\n# two\n\n- three\n    four\r> five';
    const memo = formatMemo({ for: lines, from: lines, restrictions: lines });
    const [source] = memo.sources;
    const written = writeMemoMarkdown({
      ...memo,
      sections: [
        {
          role: 'key-judgements',
          heading: 'Key judgements',
          blocks: [
            {
              kind: 'judgement',
              number: 1,
              likelihood: null,
              statement: [
                { kind: 'text', text: 'So it is' },
                { kind: 'footnote', text: lines },
              ],
              confidence: lines,
              assumptions: lines,
              wouldChange: lines,
            },
          ],
        },
      ],
      tasks: [{ title: lines, owner: '', due: '', isDone: false }],
      sources: source === undefined ? [] : [{ ...source, text: lines, descriptor: lines }],
    });
    const read = all(parseMarkdown(written));
    expect(read.filter(({ type }) => type === 'heading').map(textOf)).toEqual([
      memo.title,
      'Key judgements',
      'Follow-up',
      'Sources',
      'Annex: copies cited',
    ]);
    expect(read.filter(({ type }) => type === 'list')).toHaveLength(2);
    expect(read.some(({ type }) => type === 'blockquote' || type === 'code')).toBe(false);
    expect(textOf(parseMarkdown(written)).split('# two')).toHaveLength(11);
  });

  it('reads nothing of an address as markup', () => {
    const memo = formatMemo();
    const [source] = memo.sources;
    const url = 'https://x.example/ ![p](https://y.example/p) <img src=z> &copy;';
    const written = writeMemoMarkdown({
      ...memo,
      sections: [
        {
          role: 'own',
          heading: 'Link',
          blocks: [
            {
              kind: 'paragraph',
              runs: [{ kind: 'text', text: 'here', href: 'https://x.example/?a=1&copy;' }],
            },
          ],
        },
      ],
      sources: source === undefined ? [] : [{ ...source, url }],
    });
    const read = all(parseMarkdown(written));
    expect(read.some(({ type }) => type === 'image' || type === 'html')).toBe(false);
    expect(read.filter((node) => node.type === 'link').map((node) => node.url)).toEqual([
      'https://x.example/?a=1&copy;',
      url.replaceAll(' ', '%20').replace('<', '%3C').replace('>', '%3E'),
    ]);
  });

  it('keeps the end of a title, and shows no break at the end of a paragraph', () => {
    const written = writeMemoMarkdown({
      ...formatMemo({ title: 'Answer in C #' }),
      sections: [
        {
          role: 'own',
          heading: 'Own ##',
          blocks: [{ kind: 'paragraph', runs: [{ kind: 'text', text: 'End' }, { kind: 'break' }] }],
        },
      ],
    });
    const read = all(parseMarkdown(written));
    expect(
      read
        .filter(({ type }) => type === 'heading')
        .map(textOf)
        .slice(0, 2),
    ).toEqual(['Answer in C #', 'Own ##']);
    expect(read.filter(({ type }) => type === 'paragraph').map(textOf)).toContain('End');
  });
});
