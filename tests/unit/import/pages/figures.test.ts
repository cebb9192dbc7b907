/** Figures of a PDF, of where its pages draw pictures and lines. */
import { describe, expect, it } from 'vitest';
import type { BlockNode } from '#domain/article/body/body.ts';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { pagedRanges, printedPageAt } from '#domain/article/pages.ts';
import { picturesInText } from '#domain/article/pictures/pictures-in-text.ts';
import { articleOfPages } from '#renderer/importer/pdf/article-of-pages.ts';
import type { DrawnPicture } from '#renderer/importer/pdf/figures/drawn-places.ts';
import { isWordedAsCaption } from '#renderer/importer/pdf/figures/find-captions.ts';
import { hasPictures } from '#renderer/importer/pdf/parse-pdf.ts';
import type { PrintedItem, PrintedPage } from '#renderer/importer/pdf/printed-text.ts';

const FULL = 'words that fill the whole of the line up to its end';

const item = (text: string, left: number, baseline: number, size = 10): PrintedItem => ({
  text,
  left,
  right: left + text.length * size * 0.5,
  baseline,
  size,
  font: 'text',
  angle: 0,
  isTurned: false,
  isRightToLeft: false,
  confidence: null,
});

const column = (lines: readonly string[], left = 50, top = 100): readonly PrintedItem[] =>
  lines.map((line, at) => item(line, left, top + 12 * at));

const picture = (
  left: number,
  top: number,
  right: number,
  bottom: number,
  object: string | null = `${left} ${top} R`,
): DrawnPicture => ({ box: { left, top, right, bottom }, object, pixels: 40_000, perPoint: 2 });

type Drawn = { readonly pictures?: readonly DrawnPicture[]; readonly paths?: readonly DrawnPicture['box'][] };

const page = (
  index: number,
  items: readonly PrintedItem[],
  { pictures = [], paths = [] }: Drawn = {},
): PrintedPage => ({
  index,
  width: 600,
  height: 800,
  items,
  isScanned: false,
  drawn: { pictures, paths },
});

const read = (pages: readonly PrintedPage[]) => {
  const article = articleOfPages(pages);
  if (article === null) throw new Error('nothing was read');
  return article;
};

/** The blocks of a text in its order, a figure as its description. */
const said = (content: readonly BlockNode[]): readonly string[] =>
  textBlockSpans({ type: 'doc', content: [...content] }).map(({ block }) =>
    (block.content ?? [])
      .map((node) => (node.type === 'text' ? node.text : 'attrs' in node ? `[${node.attrs.alt}]` : ''))
      .join(''),
  );

const withoutPlaces = (pages: readonly PrintedPage[]): readonly PrintedPage[] =>
  pages.map(({ drawn: _, ...rest }) => rest);

/** What is said of each figure. */
const picturesIn = (content: readonly BlockNode[]): readonly string[] =>
  textBlockSpans({ type: 'doc', content: [...content] }).flatMap(({ block }) =>
    (block.content ?? []).flatMap((node) => (node.type === 'image' ? [node.attrs.alt] : [])),
  );

const paragraph = (left = 50, top = 100, start = 'Some'): readonly PrintedItem[] =>
  column([`${start} ${FULL}`, FULL, 'the end.'], left, top);

describe('a figure', () => {
  it('stands between the blocks that it is printed between, with its page, and is one character', () => {
    const pages = [
      page(1, [...paragraph(), ...paragraph(50, 400, 'Other')], { pictures: [picture(50, 160, 300, 360)] }),
    ];
    const { body, figures } = read(pages);
    expect(said(body.content).map((text) => text.slice(0, 20))).toEqual([
      'Some words that fill',
      '[Picture on page 1]',
      'Other words that fil',
    ]);
    expect(figures).toEqual([{ page: 1, box: { left: 50, top: 160, right: 300, bottom: 360 }, perPoint: 2 }]);
    const at = canonicalText(body).indexOf('\uFFFC');
    expect(printedPageAt(pagedRanges(textBlockSpans(body)), at)).toBe('1');
  });

  it('changes nothing of the text around it, also where a paragraph goes on behind it', () => {
    const left = column([FULL, FULL, 'and then the commodi-']);
    const right = column(['ties rose, and then', FULL], 330, 340);
    const pages = [
      page(1, [...left, ...right], { pictures: [picture(330, 80, 560, 300)] }),
      page(2, column(['on the second page.', FULL])),
    ];
    const [plain, pictured] = [withoutPlaces(pages), pages].map((each) => canonicalText(read(each).body));
    expect(pictured?.replaceAll('\uFFFC', '').replaceAll(/\n+/gu, '\n').trim()).toBe(plain);
    expect(pictured).toContain('\uFFFC');
  });

  it('has the caption below it, marked as such, or above it where that is nearer', () => {
    const caption = item('Figure 3. Exports of machine tools by month', 50, 375, 9);
    const above = item('Abbildung 4: Einfuhren nach Ländern', 50, 438, 9);
    const pages = [
      page(1, [...paragraph(), caption, above, ...paragraph(50, 700)], {
        pictures: [picture(50, 160, 300, 360), picture(50, 450, 300, 640)],
      }),
    ];
    const { body } = read(pages);
    expect(said(body.content).slice(1, 5)).toEqual([
      '[Figure 3. Exports of machine tools by month]',
      'Figure 3. Exports of machine tools by month',
      'Abbildung 4: Einfuhren nach Ländern',
      '[Abbildung 4: Einfuhren nach Ländern]',
    ]);
    const marks = body.content.flatMap((block) =>
      block.type === 'paragraph' &&
      block.content?.some(({ marks }) => marks?.some(({ type }) => type === 'caption'))
        ? [block]
        : [],
    );
    expect(marks).toHaveLength(2);
  });

  it('is described by the beginning of a long caption, with no letter cut in two', () => {
    const bold = '\u{1D41A}'.repeat(45);
    const caption = [`Figure 31. ${bold}`, bold, bold, bold, bold, bold, bold].map((line, at) =>
      item(line, 50, 375 + 11 * at, 9),
    );
    const pages = [page(1, [...paragraph(), ...caption], { pictures: [picture(50, 160, 300, 360)] })];
    const [described] = picturesIn(read(pages).body.content);
    expect(described).toMatch(/^Figure 31\. (?:\u{1D41A}| )+$/u);
    expect([498, 499, 500]).toContain(described?.length);
  });

  it('in a column stands in that column, below the title of both', () => {
    const title = item('A title over both of the columns of this page', 50, 60, 20);
    const pages = [
      page(1, [title, ...paragraph(), ...paragraph(330, 340, 'Right')], {
        pictures: [picture(330, 80, 560, 300)],
      }),
    ];
    const texts = said(read(pages).body.content).map((text) => text.slice(0, 6));
    expect(texts.indexOf('[Pictu')).toBe(texts.indexOf('Right ') - 1);
  });

  it('is one where the file has strips of it, and where pictures stand in rows over one caption', () => {
    const strips = Array.from({ length: 10 }, (_, at) => picture(50, 160 + 20 * at, 300, 180 + 20 * at));
    const panels = [50, 180].flatMap((left) =>
      [160, 260].map((top) => picture(left, top, left + 120, top + 90)),
    );
    const caption = item('Fig. 2: Four views of the harbour', 50, 375, 9);
    expect(read([page(1, paragraph(), { pictures: strips })]).figures).toHaveLength(1);
    const { figures } = read([page(1, [...paragraph(), caption], { pictures: panels })]);
    expect(figures.map(({ box }) => box)).toEqual([{ left: 50, top: 160, right: 300, bottom: 350 }]);
  });

  it('may be drawn of lines where a caption says so, with the words beside them, and not without one', () => {
    const paths = Array.from({ length: 8 }, (_, at) => ({
      left: 80 + 25 * at,
      top: 300 - 15 * at,
      right: 95 + 25 * at,
      bottom: 340,
    }));
    const label = item('2019', 100, 352, 8);
    const caption = item('Figure 1 Seizures by year', 80, 380, 9);
    const charted = read([page(1, [...paragraph(), label, caption], { paths })]);
    expect(charted.figures).toMatchObject([{ perPoint: null, box: { left: 80, top: 195, right: 270 } }]);
    expect(charted.figures[0]?.box.bottom).toBeGreaterThan(345);
    expect(read([page(1, [...paragraph(), label], { paths })]).figures).toEqual([]);
  });

  it('is found as a picture by whoever reads the text, with its caption', () => {
    const caption = item('Map 1 The strait', 50, 375, 9);
    const { body } = read([page(1, [...paragraph(), caption], { pictures: [picture(50, 160, 300, 360)] })]);
    const kept = JSON.parse(
      JSON.stringify(body).replace(
        /"type":"image","attrs":\{"alt":"([^"]*)","src":"figure:0"\}/u,
        `"type":"picture","attrs":{"alt":"$1","sha256":"${'a'.repeat(64)}","format":"png","width":10,"height":10}`,
      ),
    );
    expect(picturesInText(textBlockSpans(kept))).toMatchObject([{ caption: 'Map 1 The strait' }]);
  });
});

describe('no figure is', () => {
  const lines = (top = 100) =>
    column(
      Array.from({ length: 8 }, () => FULL),
      50,
      top,
    );

  it.each<[string, readonly DrawnPicture[]]>([
    ['a bullet', [picture(50, 200, 60, 210)]],
    ['a rule', [picture(50, 300, 550, 326)]],
    ['a picture over the page with text on it', [picture(0, 0, 600, 800)]],
    ['a tinted box below text', [picture(40, 80, 560, 260)]],
    ['a letterhead', [picture(50, 20, 200, 70)]],
  ])('%s', (_, pictures) => {
    expect(read([page(1, lines(), { pictures })]).figures).toEqual([]);
  });

  it('a logo that is on several pages, as one object or put in anew for each', () => {
    const pages = (object: (index: number) => string) =>
      [1, 2, 3, 4].map((index) =>
        page(index, lines(), { pictures: [picture(480, 600, 540, 660, object(index))] }),
      );
    expect(read(pages(() => '7R')).figures).toEqual([]);
    expect(read(pages((index) => `${index}R`)).figures).toEqual([]);
    const chart = [1, 2, 3, 4].map((index) =>
      page(index, lines(), { pictures: [picture(50, 300, 550, 600, `${index}R`)] }),
    );
    expect(read(chart).figures).toHaveLength(4);
  });

  it('a page that is a scan', () => {
    const scan = { ...page(1, [], { pictures: [picture(0, 0, 600, 800)] }), isScanned: true };
    expect(read([scan, page(2, lines())]).figures).toEqual([]);
  });
});

it.each([
  ['Figure 3. Exports by month', true],
  ['FIGURE 12 Exports', true],
  ['Fig. 4 – Routes', true],
  ['Abb. 2: Einfuhren', true],
  ['Figure A.3: Robustness', true],
  ['Photo: Reuters', true],
  ['Рис. 5. Карта', true],
  ['Photo: the harbour in April', true],
  ['Map 1 The strait', true],
  ['图 1 出口', true],
  ['図1：輸出', true],
  ['Picture it. The strait is closed', false],
  ['Figure 3 shows that exports fell', false],
  ['Figure 3 shows the exports of 2020.', false],
  ['Photos From the harbour', false],
  ['Abbildung 2 zeigt die Einfuhren', false],
  ['Figures are in millions', false],
  ['Table 3. Exports', false],
  ['Mapping the strait', false],
])('“%s” is worded as a caption: %s', (text, is) => {
  expect(isWordedAsCaption(text)).toBe(is);
});

it('are not looked for on a page of captions and lines without end, which is told', {
  timeout: 10_000,
}, () => {
  const captions = Array.from({ length: 1100 }, (_, at) => item(`Figure ${at}. Exports`, 50, 60 + 60 * at));
  const paths = Array.from({ length: 20_000 }, (_, at) => {
    const left = 50 + (at % 300);
    return { left, top: 70, right: left + 2, bottom: 72 };
  });
  const endless = { ...page(1, captions, { paths }), height: 70_000 };
  const { figures, remarks } = read([
    endless,
    page(2, paragraph(), { pictures: [picture(50, 160, 300, 360)] }),
  ]);
  expect(figures.map((figure) => figure.page)).toEqual([2]);
  expect(remarks).toContainEqual({ kind: 'pages-unpictured', pages: [1] });
});

it('is told of a line of any length at once', { timeout: 2000 }, () => {
  expect(isWordedAsCaption(`Figure 1 ${'1'.repeat(500_000)}`)).toBe(true);
  expect(isWordedAsCaption(`Figure1${'a'.repeat(500_000)}`)).toBe(false);
});

it.each([
  ['<< /Type /XObject /Subtype /Image /Width 3 >>', true],
  ['<< /Subtype/#49mage>>', true],
  [`${'x'.repeat((1 << 20) - 3)}/Image `, true],
  ['<< /ProcSet [/PDF /Text /ImageC] /ImageMask true >>', false],
])('a file that holds it may have pictures', (text, has) => {
  expect(hasPictures(new TextEncoder().encode(text))).toBe(has);
});
