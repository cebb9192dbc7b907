import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { writeMemoHtml } from '#electron/export/html/write-memo-html.ts';
import {
  formatMemo,
  headingsOfFormatMemo,
  memoWithWideTable,
  quotesOfFormatMemo,
} from '../../../support/memo/format-memo.ts';

const html = writeMemoHtml(formatMemo());
const { document } = new JSDOM(html).window;
const texts = (selector: string): readonly string[] =>
  [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');

describe('a memo as HTML', () => {
  it('is inert: it runs nothing, loads nothing, and forbids both', () => {
    expect(
      document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content'),
    ).toBe("default-src 'none'; style-src 'unsafe-inline'");
    expect(texts('script, link, img, iframe, object, form, [src], [onclick], [onload]')).toEqual([]);
    expect(document.querySelector('style')?.textContent).not.toMatch(/url\(|@import/u);
  });

  it('scrolls a table of many columns by itself, reached by keys', () => {
    const wide = new JSDOM(writeMemoHtml(memoWithWideTable())).window.document.querySelector('.wide');
    expect(wide?.getAttribute('tabindex')).toBe('0');
    expect(wide?.getAttribute('aria-label')).toBe('Table');
    expect(wide?.firstElementChild?.tagName).toBe('TABLE');
    expect(document.querySelector('style')?.textContent).toContain('.wide{overflow-x:auto}');
  });

  it('has one title, and a heading for each part', () => {
    expect(document.title).toBe('Beijing visit: <what> the “warning” changes');
    expect(texts('h1')).toEqual([document.title]);
    expect(texts('h2')).toEqual(headingsOfFormatMemo);
  });

  it('is marked at its head, at its foot and on each printed page', () => {
    expect(texts('.band')).toEqual(['TLP:AMBER', 'TLP:AMBER']);
    expect(document.querySelector('style')?.textContent).toContain('@top-right{content:"TLP:AMBER"');
  });

  it('has on paper the measure of the PDF, within pages of any width', () => {
    const [, paper = ''] =
      /@media print\{(.*)\}$/mu.exec(document.querySelector('style')?.textContent ?? '') ?? [];
    expect(paper).toContain('main>:is(section,nav):not(.bottom-line)>:not(table,.wide),');
    expect(paper).toContain('{margin-inline-start:var(--gutter)}');
    expect(html).toContain('--gutter:max(0px,100% - 128mm)');
  });

  it('isolates names that are written from right to left, so that the date behind them stays where it is', () => {
    expect(texts('#source-2 p').join('')).toContain(
      '\u2068صحيفة الميناء\u2069, “\u2068الميناء\u2069”, newspaper article',
    );
  });

  it('keeps each quotation, in its language and direction', () => {
    const all = document.body.textContent ?? '';
    for (const quote of quotesOfFormatMemo) expect(all).toContain(quote);
    const arabic = document.querySelector('bdi[lang="ar"]');
    expect(arabic?.textContent).toBe('الميناء مغلق');
    expect(arabic?.getAttribute('dir')).toBe('rtl');
    expect(document.documentElement.lang).toBe('en');
  });

  it('links each citation to its source, and says so to whoever hears it', () => {
    const link = document.querySelector('.cite a');
    expect(link?.getAttribute('aria-label')).toBe('1\u00A0¶1: Source 1, paragraph 1');
    const target = document.querySelector(link?.getAttribute('href') ?? 'none');
    expect(target?.textContent).toContain('Harbour Dispatch');
    const ids = texts('[id]').length;
    expect(new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)).size).toBe(ids);
  });

  it('leads from a footnote to its text and back', () => {
    const marks = [...document.querySelectorAll('[role="doc-noteref"]')];
    expect(marks).toHaveLength(2);
    for (const mark of marks) {
      const note = document.querySelector(mark.getAttribute('href') ?? 'none');
      expect(note?.querySelector('a')?.getAttribute('href')).toBe(`#${mark.id}`);
    }
    expect(texts('.notes p')).toEqual(['a A note <of> two.', 'b Another.']);
  });

  it('has judgements with their numbers, likelihood in bold, and tables with heads', () => {
    expect(
      [...document.querySelectorAll('.judgements li')].map((item) => item.getAttribute('value')),
    ).toEqual(['1', '2']);
    expect(texts('.judgements strong')).toEqual(['likely', 'Very unlikely:']);
    expect(texts('.bottom-line strong')).toEqual(['unlikely']);
    expect(texts('thead th[scope="col"]').slice(0, 2)).toEqual(['Port', 'Ships | day']);
    expect(document.querySelector('td[colspan="2"]')?.textContent).toBe('Both, all of April');
  });

  it('lets no text out of where it stands, not even out of a style', () => {
    const banner = { kind: 'banner', text: '</style><script>x()</script>"};*{' } as const;
    const hostile = new JSDOM(
      writeMemoHtml(formatMemo({ marking: banner, from: '"><img src=x>', referenceNumber: '</title>"\\' })),
    ).window.document;
    expect(hostile.querySelectorAll('script, img').length).toBe(0);
    expect(hostile.querySelector('.band')?.textContent).toBe(banner.text);
    expect(hostile.querySelectorAll('style').length).toBe(1);
  });

  it('lists the contents of a long memo behind its bottom line, each leading to its part', () => {
    expect(document.querySelector('nav')).toBeNull();
    const memo = formatMemo();
    const [first, ...rest] = memo.sections;
    const sections = [
      ...(first === undefined ? [] : [first]),
      ...Array.from({ length: 12 }, () => rest).flat(),
    ];
    const long = new JSDOM(writeMemoHtml({ ...memo, sections })).window.document;
    const links = [...long.querySelectorAll('nav a')];
    expect(links.length).toBe(long.querySelectorAll('h2').length - 1);
    for (const link of links) {
      expect(long.querySelector(link.getAttribute('href') ?? 'none')?.textContent).toBe(link.textContent);
    }
    expect(long.querySelector('nav')?.previousElementSibling?.className).toBe('bottom-line');
  });

  it('follows the system into the dark on the screen alone, with every colour by its name', () => {
    const style = document.querySelector('style')?.textContent ?? '';
    expect(style).toContain('@media screen and (prefers-color-scheme:dark)');
    const rules = style
      .replace(/:root\{[^}]*\}/gu, '')
      .replace(/@page\{.*\}/gu, '')
      .replace(/\.band b\{[^}]*\}/gu, '');
    expect(rules.match(/#[0-9a-f]{3,6}\b/giu)).toBeNull();
  });

  it('keeps days and references in their order in a memo from right to left', () => {
    const hebrew = new JSDOM(writeMemoHtml(formatMemo({ language: 'he' }))).window.document;
    expect(hebrew.querySelectorAll('dd').length).toBe(hebrew.querySelectorAll('dd > bdi').length);
  });
});
