import { describe, expect, it } from 'vitest';
import type { CitedOrigins, MemoMaterial } from '#domain/memo/citations/memo-material.ts';
import { printRuns } from '#domain/memo/document/print-runs.ts';
import { printScopeOf } from '#domain/memo/document/print-scope.ts';
import { memoContentSchema } from '#domain/memo/memo-content.ts';
import { plainRuns } from '#domain/memo/snapshot/plain-document.ts';
import { appendSummary } from '#domain/memo/source-summary/append-summary.ts';
import { draftSourceSummary } from '#domain/memo/source-summary/draft-source-summary.ts';
import { noTraces } from '#domain/source/traces.ts';
import { calendarDateSchema, statedDateSchema } from '#domain/time.ts';
import { sampleSource } from '../../../support/archive/sample-records.ts';
import { materialOf, writeArticle } from '../../../support/memo/written-article.ts';
import { cite, paragraph, quoteBlock, section, writeMemo } from '../../../support/memo/written-memo.ts';

const review = sampleSource('Foundry Review', {
  kind: 'publication',
  reliability: 'B',
  descriptor: { technicalElements: 'Translated with AI.' },
});
const official = sampleSource('State Department');
const later = writeArticle(
  ['It rose.', 'Nobody says by how much.'],
  [
    {
      quote: 'It rose',
      passage: {
        grade: { reliability: null, credibility: 2 },
        sourceId: official.id,
        basis: 'unnamed',
        manner: 'direct',
      },
    },
    { quote: 'Nobody says by how much', passage: { label: 'gap' } },
  ],
  { bibliography: { url: null, title: 'It rose' } },
);
const target = later.passages[0];
if (target === undefined) throw new Error('no passage');
const early = writeArticle(
  ['It fell.'],
  [
    {
      quote: 'It fell',
      passage: {
        grade: { reliability: 'B', credibility: 3 },
        relations: [{ type: 'contradicts', articleId: later.cited.article.id, passageId: target.id }],
      },
    },
  ],
  {
    about: { publicationId: review.id },
    bibliography: { type: 'report', title: 'It fell', publishedAt: statedDateSchema.parse('2024-03-01') },
  },
);

const memo = writeMemo(
  [
    section('analysis', 'Analysis', paragraph('Up', cite(later, 0), cite(later, 1)), quoteBlock(early, 0)),
    section('source-summary', 'Source summary statement', { type: 'paragraph' }),
  ],
  { asOf: calendarDateSchema.parse('2024-04-24') },
);

const provenance = (article: typeof later, at: number, name: string | null) => {
  const { id } = article.cited.article;
  return [
    article.passages[at]?.id ?? target.id,
    {
      id: article.passages[at]?.id ?? target.id,
      articleId: id,
      textId: id,
      origins: name === null ? [] : [{ id: sampleSource(name).id, name }],
      isSpoken: false,
      traces: noTraces,
      relations: [],
    },
  ] as const;
};
const origins: CitedOrigins = {
  textIds: new Map(),
  unconfirmed: new Set(),
  provenance: new Map([
    provenance(later, 0, 'State Department'),
    provenance(later, 1, null),
    provenance(early, 0, 'Foundry Review'),
  ]),
  disputes: [],
};
const material: MemoMaterial = { ...materialOf([later, early], { sources: [review, official] }), origins };

const textsOf = (on: MemoMaterial): readonly string[] =>
  draftSourceSummary(memo, on).map(({ content = [] }) =>
    plainRuns(printRuns(content, printScopeOf(memo, on))).replaceAll('\u00A0', ' '),
  );

describe('a drafted source summary statement', () => {
  it('counts passages and sources by kind, origin and age', () => {
    expect(textsOf(material)[0]).toBe(
      'This memo cites 3 passages from 2 sources: newspaper article (1), report (1). Counted by origin they are 3: State Department (1), Foundry Review (1); 1 of unknown origin. Published between 1 March 2024 and 22 April 2024, the newest 2 days before the cut-off.',
    );
  });

  it('counts grades, publications and speakers', () => {
    expect(textsOf(material)[1]).toBe(
      'Grades of the passages: B3 (1), –/2 (1), not graded (1). Reliability of the publications: Foundry Review B. Of the speakers: quoted directly (1), unnamed (1).',
    );
  });

  it('names what contradicts, what names a gap, what citations lack, and the use of AI', () => {
    expect(textsOf(material)[2]).toBe(
      'In conflict: [2 ¶1] contradicts [1 ¶1]. Passages that name a gap: [1 ¶2]. Missing in citations: It rose (URL). On the use of AI: Foundry Review: Translated with AI.',
    );
  });

  it('names what stands against the evidence and is not cited', () => {
    const disputes = [
      {
        passageId: target.id,
        type: 'supersedes',
        other: { passageId: target.id, article: 'It did not', quote: 'It did not' },
      },
    ] as const;
    expect(textsOf({ ...material, origins: { ...origins, disputes } })[2]).toContain(
      'a passage of It did not that is not cited supersedes [1 ¶1]',
    );
  });

  it('says nothing of origins and conflicts as long as the archive was not read', () => {
    const { origins: _, ...unread } = material;
    expect(textsOf(unread).join(' ')).not.toMatch(/origin|conflict|contradict/u);
  });

  it('is nothing for a memo that cites nothing', () => {
    expect(
      draftSourceSummary(writeMemo([section('analysis', 'Analysis', paragraph('So.'))]), material),
    ).toEqual([]);
  });

  it('stands in the section that is there for it, or in one of its own, as ordinary text', () => {
    const statement = draftSourceSummary(memo, material);
    const filled = appendSummary(memo.content, statement);
    expect(filled.content).toHaveLength(2);
    expect(filled.content[1]?.content).toEqual(statement);
    expect(appendSummary(filled, statement).content[1]?.content).toHaveLength(6);
    const without = appendSummary({ ...memo.content, content: memo.content.content.slice(0, 1) }, statement);
    expect(without.content.at(-1)?.attrs.role).toBe('source-summary');
    expect(memoContentSchema.safeParse(without).success).toBe(true);
  });
});
