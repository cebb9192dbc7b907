import { describe, expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { type MemoBlock, memoContentSchema } from '#domain/memo/memo-content.ts';
import { materialOf, writeArticle } from '../../../support/memo/written-article.ts';
import {
  cite,
  judgement,
  paragraph,
  quoteBlock,
  section,
  subHeading,
  writeMemo,
} from '../../../support/memo/written-memo.ts';

const article = writeArticle(['The port closed on Monday.'], ['The port closed']);
const material = materialOf([article]);

const levelsOf = (...blocks: readonly MemoBlock[]): readonly string[] =>
  buildMemoDocument(writeMemo([section('analysis', 'Analysis', ...blocks)]), material).sections.flatMap(
    (part) =>
      part.blocks.map((block) => (block.kind === 'heading' ? `${block.level} ${block.text}` : block.kind)),
  );

describe('sub-headings of a memo', () => {
  it('are printed with their level', () => {
    expect(
      levelsOf(subHeading('Ships'), paragraph('Two.'), subHeading('Tankers', 2), paragraph('One.')),
    ).toEqual(['1 Ships', 'paragraph', '2 Tankers', 'paragraph']);
  });

  it('skip no level, whatever the memo has: PDF/UA refuses a document that does', () => {
    expect(levelsOf(subHeading('Tankers', 2), subHeading('Ferries', 2), subHeading('Ships'))).toEqual([
      '1 Tankers',
      '2 Ferries',
      '1 Ships',
    ]);
  });

  it('that say nothing are not printed', () => {
    expect(levelsOf(subHeading(' '), paragraph('Two.'))).toEqual(['paragraph']);
  });

  it('stand directly in their section, and hold words alone', () => {
    const accepts = (block: unknown): boolean =>
      memoContentSchema.safeParse({
        type: 'doc',
        content: [{ type: 'section', attrs: { role: 'own', heading: 'A' }, content: [block] }],
      }).success;
    expect(accepts(subHeading('Ships'))).toBe(true);
    expect(accepts({ type: 'heading', attrs: { level: 3 } })).toBe(false);
    expect(accepts({ type: 'heading', attrs: { level: 1 }, content: [cite(article, 0)] })).toBe(false);
    const inList = { type: 'listItem', content: [subHeading('Ships')] };
    expect(accepts({ type: 'bulletList', content: [inList] })).toBe(false);
  });
});

describe('numbered paragraphs', () => {
  const memo = (numbersParagraphs: boolean) =>
    writeMemo(
      [
        section('bottom-line', 'Bottom line', paragraph('It closed.')),
        section('key-judgements', 'Judgements', judgement(['It stays so.']), paragraph('So it is.')),
        section('background', 'Background', paragraph('One.'), subHeading('Ships'), paragraph('Two.')),
        section('analysis', 'Analysis', quoteBlock(article, 0), paragraph('Three.'), paragraph(' ')),
      ],
      { numbersParagraphs },
    );
  const numbersOf = (numbersParagraphs: boolean) =>
    buildMemoDocument(memo(numbersParagraphs), material).sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.number] : [])),
    );

  it('are counted through the memo from the judgements on, over headings and quotations', () => {
    expect(numbersOf(true)).toEqual([undefined, undefined, 1, 2, 3]);
  });

  it('have no number where the memo has not chosen so', () => {
    expect(numbersOf(false).filter((number) => number !== undefined)).toEqual([]);
  });
});
