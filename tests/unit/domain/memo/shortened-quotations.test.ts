import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveCitations } from '#domain/memo/citations/resolve-citations.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { quotedParagraphs } from '#domain/memo/document/lay-document.ts';
import { type MemoBlock, memoContentSchema } from '#domain/memo/memo-content.ts';
import type { DocumentBlock } from '#domain/memo/memo-document.ts';
import { plainDocument } from '#domain/memo/snapshot/plain-document.ts';
import { cutKept } from '#domain/memo/verbatim/kept/cut-kept.ts';
import type { Kept } from '#domain/memo/verbatim/kept/kept.ts';
import { keepWords, keptWords, quoteWords } from '#domain/memo/verbatim/kept/quote-words.ts';
import { passageQuote, quotesOf } from '#domain/passage/passage.ts';
import { findingsOf, tell } from '../../../support/memo/check-memo.ts';
import { materialOf, type WrittenArticle, writeArticle } from '../../../support/memo/written-article.ts';
import {
  cite,
  keptWithout,
  paragraph,
  quoteBlock,
  section,
  shortened,
  writeMemo,
} from '../../../support/memo/written-memo.ts';

const SPEECH = 'We see China sharing machine tools, semiconductors and other items that help Russia.';
const DENIAL = 'We say we are not at war with anybody, and we are at peace with those who are at war.';
const article = writeArticle(
  [
    `“${SPEECH}” He left.`,
    DENIAL,
    'He is “😀 sure that ‘the port of Vostochny is open’ today” and said so.',
    'One paragraph of the passage ends here.',
    'Another line of it begins.',
  ],
  [
    `“${SPEECH}”`,
    DENIAL,
    '“😀 sure that ‘the port of Vostochny is open’ today”',
    'One paragraph of the passage ends here.\nAnother line of it begins.',
    ['We see China', 'help Russia'],
  ],
);

const memoOf = (...blocks: readonly MemoBlock[]) => writeMemo([section('analysis', 'Analysis', ...blocks)]);
const blockOf = (...blocks: readonly MemoBlock[]): DocumentBlock | undefined =>
  buildMemoDocument(memoOf(...blocks), materialOf([article])).sections[0]?.blocks[0];

const printed = (passage: number, kept: Kept): string => {
  const block = blockOf(paragraph(shortened(cite(article, passage, 'whole'), kept)));
  return block?.kind === 'paragraph' ? block.runs.map((run) => ('text' in run ? run.text : '')).join('') : '';
};
const without = (passage: number, ...words: readonly string[]): Kept =>
  keptWithout(article, passage, ...words);
const findings = (passage: number, kept: Kept, isBlock = false): readonly string[] => {
  const block = isBlock
    ? shortened(quoteBlock(article, passage), kept)
    : paragraph(shortened(cite(article, passage, 'whole'), kept));
  return findingsOf(memoOf(block), materialOf([article]))
    .map(tell)
    .filter((said) => said.includes('quote-not-verbatim'));
};

describe('a shortened citation', () => {
  it('prints what is kept within one pair of marks, with […] where words are left out', () => {
    expect(printed(0, without(0, ' semiconductors and other items'))).toBe(
      '“We see China sharing machine tools, […] that help Russia.”',
    );
    expect(findings(0, without(0, ' semiconductors and other items'))).toEqual([]);
  });

  it('sets the full stop at the […] where it alone is kept of the end', () => {
    const kept = without(0, ' semiconductors and other items that help Russia');
    expect(printed(0, kept)).toBe('“We see China sharing machine tools, […].”');
    expect(findings(0, kept).join()).toContain('“.” alone is too short');
    const block = blockOf(
      shortened(quoteBlock(article, 1), without(1, ' and we are at peace with those who are at war')),
    );
    expect(block?.kind === 'quotation' ? quotedParagraphs(block) : null).toEqual([
      ['We say we are not at war with anybody, […].'],
    ]);
  });

  it('prints no […] where only the beginning or the end is left out', () => {
    expect(printed(0, without(0, 'We see ', ' that help Russia.”'))).toBe(
      '“China sharing machine tools, semiconductors and other items”',
    );
  });

  it('keeps the level of the marks within, also where one of the two is left out', () => {
    expect(printed(2, without(2, ' of Vostochny'))).toBe('“😀 sure that ‘the port […] is open’ today”');
    expect(printed(2, without(2, ' is open’ today”'))).toBe('“😀 sure that ‘the port of Vostochny”');
  });

  it('counts in code points', () => {
    expect(without(2, 'sure that ')).toEqual([
      { start: 0, end: 3 },
      { start: 13, end: 51 },
    ]);
    expect(
      memoContentSchema.safeParse(memoOf(paragraph(shortened(cite(article, 2), without(2, 'sure')))).content)
        .success,
    ).toBe(true);
  });

  it('shows each of its parts in marks of its own where the passage is of parts that are no one quotation', () => {
    expect(printed(4, without(4, 'We see '))).toBe('“China” […] “help Russia”');
  });

  it('is told of by its chip as it is printed', () => {
    const block = paragraph(
      shortened(cite(article, 0, 'whole'), without(0, ' semiconductors and other items')),
    );
    const [resolved] = resolveCitations(memoOf(block).content, materialOf([article]));
    expect(resolved?.printed).toBe('“We see China sharing machine tools, […] that help Russia.”');
  });

  it('prints the whole of a passage that was changed since, never other words', () => {
    const changed: WrittenArticle = writeArticle([DENIAL], [DENIAL]);
    const citation = cite(changed, 0, 'whole');
    if (citation.type !== 'citation') throw new Error('it is one');
    const block = paragraph({
      ...citation,
      attrs: { ...citation.attrs, exactSha256: cite_(article), kept: without(1, ' not') },
    });
    const [resolved] = resolveCitations(memoOf(block).content, materialOf([changed]));
    expect(resolved?.state).toBe('changed');
    expect(resolved?.printed).toBe(`“${DENIAL}”`);
  });

  it('is refused by the archive where its parts overlap, touch, or are out of order', () => {
    const kept = (...ranges: readonly (readonly [number, number])[]) =>
      memoContentSchema.safeParse(
        memoOf(
          paragraph(
            shortened(
              cite(article, 0),
              ranges.map(([start, end]) => ({ start, end })),
            ),
          ),
        ).content,
      ).success;
    expect(kept([0, 5], [7, 9])).toBe(true);
    expect([kept([0, 5], [5, 9]), kept([0, 5], [3, 9]), kept([5, 9], [0, 3]), kept([3, 3]), kept()]).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

const cite_ = (of: WrittenArticle) => {
  const node = cite(of, 0);
  if (node.type !== 'citation') throw new Error('it is one');
  return node.attrs.exactSha256;
};

describe('the checks of a shortened citation', () => {
  it('refuse one that leaves out a negation, though the same words stand elsewhere in the passage', () => {
    expect(findings(1, without(1, ' not', ', and we are at peace with those who are at war.'))).toEqual([
      'error quote-not-verbatim: “We say we are […] at war with anybody”: “not” is left out, which reverses the meaning. Quote it too.',
    ]);
    const ambiguous: Kept = [
      { start: 0, end: 13 },
      { start: 18, end: 24 },
    ];
    expect(findings(1, ambiguous)).toContainEqual(expect.stringContaining('“not” is left out'));
  });

  it('refuse one that leaves out a negation at the beginning or the end of a sentence that it keeps', () => {
    const text = 'It is not true that the port is open for tankers. They left.';
    const denied = writeArticle([text], [text]);
    const block = paragraph(
      shortened(cite(denied, 0, 'whole'), keptWithout(denied, 0, 'It is not true that ')),
    );
    expect(findingsOf(memoOf(block), materialOf([denied])).map(tell)).toContainEqual(
      expect.stringContaining('“not” is left out'),
    );
    const whole = paragraph(shortened(cite(denied, 0, 'whole'), keptWithout(denied, 0, ' They left.')));
    expect(
      findingsOf(memoOf(whole), materialOf([denied])).filter(({ rule }) => rule === 'quote-not-verbatim'),
    ).toEqual([]);
  });

  it('refuse parts that are too short, and parts of two paragraphs in running text', () => {
    expect(
      findings(0, without(0, 'We see China sharing machine', 'semiconductors and other items that ')),
    ).toContainEqual(expect.stringContaining('alone is too short'));
    expect(findings(3, without(3, 'ends here.'))).toContainEqual(
      expect.stringContaining('different paragraphs'),
    );
  });
});

describe('a shortened block quotation', () => {
  it('goes on behind […] on the same line of a paragraph, and begins a line where a paragraph does', () => {
    const block = blockOf(shortened(quoteBlock(article, 3), without(3, ' of the passage', 'Another ')));
    if (block?.kind !== 'quotation') throw new Error('it is one');
    expect(block.runOn).toEqual([1]);
    expect(quotedParagraphs(block)).toEqual([['One paragraph […] ends here.'], ['line of it begins.']]);
  });

  it('is held against its article by the same rules', () => {
    expect(findings(1, without(1, ' not'), true)).toEqual([
      'error quote-not-verbatim: “We say we are […] at war with anybody, and we are at peace with those who are at war.”: “not” is left out, which reverses the meaning. Quote it too.',
    ]);
    expect(findings(0, without(0, ' semiconductors and other items'), true)).toEqual([]);
  });

  it('is compared as it is printed', () => {
    const memo = memoOf(shortened(quoteBlock(article, 0), without(0, ' semiconductors and other items')));
    const texts = plainDocument(buildMemoDocument(memo, materialOf([article]))).map(({ text }) => text);
    expect(texts).toContainEqual(
      expect.stringContaining('““We see China sharing machine tools, […] that help Russia.””'),
    );
  });
});

describe('the words of a quotation', () => {
  it('are what stands between spaces, with its punctuation; a dash parts two, a hyphen none', () => {
    const text = 'Well-known tools—of 10–20 kinds, “he” said.';
    expect(quoteWords([text], 'en').map(({ start, end }) => text.slice(start, end))).toEqual([
      'Well-known',
      'tools—',
      'of',
      '10–20',
      'kinds,',
      '“he”',
      'said.',
    ]);
  });

  it('are found in scripts without spaces', () => {
    const text = '「北京」今天下雨。';
    const words = quoteWords([text], 'zh').map(({ start, end }) => text.slice(start, end));
    expect(words.length).toBeGreaterThan(2);
    expect(words.join('')).toBe(text);
  });

  it('are kept as they were chosen, whatever the text', () => {
    const part = fc
      .array(fc.constantFrom('a', 'word', '😀', '“b”', '—', ' ', '\n', '北京', '.'), { minLength: 1 })
      .map((bits) => bits.join(''))
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 3 }),
        fc.infiniteStream(fc.boolean()),
        (quotes, chosen) => {
          const words = quoteWords(quotes, 'en');
          const isKept = words.map(() => chosen.next().value);
          const kept = keepWords(words, isKept, quotes);
          if (isKept.every((each) => !each)) return;
          expect(keptWords(words, kept, quotes)).toEqual(isKept);
        },
      ),
    );
  });

  it('give back the words that are kept, in their parts', () => {
    const [passage] = article.passages.slice(4);
    if (passage === undefined) throw new Error('it is there');
    const quotes = quotesOf(passage);
    const words = quoteWords(quotes, 'en');
    const quote = passageQuote(passage);
    const kept = keepWords(
      words,
      words.map(({ start, end }) => quote.slice(start, end) !== 'see'),
      quotes,
    );
    expect(
      cutKept(passage, kept)?.map(({ part, range }) => quotes[part]?.slice(range.start, range.end)),
    ).toEqual(['We', 'China', 'help Russia']);
  });
});
