// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { MAX_DEPTH, MAX_ELEMENTS, MarkupError, parseMarkup } from '#renderer/importer/html/parse-markup.ts';
import { parseArticle } from '#renderer/importer/parse-article.ts';

const nested = (depth: number): string => `${'<div>'.repeat(depth)}Text${'</div>'.repeat(depth)}`;

describe('markup that is more than is read', () => {
  it('is not parsed where its elements stand too deep in each other', () => {
    expect(() => parseMarkup(nested(MAX_DEPTH + 1))).toThrow(new MarkupError('nested-too-deep'));
  });

  it('is not parsed where it has too many elements', () => {
    expect(() => parseMarkup('<br>'.repeat(MAX_ELEMENTS + 1))).toThrow(new MarkupError('too-many-elements'));
  });

  it.each(['html', 'markdown', 'clipboard'] as const)('is refused by its name in %s', async (format) => {
    const text = nested(MAX_DEPTH + 1);
    const said =
      format === 'clipboard' ? JSON.stringify({ sourceUrl: null, text: 'Text', html: text }) : text;
    const request = { format, bytes: new TextEncoder().encode(said) };
    await expect(parseArticle(request)).rejects.toThrow(new MarkupError('nested-too-deep'));
  });

  it('is read where tags that are never closed stand in tens of paragraphs', () => {
    const page = parseMarkup('<p><font>Text'.repeat(50));
    expect(page.body.textContent).toBe('Text'.repeat(50));
  });
});

describe('names that hide what the DOM itself calls so', () => {
  it.each([
    ['of a form', '<form><input name=parentNode><input id=getAttribute><img name=childNodes></form>'],
    [
      'of the document',
      '<img name=querySelectorAll><form name=body></form><object id=createElement></object>',
    ],
  ])('are taken from the elements %s', (_, html) => {
    const page = parseMarkup(html);
    const form = page.querySelector('form');
    expect(page.body.localName).toBe('body');
    expect(form?.parentNode).toBe(page.body);
    expect(form?.getAttribute('id')).toBeNull();
    expect(page.querySelectorAll('[name], [id]')).toHaveLength(0);
  });

  it('stay where they hide nothing', () => {
    expect(parseMarkup('<form id=a><input name=email></form>').querySelectorAll('[name], [id]')).toHaveLength(
      2,
    );
  });
});
