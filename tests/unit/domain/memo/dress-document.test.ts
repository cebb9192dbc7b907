import { describe, expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { annexNotes } from '#domain/memo/document/lay-apparatus.ts';
import type { AnnexPassage, KeySubject } from '#domain/memo/document-apparatus.ts';
import { dressDocument } from '#domain/memo/export/dress-document.ts';
import { type ExportParts, partsOfForm, usualParts } from '#domain/memo/export/export-parts.ts';
import type { Memo, MemoHead } from '#domain/memo/memo.ts';
import type { MemoBlock, MemoTable } from '#domain/memo/memo-content.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { englishWords } from '#domain/memo/print/printed-words.ts';
import type { FrozenEvidence } from '#domain/memo/snapshot/snapshot.ts';
import { richTextFromPlain } from '#domain/rich-text.ts';
import { sampleSource } from '../../../support/archive/sample-records.ts';
import { materialOf, type WrittenArticle, writeArticle } from '../../../support/memo/written-article.ts';
import {
  cite,
  judgement,
  keptWithout,
  paragraph,
  quoteBlock,
  section,
  shortened,
  writeMemo,
} from '../../../support/memo/written-memo.ts';

type Dressed = {
  readonly blocks: readonly MemoBlock[];
  readonly articles?: readonly WrittenArticle[];
  readonly head?: Partial<Memo['head']>;
  readonly sources?: ReturnType<typeof sampleSource>[];
  readonly sentWith?: readonly FrozenEvidence[];
};

const dress = (
  { blocks, articles = [], head = {}, sources = [], sentWith }: Dressed,
  parts: Partial<ExportParts>,
): MemoDocument => {
  const memo = writeMemo([section('analysis', 'Analysis', ...blocks)], head);
  const material = materialOf(articles, { sources });
  return dressDocument(
    buildMemoDocument(memo, material),
    { memo, material, draftNumber: null, sentWith: sentWith ?? null, manifest: null },
    { ...usualParts, stateMark: 'none', ...parts },
  );
};

const keyOf = (dressed: Dressed, parts: Partial<ExportParts> = {}) =>
  dress(dressed, { key: 'end', ...parts }).key?.entries ?? [];
const entryOf = (subject: KeySubject, dressed: Dressed) =>
  keyOf(dressed).find((entry) => entry.subject === subject);

describe('the key to what a reader sees', () => {
  const plain = { head: { marking: null } };
  const graded = writeArticle(
    ['He left.'],
    [{ quote: 'He left', passage: { grade: { reliability: null, credibility: 3 } } }],
  );

  it('says nothing of what the memo does not use', () => {
    expect(dress({ ...plain, blocks: [paragraph('He left.')] }, { key: 'end' }).key).toBeNull();
    const subjects = keyOf({
      ...plain,
      blocks: [paragraph('He left', cite(graded, 0), '.')],
      articles: [graded],
    });
    expect(subjects.map(({ subject }) => subject)).toEqual(['references']);
  });

  it('shows the scale of the memo whole, with the terms that it uses', () => {
    const likelihood = entryOf('likelihood', {
      blocks: [judgement(['It is likely.'])],
      head: { lexicon: 'phia' },
    });
    expect(likelihood?.text).toContain('PHIA probability yardstick (gov.uk, March 2025)');
    expect(likelihood?.signs).toHaveLength(1);
    expect(likelihood?.signs[0]?.filter(({ isUsed }) => isUsed)).toEqual([
      { sign: 'likely', meaning: '≈55 to ≈75 %', isUsed: true },
    ]);
  });

  it('shows both rows of ICD 203 where both are used, and says that they mean the same', () => {
    const blocks = [judgement(['It is likely.']), paragraph('That is improbable.')];
    const likelihood = entryOf('likelihood', { blocks });
    expect(likelihood?.signs).toHaveLength(2);
    expect(likelihood?.text).toContain('Terms of the same range mean the same.');
  });

  it('explains a missing letter, which is printed so that it is no minus', () => {
    const quoted = { blocks: [quoteBlock(graded, 0)], articles: [graded] };
    const [block] = dress(quoted, {}).sections[0]?.blocks ?? [];
    expect(block).toMatchObject({ kind: 'quotation', grade: '–/3' });
    expect(entryOf('grades', quoted)?.text).toContain('–/3 has no letter');
    expect(entryOf('grades', quoted)?.signs.map((signs) => signs.length)).toEqual([6, 6]);
  });

  it('is not there where nobody wants it', () => {
    expect(dress({ blocks: [judgement(['It is likely.'])] }, { key: 'none' }).key).toBeNull();
  });
});

describe('the evidence annex', () => {
  const dispatch = sampleSource('Harbour Dispatch', { kind: 'publication', reliability: 'C' });
  const official = sampleSource('Official');
  const long = `${'before '.repeat(300)}The envoy left on Monday.${' after'.repeat(300)}`;
  const article = writeArticle(
    [long, 'Nobody said why.'],
    [
      {
        quote: 'The envoy left',
        passage: {
          sourceId: official.id,
          basis: 'unnamed',
          grade: { reliability: 'B', credibility: 2 },
          note: richTextFromPlain('Ask again.'),
        },
      },
      ['on Monday', 'Nobody'],
    ],
    { about: { publicationId: dispatch.id } },
  );
  const cited = {
    blocks: [paragraph('So.', cite(article, 1)), quoteBlock(article, 0), paragraph('So.', cite(article, 0))],
    articles: [article],
    sources: [dispatch, official],
  };

  it('shows each cited passage once, in the order of first citation, with whence it comes', () => {
    const { annex } = dress(cited, { annex: true });
    expect(annex.map(({ passageId }) => passageId)).toEqual([
      article.passages[1]?.id,
      article.passages[0]?.id,
    ]);
    expect(annex[1]).toMatchObject({
      speaker: 'Official (unnamed)',
      publication: 'Harbour Dispatch',
      published: '22 April 2024',
      accessed: '23 April 2024',
      grade: 'B2 via Harbour Dispatch (C)',
      gradeThen: null,
      note: null,
      quoteSha256: null,
      pinpoint: { source: 1, paragraph: 1 },
    });
  });

  it('tells how the memo shortens a passage, each way once', () => {
    const words = shortened(cite(article, 0, 'whole'), keptWithout(article, 0, ' envoy'));
    const blocks = [quoteBlock(article, 0), paragraph(words), paragraph('Again', words)];
    const [passage] = dress({ ...cited, blocks }, { annex: true }).annex;
    expect(passage?.shortened).toEqual(['“The […] left”']);
    expect(annexNotes(passage as AnnexPassage, englishWords)).toEqual([
      { lead: 'Shortened in the memo:', text: '“The […] left”' },
    ]);
    expect(dress(cited, { annex: true }).annex.flatMap(({ shortened: ways }) => ways)).toEqual([]);
  });

  it('shortens a long paragraph by whole words, and says so', () => {
    const words = dress(cited, { annex: true }).annex[1]?.paragraphs[0] ?? [];
    expect(words.map(({ isCited }) => isCited)).toEqual([false, true, false]);
    expect(words[0]?.text).toMatch(/^\[…\] (?:before )+$/u);
    expect(words[1]?.text).toBe('The envoy left');
    expect(words[2]?.text).toMatch(/^ on Monday\.(?: after)+ \[…\]$/u);
  });

  it('shows a passage of two paragraphs in both', () => {
    const [first] = dress(cited, { annex: true }).annex;
    expect(first?.paragraphs).toHaveLength(2);
    const marked = first?.paragraphs.flatMap((words) => words.filter(({ isCited }) => isCited)) ?? [];
    expect(marked.map(({ text }) => text)).toEqual(['on Monday', 'Nobody']);
  });

  it('tells notes and hashes where they are asked for alone', () => {
    const [, passage] = dress(cited, { annex: true, notes: true, hashes: true }).annex;
    expect(passage?.note).toBe('Ask again.');
    expect(passage?.quoteSha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(dress(cited, { notes: true, hashes: true }).annex).toEqual([]);
  });

  it('tells the grade with which the memo was sent where it is another now', () => {
    const passageId = article.passages[0]?.id;
    if (passageId === undefined) throw new Error('no passage');
    const frozen = {
      articleId: article.cited.article.id,
      passageId,
      exactSha256: article.cited.textSha256,
      textSha256: null,
      grade: { reliability: 'B', credibility: 4 },
      publicationReliability: 'C',
      relatedIds: null,
    } as const satisfies FrozenEvidence;
    const then = (sentWith: FrozenEvidence) =>
      dress({ ...cited, sentWith: [sentWith] }, { annex: true }).annex[1];
    expect(then(frozen)?.gradeThen).toBe('B4 via Harbour Dispatch (C)');
    expect(then({ ...frozen, grade: { reliability: 'B', credibility: 2 } })?.gradeThen).toBeNull();
  });

  it('shows no words that are not those that were cited', () => {
    const citation = quoteBlock(article, 0);
    const { exactSha256 } = quoteBlock(article, 1).attrs;
    const changed = { ...citation, attrs: { ...citation.attrs, exactSha256 } };
    expect(dress({ ...cited, blocks: [changed] }, { annex: true }).annex[0]?.paragraphs).toEqual([]);
  });
});

describe('the marking of a paragraph', () => {
  const green = writeArticle(['One.'], ['One'], { about: { marking: { kind: 'tlp', label: 'TLP:GREEN' } } });
  const red = writeArticle(['Two.'], ['Two'], { about: { marking: { kind: 'tlp', label: 'TLP:RED' } } });
  const unmarked = writeArticle(['Three.'], ['Three']);
  const marksOf = (...blocks: readonly MemoBlock[]): readonly (string | undefined)[] => {
    const head = { marking: { kind: 'tlp', label: 'TLP:RED' } } as const;
    const { sections } = dress({ blocks, articles: [green, red, unmarked], head }, { portionMarks: true });
    return (sections[0]?.blocks ?? []).map((block) => {
      const [first] = block.kind === 'paragraph' ? block.runs : [];
      return first?.kind === 'text' ? first.text : undefined;
    });
  };

  it('is the highest of what it cites', () => {
    expect(marksOf(paragraph('A', cite(green, 0)), paragraph('B', cite(green, 0), cite(red, 0)))).toEqual([
      '(TLP:GREEN)',
      '(TLP:RED)',
    ]);
  });

  it('is that of the memo where nothing shows that it is lower', () => {
    expect(marksOf(paragraph('A'), paragraph('B', cite(green, 0), cite(unmarked, 0)))).toEqual([
      '(TLP:RED)',
      '(TLP:RED)',
    ]);
  });

  it('stands once at a table: behind the number of its caption, or in the place of one', () => {
    const words = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Calls' }] };
    const cell = { type: 'tableCell' as const, attrs: { colspan: 1, rowspan: 1 }, content: [words] };
    const table: MemoTable = { type: 'table', content: [{ type: 'tableRow', content: [cell] }] };
    const captioned = { ...table, attrs: { caption: 'Calls at Varna', source: 'Harbour register' } };
    const head = { marking: { kind: 'tlp', label: 'TLP:RED' } } as const;
    const { sections } = dress({ blocks: [captioned, table], articles: [], head }, { portionMarks: true });
    const printed = (sections[0]?.blocks ?? []).map((block) => {
      if (block.kind !== 'paragraph') return block.kind;
      return [block.role, block.runs.map((run) => (run.kind === 'text' ? run.text : '')).join('')];
    });
    expect(printed).toEqual([
      ['table-caption', 'Table 1. (TLP:RED) Calls at Varna'],
      'table',
      ['table-source', 'Source: Harbour register'],
      ['table-caption', '(TLP:RED)'],
      'table',
    ]);
  });
});

describe('what is exported where nothing else is asked for', () => {
  it('is no metadata of a memo for everybody', () => {
    const metadataOf = (marking: MemoHead['marking']) => partsOfForm(undefined, marking).metadata;
    expect(metadataOf({ kind: 'tlp', label: 'TLP:CLEAR' })).toBe(false);
    expect(metadataOf({ kind: 'tlp', label: 'TLP:GREEN' })).toBe(true);
    expect(metadataOf(null)).toBe(true);
  });
});
