// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { foundMetadataSchema } from '#domain/article/article.ts';
import { bodySchema } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import { parseMarkdown } from '#renderer/importer/markdown/parse-markdown.ts';
import { foundIn } from '../../../support/texts/found-in.ts';
import { readFixture } from '../read-fixture.ts';

const parse = (markdown: string) => {
  const parsed = parseMarkdown(markdown);
  if (parsed === null) throw new Error('the file holds text');
  const body = bodySchema.parse(parsed.body);
  const text = canonicalText(withoutLeftOut(body, parsed.leftOut));
  return { body, leftOut: parsed.leftOut, found: foundMetadataSchema.parse(parsed.found), text };
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
      'The ferry was cancelled on Tuesday for the third time in a week, the harbour master said.[1]',
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
      'H₂O, she added, is “just water”.',
      'By telephone.',
    ]);
    const json = JSON.stringify(body);
    expect(json).toContain('{"type":"link","attrs":{"href":"https://port.example/master"}}');
    expect(json).toContain(
      '{"alt":"The pier in the storm","src":"https://courier.example/2024/03/pier.jpg"}',
    );
    expect(json).toContain('H₂O');
  });

  it('finds in the front matter what it says, as it was written', () => {
    expect(parse(readFixture('ferry-front-matter.md')).found).toEqual(
      foundIn('front-matter', {
        title: 'Ferry to Skógarnes cancelled again',
        byline: 'Ása Brandsdóttir, T. Okafor',
        publisher: 'North Coast Courier',
        publishedAt: '2024-03-12',
        url: 'https://courier.example/2024/03/ferry',
        language: 'en-GB',
      }),
    );
  });

  it('takes a source that is an address for the address', () => {
    expect(parse('---\r\nsource: https://a.example/b\r\nTitle: 2024\r\n---\r\nText.').found).toEqual(
      foundIn('front-matter', { title: '2024', url: 'https://a.example/b' }),
    );
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
    ['a paragraph between two rules', '---\nNote: it rains.\nNobody came.\n---\nText.'],
    ['YAML that is no map', '---\n- a\n---\nText.'],
  ])('loses no text to %s', (_, markdown) => {
    const { text, found } = parse(markdown);
    expect(found).toEqual({});
    for (const word of markdown.match(/[A-Za-z]+/g) ?? []) expect(text).toContain(word);
  });

  it.each([
    ['an unquoted colon', 'title: Ferry cancelled: again', 'Ferry cancelled: again'],
    ['a quotation mark that is not closed', 'title: "Ferry cancelled', 'Ferry cancelled'],
    ['a quotation inside', 'title: "Never" again, says minister', 'Never" again, says minister'],
    ['a bracket that is not closed', 'tags: [a, b\ntitle: Ferry cancelled', 'Ferry cancelled'],
    ['a tab', 'tags:\n\t- a\ntitle: Ferry cancelled', 'Ferry cancelled'],
    ['a key that comes twice', 'title: One\ntitle: Two', 'One, Two'],
    ['an at sign and a per cent', 'twitter: @ferry\ntitle: %40 off', '%40 off'],
  ])('reads front matter by its lines where YAML can’t: %s', (_, block, title) => {
    const { text, found } = parse(`---\n${block}\nauthors:\n  - A. Writer\n  - B. Other\n---\n\nText.`);
    expect(text).toBe('Text.');
    expect(found.title?.value).toBe(title);
    expect(found.byline?.value).toBe('A. Writer, B. Other');
  });

  it.each([
    ['no clean YAML', 'title: A: b "c\ndate: 2024-03-12'],
    ['nothing in it that is known', 'layout: post\nweight: 3'],
    ['neither', 'layout: "post" x\nmenu: [a'],
  ])('offers front matter as left out, and never seals it as a heading: %s', (_, block) => {
    const { body, leftOut, text } = parse(`---\n${block}\n---\n\n# A\n\nText.`);
    expect(text).toBe('A\nText.');
    expect(leftOut).toEqual([0]);
    expect(body.content[0]).toEqual({ type: 'codeBlock', content: [{ type: 'text', text: block }] });
    expect(body.content.map(({ type }) => type)).toEqual(['codeBlock', 'heading', 'paragraph']);
  });

  it('leaves clean front matter out of the offers', () => {
    expect(parse('---\ntitle: A\n---\n\nText.')).toMatchObject({ leftOut: undefined, text: 'Text.' });
  });

  const SWALLOWING =
    'select title textarea plaintext iframe noembed noframes xmp template svg math script style frameset object audio video button option optgroup noscript table tbody td form fieldset head html body base link meta frame listing canvas embed dialog slot custom-element'.split(
      ' ',
    );

  it.each(SWALLOWING)('keeps the text behind <%s>, amid a line, alone, and never closed', (tag) => {
    for (const markdown of [
      `One <${tag}> two three.\n\nFour *five*.`,
      `<${tag}>\n\nOne two.\n\nThree four *five*.`,
      `<${tag} class="x">\nOne two.\n\nThree four *five*.`,
      `One two\n<${tag}>\nthree four.\n\nSix <b>five</b>.`,
    ]) {
      const { text } = parse(markdown);
      const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
      for (const word of ['one', 'two', 'three', 'four', 'five']) {
        if (markdown.toLowerCase().includes(word)) expect(words, `${markdown}\n→ ${text}`).toContain(word);
      }
    }
  });

  it.each([
    ['a comment', 'One.\n\n<!-- two\n\nThree *four*.\n\n<!-- five\n\nSix.'],
    ['an instruction', 'One.\n\n<?php two\n\nThree *four*.\n\nSix.'],
    ['a section of characters', 'One.\n\n<![CDATA[ two\n\nThree *four*.\n\nSix.'],
    ['several kinds', '<pre>one\n\n<!-- two\n\n<?three\n\n<script> four\n\nSix.'],
  ])('keeps all text behind %s that is never closed', (_, markdown) => {
    const { text } = parse(markdown);
    for (const word of markdown.match(/[a-z]{3,}/gi) ?? []) expect(text).toContain(word);
  });

  it('still leaves out comments, scripts and styles that are closed', () => {
    const { text } = parse(
      'One <!-- no --> two <script>no()</script> three.\n\n<style>\nno {}\n\nno {}\n</style>\n\n<!--\n\nno\n\n-->\n\nFour.',
    );
    expect(text).toBe('One two three.\nFour.');
  });

  it('keeps a tag that is spoken of and closed by nothing', () => {
    expect(parse('Use the <select> tag or a List<String>, not <input type="x">.\n\nThe end.').text).toBe(
      'Use the <select> tag or a List<String>, not .\nThe end.',
    );
    expect(parse('A <video>film</video> here.').text).toBe('A film here.');
  });

  it('keeps tables and formatting that are written as HTML', () => {
    const { body, text } = parse(
      '<table><tr><th>Day</th><th>Swell</th></tr><tr><td>Monday</td><td>3 m</td></tr></table>\n\n<div align="center">\n\nH<sub>2</sub>O <b>bold</b><br>line\n\n</div>',
    );
    expect(body.content.map(({ type }) => type)).toEqual(['table', 'paragraph']);
    expect(text).toContain('Day\nSwell\nMonday\n3 m\n');
    expect(JSON.stringify(body)).toContain('bold');
  });

  it('keeps the order of a text that opens a table and does not close it', () => {
    expect(parse('One.\n\n<table><tr><td>two\n\nThree.').text).toBe('One.\ntwo\nThree.');
  });

  it('keeps the boxes of tasks', () => {
    const { text } = parse('- [x] call the port\n- [ ] ask the ministry\n- no task\n\n- [ ] loose\n\n  more');
    expect(text).toBe('☑ call the port\n☐ ask the ministry\nno task\n☐ loose\nmore');
  });

  it('keeps the numbers of a list as they are written', () => {
    const starts = (markdown: string) =>
      parse(markdown).body.content.flatMap((block) =>
        block.type === 'orderedList' ? [[block.attrs.start, block.content.length]] : [],
      );
    expect(starts('3. a\n4. b')).toEqual([[3, 2]]);
    expect(starts('1. a\n2. b\n4. d\n5. e\n\n9) i')).toEqual([
      [1, 2],
      [4, 2],
      [9, 1],
    ]);
    expect(starts('1. a\n1. b\n1. c')).toEqual([[1, 3]]);
    expect(starts('1986. A year\n1990. Another')).toEqual([
      [1986, 1],
      [1990, 1],
    ]);
  });

  it('keeps the end of a text that opens again and again and never closes', () => {
    const { text } = parse(`${'<!-- a\n\n<pre>\n\n<?b\n\n'.repeat(100)}The end.`);
    expect(text).toContain('The end.');
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
