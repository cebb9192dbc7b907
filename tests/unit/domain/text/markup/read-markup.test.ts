import { describe, expect, it } from 'vitest';
import { readMarkup } from '#domain/text/markup/read-markup.ts';

const faultOf = (text: string) => {
  const read = readMarkup(text);
  return read.ok ? null : read.error;
};

describe('reading XML strictly', () => {
  it('gives tags and texts in their order, with signs decoded', () => {
    const read = readMarkup(
      '\uFEFF<?xml version="1.0"?><a b="1 &amp; 2"><!-- no -->x &lt;&#x41;&#66;<c/></a>',
    );
    expect(read.ok && read.value).toEqual([
      { kind: 'open', name: 'a', attributes: new Map([['b', '1 & 2']]), isEmpty: false },
      { kind: 'text', text: 'x <AB' },
      { kind: 'open', name: 'c', attributes: new Map(), isEmpty: true },
      { kind: 'close', name: 'a' },
    ]);
  });

  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a/>', 'document type'],
    ['an external entity', '<a>\n&x;</a>', '“&x;” is an entity of its own'],
    ['a declaration', '<a><![CDATA[x]]></a>', 'a declaration'],
    ['a processing instruction', '<?php x ?><a/>', 'processing instruction'],
    ['what is not closed', '<a>\n<b>\n</a>', '“</a>” closes nothing that is open'],
    ['what ends too early', '<a><b></b>', '“a” is not closed'],
    ['an attribute said twice', '<a b="1" b="2"/>', '“b” is said twice'],
    ['an attribute without marks', '<a b=1/>', 'not well-formed'],
    ['a lone ampersand', '<a>x & y</a>', '“&” is an entity'],
    ['half a character', '<a>&#xD800;</a>', 'can’t be that one'],
  ])('refuses %s', (_, text, message) => {
    expect(faultOf(text)?.message).toContain(message);
  });

  it('says on which line', () => {
    expect(faultOf('<a>\n<b>\n&x;</b></a>')?.line).toBe(3);
  });

  it('reads what is nested as deep as it likes', () => {
    const deep = `${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`;
    expect(readMarkup(deep).ok).toBe(true);
  });
});
