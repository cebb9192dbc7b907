import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANNOTATIONS_VERSION, type AnnotationsFile } from '#domain/archive/files.ts';
import { mergeRecords } from '#domain/archive/merge/merge-records.ts';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { pagedRanges } from '#domain/article/pages.ts';
import { picturesInText } from '#domain/article/pictures/pictures-in-text.ts';
import { articleIdSchema } from '#domain/ids.ts';
import { printPassage } from '#domain/memo/verbatim/print-quote.ts';
import { anchorPassage } from '#domain/passage/anchor/anchor-passage.ts';
import { describeRegion } from '#domain/passage/anchor/describe-selector.ts';
import { carryPassage } from '#domain/passage/carry/carry-passage.ts';
import { applyPassageEdit, assumedContext } from '#domain/passage/edit/passage-edit.ts';
import {
  newPassage,
  type Passage,
  passageEvidence,
  passageQuote,
  passageSchema,
  passageWords,
} from '#domain/passage/passage.ts';
import { pictureRegionOf } from '#domain/passage/region/picture-region.ts';
import { isWithin, rectangleBetween, stepRectangle } from '#domain/passage/region/rectangle.ts';
import { isRegion } from '#domain/passage/region/region-selector.ts';
import { indexText } from '#domain/text/text-index.ts';
import { sampleAnnotations } from '../../../support/archive/sample-folders.ts';
import { newPassageId, newSampleId, sampleTime } from '../../../support/archive/sample-ids.ts';
import { keptPng, picturedArticleOf } from '../../../support/pictures/pictured-article.ts';
import { sha256Of } from '../../../support/texts/sha256-of.ts';

const machine = { newId: newSampleId, nowMs: () => Date.parse(sampleTime) } as Parameters<
  typeof picturedArticleOf
>[0];
const [chart, map] = [keptPng(60, 40), keptPng(30, 30)];

const textWith = (text: string, pictures: readonly ReturnType<typeof keptPng>[]) => {
  const { body } = picturedArticleOf(machine, text, pictures);
  const spans = textBlockSpans(body);
  return {
    index: indexText(canonicalText(body)),
    spans,
    pictures: picturesInText(spans),
    pages: pagedRanges(spans),
    originalSha256: sha256Of('the original'),
  };
};

const old = textWith('Exports rose.\n\uFFFC\nThe minister denied it.\n\uFFFC', [chart, map]);
const articleId = articleIdSchema.parse(newSampleId());
const regionOn = (at: number, description = '') => {
  const picture = old.pictures[at];
  if (picture === undefined) throw new Error(`there is no picture ${at}`);
  const selector = describeRegion(old.index, picture, { x: 5, y: 6, w: 20, h: 10 });
  return newPassage(
    { selectors: [selector], description, label: 'data' },
    { id: newPassageId(), at: sampleTime },
  );
};
const carry = (text: string, pictures: readonly ReturnType<typeof keptPng>[], passage = regionOn(0)) =>
  carryPassage({ ...textWith(text, pictures), pair: null }, passage, {
    articleId,
    id: newPassageId(),
    at: sampleTime,
  });

const size = fc.record({
  width: fc.integer({ min: 1, max: 2400 }),
  height: fc.integer({ min: 1, max: 2400 }),
});
const far = fc.double({ min: -5000, max: 5000, noNaN: true });

describe('a rectangle of a picture', () => {
  it('takes in the pixels that it touches, and nothing off the picture', () => {
    expect(rectangleBetween({ x1: 20.2, y1: 10, x2: 4.9, y2: 2 }, { width: 60, height: 40 })).toEqual({
      x: 4,
      y: 2,
      w: 17,
      h: 8,
    });
    fc.assert(
      fc.property(far, far, far, far, size, (x1, y1, x2, y2, picture) => {
        const drawn = rectangleBetween({ x1, y1, x2, y2 }, picture);
        expect(isWithin(drawn, picture)).toBe(true);
        expect(Math.min(drawn.w, drawn.h)).toBeGreaterThanOrEqual(1);
        expect(Math.min(drawn.x, drawn.y)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is moved and resized as far as there is room', () => {
    const picture = { width: 60, height: 40 };
    const drawn = { x: 50, y: 0, w: 10, h: 10 };
    const step = { right: 0, down: 0, wider: 0, higher: 0 };
    expect(stepRectangle(drawn, { ...step, right: 10 }, picture)).toEqual(drawn);
    expect(stepRectangle(drawn, { ...step, wider: 10, higher: 50 }, picture)).toEqual({ ...drawn, h: 40 });
    expect(stepRectangle(drawn, { ...step, wider: -99, higher: -99 }, picture)).toMatchObject({ w: 1, h: 1 });
    expect(
      stepRectangle({ x: 0, y: 0, w: 1, h: 1 }, { ...step, down: 1, wider: 1 }, { width: 1, height: 1 }),
    ).toEqual({ x: 0, y: 0, w: 1, h: 1 });
  });
});

describe('a region of a picture', () => {
  it('stands where its picture does, and is of one shape with its record', () => {
    const passage = regionOn(1);
    expect(passageSchema.parse(passage)).toEqual(passage);
    expect(anchorPassage(old.index, passage.selectors)).toMatchObject({
      state: 'anchored',
      ranges: [{ start: old.pictures[1]?.offset }],
    });
  });

  it('never leaves its picture, and is no part of words', () => {
    const { selectors, ...rest } = regionOn(0);
    const [selector] = selectors;
    if (selector === undefined || !isRegion(selector)) throw new Error('no region');
    const parse = (changed: unknown) => passageSchema.safeParse({ ...rest, selectors: changed }).success;
    expect(parse([{ ...selector, xywh: { x: 41, y: 0, w: 20, h: 10 } }])).toBe(false);
    expect(parse([selector, selector])).toBe(false);
  });

  it('quotes nothing: what is said of it is printed without marks', () => {
    expect(passageQuote(regionOn(0, 'The peak'))).toBe('');
    expect(passageWords(regionOn(0, 'The peak'))).toBe('The peak');
    expect(printPassage(regionOn(0, 'The peak'))).toBe('The peak');
    expect(printPassage(regionOn(0))).toBe('Region of a picture, not described');
  });

  it('is other evidence where its edges move, and not where it is described otherwise', () => {
    const passage = regionOn(0, 'The peak');
    const edit = (...[does]: [Parameters<typeof applyPassageEdit>[1]]) => {
      const edited = applyPassageEdit(passage, does, assumedContext(sampleTime));
      return edited.ok ? passageEvidence(edited.value) : edited.error.code;
    };
    expect(passageEvidence(passage)).toBe(`${chart.picture.sha256}#xywh=pixel:5,6,20,10`);
    expect(edit({ kind: 'describe', description: 'The trough' })).toBe(passageEvidence(passage));
    expect(edit({ kind: 'reframe', xywh: { x: 0, y: 0, w: 60, h: 40 } })).toMatch(/xywh=pixel:0,0,60,40$/u);
    expect(edit({ kind: 'reframe', xywh: { x: 1, y: 0, w: 60, h: 40 } })).toBe('ranges-not-of-text');
    expect(edit({ kind: 'resize', ranges: [{ start: 0, end: 7 }] })).toBe('ranges-not-of-text');
  });
});

describe('a region that two have changed', () => {
  it('keeps the edges of one and the description of the other', () => {
    const passage = regionOn(0, 'The peak');
    const moved = applyPassageEdit(
      passage,
      { kind: 'reframe', xywh: { x: 0, y: 0, w: 9, h: 9 } },
      assumedContext(sampleTime),
    );
    if (!moved.ok) throw new Error(moved.error.code);
    const fileOf = (each: Passage): AnnotationsFile => ({
      version: ANNOTATIONS_VERSION,
      ...sampleAnnotations(articleId, [each]),
    });
    const { merged, conflicts } = mergeRecords(
      fileOf(passage),
      fileOf(moved.value),
      fileOf({ ...passage, description: 'The trough' }),
    );
    expect(conflicts).toEqual([]);
    expect(merged.passages).toMatchObject([
      { description: 'The trough', selectors: [{ xywh: { x: 0, y: 0, w: 9, h: 9 } }] },
    ]);
  });
});

describe('a region in a new version of its article', () => {
  it('goes with its picture, wherever that stands', () => {
    const carried = carry('Updated.\nExports fell.\n\uFFFC\nMore.\n\uFFFC', [map, chart]);
    expect(carried.carriedFrom).toMatchObject({ state: 'moved', isSettled: true });
    expect(carried.selectors).toMatchObject([{ picture: chart.picture, xywh: { x: 5, y: 6, w: 20, h: 10 } }]);
    expect(carried.selectors[0]?.position.start).toBe(31);
  });

  it('is unchanged where both stand as they did', () => {
    expect(carry('Exports rose.\n\uFFFC', [chart]).carriedFrom).toMatchObject({ state: 'unchanged' });
  });

  it('is never on another picture: it becomes an orphan with the picture of the old copy', () => {
    const carried = carry('Exports rose.\n\uFFFC\nThe minister denied it.\n\uFFFC', [keptPng(60, 41), map]);
    expect(carried.carriedFrom).toMatchObject({ state: 'orphaned', isSettled: false, articleId });
    expect(carried.selectors).toEqual(regionOn(0).selectors);
    expect(pictureRegionOf(carried, articleIdSchema.parse(newSampleId()))).toMatchObject({ articleId });
  });

  it('takes the nearest of several equal pictures', () => {
    const carried = carry('\uFFFC\nExports rose.\n\uFFFC\nEnd.\n\uFFFC', [chart, chart, chart]);
    expect(carried.selectors[0]?.position.start).toBe(16);
  });
});
