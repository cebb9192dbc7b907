// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import type { ArticleFormat } from '#domain/article/formats/article-formats.ts';
import { parseArticle } from '#renderer/importer/parse-article.ts';
import { readFixture } from '../read-fixture.ts';

const parse = async ({ format, text }: { readonly format: ArticleFormat; readonly text: string }) => {
  const parsed = await parseArticle({ format, bytes: new TextEncoder().encode(text) });
  return parsed === null
    ? null
    : { text: canonicalText(withoutLeftOut(parsed.body, parsed.leftOut)), found: parsed.found };
};

describe('parseArticle', () => {
  it('reads each format in its own way', async () => {
    const text = '# One\n<p>Two.</p>';
    expect((await parse({ format: 'txt', text }))?.text).toBe('# One\n<p>Two.</p>');
    expect((await parse({ format: 'markdown', text }))?.text).toBe('One\nTwo.');
    expect((await parse({ format: 'html', text }))?.text).toBe('# One\nTwo.');
  });

  it('finds nothing in a plain text, not even a title', async () => {
    expect(await parse({ format: 'txt', text: 'Harbour closed.\nIt rained.' })).toEqual({
      text: 'Harbour closed.\nIt rained.',
      found: {},
    });
  });
});

describe('the language', () => {
  const english =
    'The harbour authority said on Tuesday that the northern channel would stay closed for another week. It was the third time since March that the pilots had refused to sail, and the captains of the ships that wait outside have been told to expect delays.';

  it('is seen in a text that says nothing of it', async () => {
    expect((await parse({ format: 'txt', text: english }))?.found).toEqual({
      language: { value: 'en', foundIn: 'detected' },
    });
  });

  it('is what a text says it is', async () => {
    const html = `<html lang="cy"><p>${english}`;
    expect((await parse({ format: 'html', text: html }))?.found.language).toEqual({
      value: 'cy',
      foundIn: 'html-lang',
    });
  });
});

describe('a paste', () => {
  const paste = (html: string, text: string, sourceUrl?: string) =>
    parse({ format: 'clipboard', text: JSON.stringify({ sourceUrl: sourceUrl ?? null, text, html }) });

  it('is all that was selected, and nothing around it', async () => {
    const html =
      '<html><body><p>Around.</p><!--StartFragment--><h1>One</h1><p>Two <a href="/x">three</a></p><!--EndFragment--><p>Around.</p>';
    expect(await paste(html, 'One Two three', 'https://a.example/b/c')).toEqual({
      text: 'One\nTwo three',
      found: {
        title: { value: 'One', foundIn: 'heading' },
        url: { value: 'https://a.example/b/c', foundIn: 'clipboard-source' },
      },
    });
  });

  it('is the plain text where there is no HTML, or none with text in it', async () => {
    expect((await paste('', 'One.\n\nTwo.'))?.text).toBe('One.\n\nTwo.'.replace('\n\n', '\n'));
    expect((await paste('<img width="1" height="1">', 'One.'))?.text).toBe('One.');
  });

  it('is read like a page where the whole of one was copied', async () => {
    const html = readFixture('news-json-ld.html');
    const page = await parse({ format: 'html', text: html });
    expect(await paste(html, '')).toEqual(page);
    expect((await paste(html, '', 'https://copy.example/'))?.found.url?.foundIn).toBe('clipboard-source');
  });

  it('says no address that is not one of the web', async () => {
    expect((await paste('<p>x</p>', 'x', 'file:///home/a.html'))?.found).toEqual({});
  });

  it('finds no text in nothing', async () => {
    expect(await paste(' ', '\n')).toBeNull();
  });
});
