import { describe, expect, it } from 'vitest';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import { pagedRanges, printedPageAt } from '#domain/article/pages.ts';
import { articleOfPages } from '#renderer/importer/pdf/article-of-pages.ts';
import { jointOf } from '#renderer/importer/pdf/join-lines.ts';
import type { PrintedItem, PrintedPage } from '#renderer/importer/pdf/printed-text.ts';

/** A line of ten-point letters, five points wide each, on the page at `left` and `baseline`. */
const item = (text: string, left: number, baseline: number, size = 10, font = 'text'): PrintedItem => ({
  text,
  left,
  right: left + text.length * size * 0.5,
  baseline,
  size,
  font,
  angle: 0,
  isTurned: false,
  isRightToLeft: false,
  confidence: null,
});

const page = (index: number, items: readonly PrintedItem[]): PrintedPage => ({
  index,
  width: 500,
  height: 700,
  items,
  isScanned: false,
});

/** Lines of one column, twelve points apart. */
const column = (lines: readonly string[], left = 50, top = 100): readonly PrintedItem[] =>
  lines.map((line, at) => item(line, left, top + 12 * at));

const FULL = 'words that fill the whole of the line up to its end';

const read = (pages: readonly PrintedPage[]) => {
  const article = articleOfPages(pages);
  if (article === null) throw new Error('nothing was read');
  const body = withoutLeftOut(article.body, article.leftOut);
  return { ...article, text: canonicalText(body), ranges: pagedRanges(textBlockSpans(body)) };
};

describe('pages that are read from right to left', () => {
  /** The words of a line as it is seen, from its right edge on: Latin words beside each other run the other way. */
  const seenFromRight = (line: string): readonly string[] =>
    line.replace('Harbour Office Ltd', 'Ltd Office Harbour').split(' ');
  const drawn = (line: string, right: number, baseline: number): readonly PrintedItem[] => {
    let edge = right;
    return seenFromRight(line).map((word) => {
      const placed = item(word, edge - word.length * 5, baseline);
      edge = placed.left - 5;
      return { ...placed, isRightToLeft: !/[A-Za-z0-9]/u.test(word) };
    });
  };
  const lines = [
    'أكد المكتب يوم الاثنين أن 24 سفينة من شركة Harbour Office Ltd احتجزت عند',
    'القفل الشمالي قبل الفجر في عام 2019 ولم يذكر أحد سببا.',
  ];
  const orders: Readonly<Record<string, (items: readonly PrintedItem[]) => readonly PrintedItem[]>> = {
    'as they are read': (items) => items,
    'from left to right': (items) => items.toSorted((a, b) => a.left - b.left),
  };

  it.each(Object.keys(orders))('are their words, with numbers and Latin names, drawn %s', (order) => {
    const items = lines.flatMap((line, at) => orders[order]?.(drawn(line, 450, 100 + 12 * at)) ?? []);
    const { text, ranges } = read([page(1, items)]);
    expect(text).toBe(lines.join(' '));
    const [left, , right] = ranges[0]?.box ?? [];
    expect(left).toBeLessThan(3000);
    expect(right).toBe(9000);
  });

  it('are their right column, then their left one', () => {
    const column = (right: number) =>
      lines.flatMap((line, at) => drawn(line.split(' ').slice(0, 6).join(' '), right, 100 + 12 * at));
    const { text } = read([page(1, [...column(450), ...column(220)])]);
    const once = lines.map((line) => line.split(' ').slice(0, 6).join(' ')).join(' ');
    expect(text.replaceAll('\n', ' ')).toBe(`${once} ${once}`);
  });

  it('leave a word of theirs in a line of the other direction where it stands', () => {
    const word = { ...item('שלום', 95, 100), isRightToLeft: true };
    const { text } = read([page(1, [item('He said', 50, 100), word, item('twice.', 125, 100)])]);
    expect(text).toBe('He said שלום twice.');
  });
});

describe('the text of pages', () => {
  it('is paragraphs by their indentation, and words by their gaps', () => {
    const lines = column([FULL, `${FULL} and`, FULL, 'the end.']);
    const [first, ...others] = lines;
    const indented = [{ ...(first as PrintedItem), left: 62 }, ...others];
    const both = [...indented, ...column(['Another paragraph'], 62, 148)];
    expect(read([page(1, both)]).text).toBe(`${FULL} ${FULL} and ${FULL} the end.\nAnother paragraph`);
  });

  it('goes on over columns and pages, with the page of each word', () => {
    const left = column([FULL, FULL, 'and then the commodi-']);
    const right = column(['ties rose.', FULL], 320);
    const { text, ranges } = read([
      page(1, [...left, ...right]),
      page(2, column(['on the second page.', FULL])),
    ]);
    expect(text.startsWith(`${FULL} ${FULL} and then the commodities rose.`)).toBe(true);
    expect(printedPageAt(ranges, 0)).toBe('1');
    expect(printedPageAt(ranges, text.indexOf('second'))).toBe('2');
  });

  it('is one paragraph of hundreds of pages long before the importer would give up', {
    timeout: 5000,
  }, () => {
    const lines = Array.from({ length: 30 }, () => FULL);
    const pages = Array.from({ length: 260 }, (_, at) => page(at + 1, column(lines, 50, 170)));
    expect(read(pages).body.content).toHaveLength(1);
  });

  it('leaves out heads that repeat and numbers of pages, and cites by the number', () => {
    const pages = [17, 18, 19, 20].map((number, at) =>
      page(at + 1, [
        item('Customs Bulletin', 50, 30),
        ...column([FULL, FULL, `${FULL} ${number}.`]),
        item(String(number), 250, 670),
      ]),
    );
    const { text, ranges, leftOut } = read(pages);
    expect(text).not.toContain('Bulletin');
    expect(leftOut).toHaveLength(8);
    expect(printedPageAt(ranges, text.length - 1)).toBe('20');
  });

  it('is turned text where there is no other, and nothing is said to be left out', () => {
    const turned = column([FULL, FULL]).map((each) => ({ ...each, angle: 45, isTurned: true }));
    const { leftOut, remarks } = read([page(1, turned)]);
    expect({ leftOut, remarks }).toEqual({ leftOut: [], remarks: [] });
  });

  it('is once what is drawn twice, a little aside, wherever it is drawn again', () => {
    const lines = column([FULL, `${FULL} and`, 'the end.']);
    const again = lines.map((each) => ({ ...each, left: each.left + 0.6, baseline: each.baseline + 0.6 }));
    expect(read([page(1, [...lines, ...again])]).text).toBe(`${FULL} ${FULL} and the end.`);
    const apart = lines.map((each) => ({ ...each, baseline: each.baseline + 200 }));
    expect(read([page(1, [...lines, ...apart])]).text.match(/the end\./gu)).toHaveLength(2);
  });

  it('keeps what stands high as such, and notes apart', () => {
    const raised = item('6', 50 + 17 * 5, 96, 6);
    const noted = item('1', 50 + 51 * 5, 108, 6);
    const note = [item('1', 50, 597, 5), item('The bulletin, page three.', 55, 600, 8)];
    const { text } = read([
      page(1, [
        item('It took in 58 · 10', 49, 100),
        { ...raised, left: 134, right: 137 },
        item(' tons of it,', 137, 100),
        item(FULL, 50, 112),
        noted,
        ...column([FULL, `${FULL}.`], 50, 124),
        ...note,
      ]),
    ]);
    expect(text).toContain('58 · 10⁶ tons of it,');
    expect(text).toContain(`${FULL}[1] ${FULL}`);
    expect(text.endsWith('\n[1] The bulletin, page three.')).toBe(true);
  });

  it('is a table where gaps stand in the same places', () => {
    const rows = ['Month', 'May', 'June'].map((name, at) => [
      item(name, 50, 300 + 14 * at),
      item(`${at}8`, 200, 300 + 14 * at),
    ]);
    const { body } = read([page(1, [...column([FULL, `${FULL}.`]), ...rows.flat()])]);
    expect(body.content.map(({ type }) => type)).toEqual(['paragraph', 'table']);
  });
});

describe('a small table', () => {
  const text = column([FULL, FULL, FULL]);
  const row = (cells: readonly [string, string], at: number, size = 10, font = 'bold') => [
    item(cells[0], 50, at, size, font),
    item(cells[1], 50 + (cells[0].length + 1) * size * 0.5 + (font === 'close' ? 0 : 20), at, size, font),
  ];

  it('of one row below the names of its columns is a table, and no heading', () => {
    const table = [...row(['Port', 'Crossings'], 160), ...row(['Harwich', '412'], 176, 10, 'text')];
    const { body } = read([page(1, [...text, ...table])]);
    expect(body.content.map(({ type }) => type)).toEqual(['paragraph', 'table']);
  });

  it('whose columns stand close to each other is no heading, in large letters neither', () => {
    const rows = [['Month', 'Crossings'] as const, ['January', '412'] as const, ['May', '388'] as const];
    const table = rows.flatMap((cells, at) => row(cells, 170 + 16 * at, 13, 'close'));
    const { body } = read([page(1, [...text, ...table])]);
    expect(body.content.map(({ type }) => type)).not.toContain('heading');
  });
});

describe('the end of a line', () => {
  const words = new Set(['commodities', 'well-known']);
  it.each([
    ['commodi-', 'ties', 'hyphen-dropped'],
    ['well-', 'known', 'nothing'],
    ['commodi\u00AD', 'ties', 'hyphen-dropped'],
    ['Anglo-', 'American', 'nothing'],
    ['pre-', 'and post-war', 'space'],
    ['the', 'end', 'space'],
    ['北', '京', 'nothing'],
  ])('%s before %s: %s', (before, after, joint) => {
    expect(jointOf(before, after, words)).toBe(joint);
  });
});

describe('a page that is set on its side', () => {
  /** Lines of a page of 700 by 500, as they are on the sheet of 500 by 700 when they are turned by `angle`. */
  const onItsSide = (items: readonly PrintedItem[], angle: 90 | 270): readonly PrintedItem[] =>
    items.map((each) => ({
      ...each,
      ...(angle === 90
        ? { baseline: each.baseline - 500 }
        : { left: each.left - 700, right: each.right - 700 }),
      angle,
      isTurned: true,
    }));
  const lines = [`A ${FULL}`, FULL, 'and so on to the end of the paragraph.'];
  const pageOf = (index: number, angle: 90 | 270) =>
    page(index, [
      item('Customs Bulletin', 50, 30),
      ...onItsSide(column(lines, 50, 200), angle),
      item(String(20 + index), 250, 680),
    ]);

  it.each([90, 270] as const)('is read along its lines, turned by %i degrees', (angle) => {
    const { text, leftOut, ranges } = read([1, 2, 3].map((index) => pageOf(index, angle)));
    expect(text.split('\n').map((each) => each.slice(0, 6))).toEqual(Array(3).fill('A word'));
    expect(text.split('\n')[0]).toBe(lines.join(' '));
    expect(leftOut).toHaveLength(6);
    expect(printedPageAt(ranges, text.length - 1)).toBe('23');
  });

  it('has its words where they are on the sheet', () => {
    // From 190 to 226.5 points below the upper edge of the page, from 50 points on.
    const box = (angle: 90 | 270) => read([pageOf(1, angle)]).ranges[0]?.box?.map((edge) => edge / 10_000);
    const [left, top, right] = box(90) ?? [];
    expect(right).toBeCloseTo((500 - 190) / 500, 3);
    expect(left).toBeCloseTo((500 - 226.5) / 500, 3);
    expect(top).toBeCloseTo(50 / 700, 3);
    const [leftUp, , rightUp, bottomUp] = box(270) ?? [];
    expect(leftUp).toBeCloseTo(190 / 500, 3);
    expect(rightUp).toBeCloseTo(226.5 / 500, 3);
    expect(bottomUp).toBeCloseTo((700 - 50) / 700, 3);
  });

  it('is read from the right too', () => {
    const words = 'أكد المكتب يوم الاثنين أن 24 سفينة احتجزت عند'.split(' ');
    let edge = 650;
    const drawn = words.map((word) => {
      const placed = item(word, edge - word.length * 5, 100);
      edge = placed.left - 5;
      return { ...placed, isRightToLeft: !/\d/u.test(word) };
    });
    const { text, ranges } = read([page(1, onItsSide(drawn, 90))]);
    expect(text).toBe(words.join(' '));
    expect(ranges[0]?.box?.[3]).toBe(Math.round((650 / 700) * 10_000));
  });
});

describe('words in the margin that run upwards', () => {
  it('are lines of their own, with their places, apart from the text', () => {
    const stamp = ['received by the', 'Customs Bulletin'].flatMap((line, at) =>
      line.split(' ').map((word, n) => ({
        ...item(word, -600 + 60 * n, 20 + 12 * at),
        angle: 270,
        isTurned: true,
      })),
    );
    const { body, leftOut } = articleOfPages([page(1, [...column([FULL, FULL]), ...stamp])]) ?? {};
    if (body === undefined || leftOut === undefined) throw new Error('nothing was read');
    expect(canonicalText(withoutLeftOut(body, leftOut))).toBe(`${FULL} ${FULL}`);
    expect(canonicalText(body).split('\n').slice(1)).toEqual(['received by the', 'Customs Bulletin']);
    const [left, , right, bottom] = pagedRanges(textBlockSpans(body)).at(-1)?.box ?? [];
    expect([left, right, bottom]).toEqual([440, 690, Math.round((600 / 700) * 10_000)]);
  });
});
