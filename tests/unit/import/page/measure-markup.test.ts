import { describe, expect, it } from 'vitest';
import { measureMarkup } from '#renderer/importer/html/measure-markup.ts';

describe('measureMarkup', () => {
  it.each([
    ['elements and how deep they stand', '<div><p>a<b>b</b></p><p>c</p></div>', { elements: 4, depth: 2 }],
    ['what is never closed', '<font>a<font>b<font>c', { elements: 3, depth: 3 }],
    ['no depth where the next one closes it', '<ul><li>a<li>b<li>c</ul><p>a<p>b', { elements: 6, depth: 1 }],
    ['nothing of what stands nowhere open', '</div></b><i>a</i>', { elements: 1, depth: 1 }],
    ['no tag in an attribute', `<a title="</a><b><b>" data-x='<i>'>x</a>`, { elements: 1, depth: 1 }],
    ['a tag behind an apostrophe in no value', "<a b'c><i>x</i></a>", { elements: 2, depth: 2 }],
    ['no tag in a comment', '<!-- <b><b> --><p>a</p><!-- <b>', { elements: 1, depth: 0 }],
    ['no tag in raw text', '<script>"<b><b>"</SCRIPT ><p>a', { elements: 2, depth: 1 }],
    [
      'the end of foreign elements that close themselves',
      '<svg><g/><path/></svg><div/>',
      { elements: 4, depth: 1 },
    ],
    ['the whole of a text that ends in a tag', '<p>a<b class="x', { elements: 2, depth: 1 }],
    ['signs that are no tags', 'a < b <3 & <? x ?> <!x> </3> <', { elements: 0, depth: 0 }],
  ])('tells %s', (_, html, size) => {
    expect(measureMarkup(html)).toEqual(size);
  });
});
