// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { foundMetadataSchema } from '#domain/article/article.ts';
import { bodySchema } from '#domain/article/body.ts';
import { canonicalText } from '#domain/article/canonical-text.ts';
import { parseMarkdown } from '#renderer/importer/markdown/parse-markdown.ts';
import { readFixture } from '../read-fixture.ts';

const parse = (markdown: string) => {
  const parsed = parseMarkdown(markdown);
  if (parsed === null) throw new Error('the file holds text');
  const body = bodySchema.parse(parsed.body);
  return { body, found: foundMetadataSchema.parse(parsed.found), text: canonicalText(body) };
};

describe('parseMarkdown', () => {
  it('reads headings, lists, quotes, tables, code, notes and pictures', () => {
    const { body, text } = parse(readFixture('ferry-front-matter.md'));
    expect(body.content.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'heading',
      'orderedList',
      'blockquote',
      'table',
      'codeBlock',
      'paragraph',
      'paragraph',
      'orderedList',
    ]);
    expect(text.split('\n')).toEqual([
      'Ferry to Skógarnes cancelled again',
      'The ferry was cancelled on Tuesday for the third time in a week, the harbour master said.1',
      'What happens now',
      'Tickets stay valid.',
      'A bus runs to:',
      'Vík',
      'Höfn',
      '“We can’t sail when the swell is above four metres.”',
      'Day',
      'Swell',
      'Monday',
      '3 m',
      'Tuesday',
      '5 m',
      'swell > 4  =>  no   ferry',
      '\uFFFC',
      'H2O, she added, is “just water”.',
      'By telephone.',
    ]);
    const json = JSON.stringify(body);
    expect(json).toContain('{"type":"link","attrs":{"href":"https://port.example/master"}}');
    expect(json).toContain(
      '{"alt":"The pier in the storm","src":"https://courier.example/2024/03/pier.jpg"}',
    );
    expect(json).toContain('{"type":"text","text":"2","marks":[{"type":"subscript"}]}');
  });

  it('finds in the front matter what it says, as it was written', () => {
    expect(parse(readFixture('ferry-front-matter.md')).found).toEqual({
      title: { value: 'Ferry to Skógarnes cancelled again', foundIn: 'front-matter' },
      byline: { value: 'Ása Brandsdóttir, T. Okafor', foundIn: 'front-matter' },
      publisher: { value: 'North Coast Courier', foundIn: 'front-matter' },
      publishedAt: { value: '2024-03-12', foundIn: 'front-matter' },
      url: { value: 'https://courier.example/2024/03/ferry', foundIn: 'front-matter' },
      language: { value: 'en-GB', foundIn: 'front-matter' },
    });
  });

  it('takes a source that is an address for the address', () => {
    expect(parse('---\r\nsource: https://a.example/b\r\nTitle: 2024\r\n---\r\nText.').found).toEqual({
      title: { value: '2024', foundIn: 'front-matter' },
      url: { value: 'https://a.example/b', foundIn: 'front-matter' },
    });
  });

  it('knows front matter that a blank line parts from its dashes by its keys', () => {
    expect(parse('---\n\ntitle: T\n---\n\nText.')).toMatchObject({
      text: 'Text.',
      found: { title: { value: 'T' } },
    });
  });

  it('takes the heading at the top for the title where nothing else is said', () => {
    expect(parse('# One\n\nText.').found).toEqual({ title: { value: 'One', foundIn: 'heading' } });
    expect(parse('## One\n\nText.').found).toEqual({});
    expect(parse('Text.\n\n# One').found).toEqual({});
  });

  it.each([
    ['no front matter', 'Text.\n\n---\n\nMore.'],
    ['a rule at the top', '---\n\nText: and more\n\n---\nMore.'],
    ['YAML that is broken', '---\ntitle: "x\n---\nText.'],
    ['YAML that is no map', '---\n- a\n---\nText.'],
  ])('loses no text to %s', (_, markdown) => {
    const { text, found } = parse(markdown);
    expect(found).toEqual({});
    for (const word of markdown.match(/[A-Za-z]+/g) ?? []) expect(text).toContain(word);
  });

  it('is not made to work for ever by YAML that refers to itself', () => {
    const bomb = Array.from(
      { length: 30 },
      (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`,
    );
    expect(parse(`---\na0: &a0 [x]\n${bomb.join('\n')}\ntitle: T\n---\nText.`).text).toContain('Text.');
  });

  it('lets nothing of HTML in it act', () => {
    const { body, text } = parse(
      'a <img src=x onerror="alert(1)"> [b](javascript:alert(1)) <a href="data:text/html,x">c</a>\n\n<script>alert(1)</script>\n\n<iframe srcdoc="<p>x"></iframe>',
    );
    expect(text).toBe('a \uFFFC b c');
    expect(JSON.stringify(body)).not.toMatch(/javascript|data:|alert/);
  });

  it('finds no text where there is none', () => {
    for (const markdown of ['', '\n\n', '---\ntitle: T\n---\n', '<!-- a note -->', '---']) {
      expect(parseMarkdown(markdown)).toBeNull();
    }
  });
});
