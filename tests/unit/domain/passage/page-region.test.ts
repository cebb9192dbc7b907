import { describe, expect, it } from 'vitest';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { numberParagraphs } from '#domain/article/body/paragraph-numbers.ts';
import { pagedRanges } from '#domain/article/pages.ts';
import { articleIdSchema, type Sha256 } from '#domain/ids.ts';
import { printPassage } from '#domain/memo/verbatim/print-quote.ts';
import { anchorPassage } from '#domain/passage/anchor/anchor-passage.ts';
import { describePageRegion } from '#domain/passage/anchor/describe-selector.ts';
import { carryPassage } from '#domain/passage/carry/carry-passage.ts';
import { applyPassageEdit, assumedContext } from '#domain/passage/edit/passage-edit.ts';
import {
  newPassage,
  passageEvidence,
  passageQuote,
  passageSchema,
  regionOf,
} from '#domain/passage/passage.ts';
import { sayPageRectangle, wholePoints } from '#domain/passage/region/page-region.ts';
import { pictureRegionOf } from '#domain/passage/region/picture-region.ts';
import { printedPlaceOf } from '#domain/passage/region/printed-place.ts';
import { textSelectorOf } from '#domain/passage/region/region-selector.ts';
import { indexText } from '#domain/text/text-index.ts';
import { newPassageId, newSampleId, sampleTime } from '../../../support/archive/sample-ids.ts';
import { a4Page, type PagedLine, pagedArticleOf } from '../../../support/pictures/paged-article.ts';
import { keptPng } from '../../../support/pictures/pictured-article.ts';
import { sha256Of } from '../../../support/texts/sha256-of.ts';

const machine = { newId: newSampleId, nowMs: () => Date.parse(sampleTime) } as Parameters<
  typeof pagedArticleOf
>[0];
const original = sha256Of('the scan');

const line = (text: string, index: number, from: number, label: string | null = null): PagedLine => ({
  text,
  index,
  label,
  from,
  to: from + 500,
});

const versionOf = (lines: readonly PagedLine[], originalSha256: Sha256 = original) => {
  const { body } = pagedArticleOf(machine, lines);
  const spans = textBlockSpans(body);
  const index = indexText(canonicalText(body));
  const text = { index, pages: pagedRanges(spans), paragraphs: numberParagraphs(spans) };
  return { ...text, pictures: [], pair: null, originalSha256 };
};

const lines = [
  line('The log of the lock.', 1, 1000),
  line('Ships by month.', 3, 1000, '14'),
  line('The chart shows it.', 3, 6000, '14'),
];
const old = versionOf(lines);
const articleId = articleIdSchema.parse(newSampleId());
const { picture } = keptPng(400, 200);
const viewrect = { x: 60, y: 450, w: 96, h: 48 };

const regionOn = (number: number, description = '', rectangle = viewrect) => {
  const selector = describePageRegion(old, { picture, page: a4Page(original, number), viewrect: rectangle });
  if (selector === null) throw new Error('the text has no pages');
  return newPassage(
    { selectors: [selector], description, label: 'data' },
    { id: newPassageId(), at: sampleTime },
  );
};
const besideOf = (passage: ReturnType<typeof regionOn>): string => {
  const [selector] = passage.selectors;
  return selector === undefined ? '' : textSelectorOf(selector).quote.exact;
};

describe('a region of a page', () => {
  it('is of one shape with its record, and lies over no text', () => {
    const passage = regionOn(3);
    expect(passageSchema.parse(passage)).toEqual(passage);
    expect(anchorPassage(old.index, passage.selectors)).toMatchObject({ state: 'anchored', ranges: [] });
    expect(passageQuote(passage)).toBe('');
  });

  it('stands beside what is nearest to it on its page, or at the end of the pages before', () => {
    expect(besideOf(regionOn(3))).toBe('The chart shows it.');
    expect(besideOf(regionOn(3, '', { ...viewrect, y: 140 }))).toBe('Ships by month.');
    expect(besideOf(regionOn(2))).toBe('The log of the lock.');
    expect(besideOf(regionOn(9))).toBe('The chart shows it.');
    const text = versionOf(lines.slice(1));
    expect(describePageRegion(text, { picture, page: a4Page(original, 1), viewrect })?.beside.exact).toBe(
      'Ships by month.',
    );
  });

  it('has no place beside a text without pages', () => {
    const none = { index: indexText('Words.'), pages: [] };
    expect(describePageRegion(none, { picture, page: a4Page(original, 1), viewrect })).toBeNull();
  });

  it('is cited by its page alone, as that is printed', () => {
    expect(printedPlaceOf(regionOn(3), old, 40)).toEqual({ page: '14', paragraph: null });
    expect(printedPlaceOf(regionOn(2), old, 0)).toEqual({ page: '2', paragraph: null });
  });

  it('never leaves its page', () => {
    const { selectors, ...rest } = regionOn(3);
    const parse = (changed: object) =>
      passageSchema.safeParse({ ...rest, selectors: [{ ...selectors[0], ...changed }] }).success;
    expect(parse({})).toBe(true);
    expect(parse({ viewrect: { ...viewrect, w: 536 } })).toBe(false);
    expect(parse({ viewrect: { ...viewrect, x: -1 } })).toBe(false);
    expect(parse({ xywh: { x: 0, y: 0, w: 1, h: 1 } })).toBe(false);
  });

  it('is named by file, page and rectangle, whatever drew its pixels', () => {
    const passage = regionOn(3, 'The peak');
    const name = `${original}#page=3&viewrect=60,450,96,48`;
    expect(passageEvidence(passage)).toBe(name);
    const edit = (does: Parameters<typeof applyPassageEdit>[1]) => {
      const edited = applyPassageEdit(passage, does, assumedContext(sampleTime));
      return edited.ok ? passageEvidence(edited.value) : edited.error.code;
    };
    const other = keptPng(401, 200).picture;
    expect(edit({ kind: 'reframe-page', viewrect, picture: other })).toBe(name);
    expect(edit({ kind: 'reframe-page', viewrect: { ...viewrect, w: 97 }, picture })).toBe(
      `${original}#page=3&viewrect=60,450,97,48`,
    );
    expect(edit({ kind: 'reframe-page', viewrect: { ...viewrect, x: 595 }, picture })).toBe(
      'ranges-not-of-text',
    );
    expect(edit({ kind: 'reframe', xywh: viewrect })).toBe('ranges-not-of-text');
    expect(edit({ kind: 'resize', ranges: [{ start: 0, end: 3 }] })).toBe('ranges-not-of-text');
  });

  it('shows all of its own pixels, in the folder of its article', () => {
    expect(pictureRegionOf(regionOn(3), articleId)).toEqual({
      articleId,
      picture,
      xywh: { x: 0, y: 0, w: 400, h: 200 },
      of: 'page',
    });
  });

  it('is printed as what the analyst says of it, without marks', () => {
    expect(printPassage(regionOn(3, 'The peak'))).toBe('The peak');
    expect(printPassage(regionOn(3))).toBe('Region of a page, not described');
  });
});

describe('a rectangle of a page', () => {
  it('is said as on paper', () => {
    expect(sayPageRectangle({ x: 72, y: 144, w: 144, h: 72 })).toBe(
      '50.8 × 25.4 mm, 25.4 from the left and 50.8 from the top',
    );
  });

  it('lies on whole points', () => {
    expect(wholePoints({ width: 595.28, height: 841.89 })).toEqual({ width: 595, height: 841 });
    expect(wholePoints({ width: 0.4, height: 9 })).toEqual({ width: 1, height: 9 });
  });
});

describe('a region of a page in a new version of its article', () => {
  const options = { articleId, id: newPassageId(), at: sampleTime };

  it('stays on its page where the file is the same, whatever was read from it', () => {
    const read = versionOf([line('Another reading.', 1, 900), line('Of the same scan.', 3, 5000, 'xiv')]);
    const carried = carryPassage(read, regionOn(3, 'The peak'), options);
    expect(carried.carriedFrom).toMatchObject({ state: 'unchanged', isSettled: true });
    expect(carried.selectors).toMatchObject([{ picture, viewrect, beside: { exact: 'Of the same scan.' } }]);
    expect(passageEvidence(carried)).toBe(passageEvidence(regionOn(3)));
  });

  it('is an orphan in another file, with the pixels of the old copy', () => {
    const carried = carryPassage(versionOf(lines, sha256Of('another scan')), regionOn(3), options);
    expect(carried.carriedFrom).toMatchObject({ state: 'orphaned', isSettled: false, articleId });
    expect(regionOf(carried)).toEqual(regionOf(regionOn(3)));
    expect(pictureRegionOf(carried, articleIdSchema.parse(newSampleId()))).toMatchObject({ articleId });
  });
});
