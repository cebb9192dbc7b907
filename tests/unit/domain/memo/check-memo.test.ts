import { describe, expect, it } from 'vitest';
import { passageIdSchema } from '#domain/ids.ts';
import { checkMemo } from '#domain/memo/checks/check-memo.ts';
import type { MemoProblem } from '#domain/memo/checks/memo-problem.ts';
import type { CitedOrigins } from '#domain/memo/citations/memo-material.ts';
import type { MemoHead } from '#domain/memo/memo.ts';
import type { MemoBlock, MemoSection } from '#domain/memo/memo-content.ts';
import { runSteps } from '#domain/steps.ts';
import type { Marking } from '#domain/tradecraft/marking.ts';
import {
  cite,
  judgement,
  materialOf,
  paragraph,
  section,
  type WrittenArticle,
  writeArticle,
  writeMemo,
} from '../../../support/memo-samples.ts';

const article = writeArticle(
  ['The envoy “will warn firms” on the list.', 'So it was said by the port.'],
  ['will warn firms', 'So it was said'],
);
const sound = judgement(['It is likely to go on.', cite(article, 0)], { confidenceReason: 'one line' });

const check = (
  sections: readonly MemoSection[],
  {
    head = {},
    articles = [article],
  }: { head?: Partial<MemoHead>; articles?: readonly WrittenArticle[] } = {},
): readonly MemoProblem[] => runSteps(checkMemo(writeMemo(sections, head), materialOf(articles)));

const kinds = (problems: readonly MemoProblem[]): readonly string[] =>
  problems.map(({ severity, kind }) => `${severity} ${kind}`);

const marked = (marking: Marking | null): WrittenArticle => ({
  ...article,
  cited: { ...article.cited, about: { ...article.cited.about, marking } },
});

describe('the checks of a memo', () => {
  it('find nothing in a sound one', () => {
    expect(check([section('key-judgements', 'Key judgements', sound)])).toEqual([]);
  });

  it('name words that a cited passage holds and its article strikes out', () => {
    const { text } = article.cited;
    if (text === null) throw new Error('the text is there');
    const at = text.index.text.indexOf('warn');
    const struck = [{ start: at, end: at + 'warn'.length }];
    const changed = { ...article, cited: { ...article.cited, text: { ...text, struck } } };
    const passageId = article.passages[0]?.id;
    expect(check([section('analysis', 'Analysis', sound)], { articles: [changed] })).toEqual([
      { severity: 'should', kind: 'quote-of-struck-words', passageId, words: ['warn'] },
    ]);
  });

  it('name evidence that is gone, once for each passage, before anything else', () => {
    const sections = [
      section('background', 'Background'),
      section('analysis', 'Analysis', paragraph('A', cite(article, 0), 'B', cite(article, 0))),
    ];
    expect(check(sections, { articles: [] })).toEqual([
      {
        severity: 'must',
        kind: 'evidence-changed',
        passageId: article.passages[0]?.id,
        article: null,
        state: 'missing',
      },
      { severity: 'should', kind: 'empty-section', heading: 'Background' },
    ]);
  });

  it('name a section with a list of more levels than are printed', () => {
    const nested = (levels: number): MemoBlock => ({
      type: 'orderedList',
      content: [
        { type: 'listItem', content: [paragraph('So.'), ...(levels === 1 ? [] : [nested(levels - 1)])] },
      ],
    });
    expect(check([section('analysis', 'Analysis', nested(20))])).toEqual([]);
    expect(check([section('analysis', 'Analysis', nested(21))])).toEqual([
      { severity: 'should', kind: 'list-too-deep', heading: 'Analysis' },
    ]);
  });

  it.each([
    ['TLP:AMBER', 'TLP:RED', 'must'],
    ['TLP:AMBER', 'TLP:AMBER+STRICT', 'must'],
    ['TLP:AMBER', 'TLP:AMBER', null],
    ['TLP:RED', 'TLP:GREEN', null],
    [null, 'TLP:GREEN', 'should'],
    [null, 'TLP:CLEAR', null],
  ] as const)('compare the marking %s with evidence marked %s: %s', (own, received, severity) => {
    const head = { marking: own === null ? null : ({ kind: 'tlp', label: own } as const) };
    const articles = [marked({ kind: 'tlp', label: received })];
    const found = check([section('key-judgements', 'Key judgements', sound)], { head, articles });
    const needed = { kind: 'tlp', label: received };
    const title = article.cited.article.bibliography.title;
    const expected = { severity, kind: 'marking-below-evidence', needed, articles: [title] };
    expect(found).toEqual(severity === null ? [] : [expected]);
  });

  it('leave an own banner alone', () => {
    const head = { marking: { kind: 'banner', text: 'HOUSE ONLY' } } as const;
    const articles = [marked({ kind: 'tlp', label: 'TLP:RED' })];
    expect(check([section('key-judgements', 'Key judgements', sound)], { head, articles })).toEqual([]);
  });

  it.each([
    ['nothing at all', { marking: null }, 'should'],
    ['a TLP label', { marking: { kind: 'tlp', label: 'TLP:RED' } }, 'must'],
    ['another banner', { marking: { kind: 'banner', text: 'DESK ONLY' } }, 'should'],
    ['the same banner', { marking: { kind: 'banner', text: 'House  only' } }, null],
    ['a banner that holds it', { marking: { kind: 'banner', text: 'HOUSE ONLY, until Friday' } }, null],
    [
      'the restrictions that hold it',
      { marking: { kind: 'tlp', label: 'TLP:RED' }, restrictions: 'House only.' },
      null,
    ],
  ] as const)('ask a memo that bears %s for the banner of its evidence', (_, head, severity) => {
    const articles = [marked({ kind: 'banner', text: 'HOUSE ONLY' })];
    const found = check([section('key-judgements', 'Key judgements', sound)], { head, articles });
    const needed = { kind: 'banner', text: 'HOUSE ONLY' };
    const title = article.cited.article.bibliography.title;
    const expected = { severity, kind: 'marking-below-evidence', needed, articles: [title] };
    expect(found).toEqual(severity === null ? [] : [expected]);
  });

  it('ask for the TLP label and for each banner of its evidence', () => {
    const second = writeArticle(['So it is.'], ['So it is']);
    const banner: WrittenArticle = {
      ...second,
      cited: { ...second.cited, about: { ...second.cited.about, marking: { kind: 'banner', text: 'DESK' } } },
    };
    const sections = [section('analysis', 'A', paragraph('A', cite(article, 0), 'B', cite(banner, 0)))];
    const articles = [marked({ kind: 'tlp', label: 'TLP:AMBER' }), banner];
    const head = { marking: { kind: 'tlp', label: 'TLP:GREEN' } } as const;
    expect(check(sections, { head, articles })).toMatchObject([
      { severity: 'must', needed: { label: 'TLP:AMBER' } },
      { severity: 'must', needed: { text: 'DESK' } },
    ]);
  });

  it('call an article without a title by the words that it begins with', () => {
    const bare = writeArticle(['So it is said in the port.'], ['So it is'], {
      bibliography: { title: null },
    });
    const sections = [section('analysis', 'Analysis', paragraph('So.', cite(bare, 0)))];
    expect(check(sections, { articles: [bare] })).toMatchObject([
      { kind: 'citation-incomplete', article: 'So it is said in the port.', missingFields: ['title'] },
    ]);
  });

  it('name an empty head', () => {
    expect(check([section('key-judgements', 'J', sound)], { head: { for: ' ', from: '' } })).toEqual([
      { severity: 'should', kind: 'head-incomplete', field: 'for' },
      { severity: 'should', kind: 'head-incomplete', field: 'from' },
    ]);
  });

  it('name what a judgement lacks, but not one that says nothing yet', () => {
    const bare = judgement(['It goes on.'], { likelihood: null });
    const problems = check([section('key-judgements', 'J', bare, judgement([], { likelihood: null }))]);
    expect(kinds(problems)).toEqual([
      'should judgement-without-likelihood-or-confidence',
      'should judgement-without-citation',
    ]);
  });

  it('name a statement that contradicts its choice', () => {
    const torn = judgement(['It is very likely to stop.', cite(article, 0)], { likelihood: 'unlikely' });
    expect(check([section('key-judgements', 'J', torn)])).toEqual([
      {
        severity: 'should',
        kind: 'judgement-says-another-likelihood',
        judgementId: torn.attrs.id,
        chosen: 'unlikely',
        written: 'very likely',
      },
    ]);
  });

  it('take a statement that denies its choice for a contradiction', () => {
    const torn = judgement(['It is not likely to stop.', cite(article, 0)], { likelihood: 'likely' });
    expect(check([section('key-judgements', 'J', torn)])).toMatchObject([
      { kind: 'judgement-says-another-likelihood', chosen: 'likely', written: 'not likely' },
    ]);
  });

  it('name a sentence that holds both likelihood and confidence, wherever it stands', () => {
    const sections = [
      section(
        'bottom-line',
        'Bottom line',
        paragraph('We judge with high confidence that it is likely. It ends.'),
      ),
      section(
        'key-judgements',
        'J',
        judgement(['It goes on.', cite(article, 0)], { confidenceReason: 'a change is unlikely' }),
      ),
    ];
    const sentences = check(sections).flatMap((problem) =>
      problem.kind === 'likelihood-and-confidence-in-one-sentence' ? problem.sentence : [],
    );
    expect(sentences).toEqual([
      'We judge with high confidence that it is likely.',
      'Confidence: moderate; a change is unlikely',
    ]);
  });

  it('let PHIA keep both in one sentence', () => {
    const text = paragraph('We judge with high confidence that it is likely.');
    expect(check([section('bottom-line', 'B', text)], { head: { lexicon: 'phia' } })).toEqual([]);
  });

  it('name terms of another lexicon', () => {
    const text = paragraph('It is probable, and a stop is highly unlikely; more is likely.');
    expect(check([section('bottom-line', 'B', text)])).toEqual([
      { severity: 'should', kind: 'mixed-lexicons', terms: ['probable', 'highly unlikely'] },
    ]);
  });

  it('name a term of another lexicon as it is written, once, beside a judgement too, but none of a source', () => {
    const text = paragraph('Probably so, and probably not; he called it “highly probable”.');
    const other = judgement(['It is likely.', cite(article, 0)], { assumptions: 'A stop is improbable.' });
    expect(check([section('bottom-line', 'B', text, other)])).toEqual([
      { severity: 'should', kind: 'mixed-lexicons', terms: ['Probably', 'improbable'] },
      { severity: 'should', kind: 'quoted-not-cited', quote: 'highly probable' },
    ]);
  });

  it('name a typed quotation that does not stand so in the cited article', () => {
    const sections = [
      section(
        'analysis',
        'Analysis',
        paragraph(
          'He “will warn all firms”',
          cite(article, 0),
          ' and it “was said by the port”',
          cite(article, 1),
        ),
      ),
    ];
    expect(check(sections)).toEqual([
      {
        severity: 'should',
        kind: 'quote-not-verbatim',
        passageId: article.passages[0]?.id,
        quote: 'will warn all firms',
        fault: { fault: 'differs' },
      },
    ]);
  });

  it('let a word in quotation marks pass as a manner of speaking', () => {
    expect(check([section('analysis', 'A', paragraph('The so-called “axis”', cite(article, 0)))])).toEqual(
      [],
    );
  });

  it('name what the citation of an article lacks', () => {
    const bare = writeArticle(['A is said.'], ['A is'], { bibliography: { publishedAt: null, url: null } });
    const sections = [section('analysis', 'Analysis', paragraph('So.', cite(bare, 0)))];
    expect(check(sections, { articles: [bare] })).toEqual([
      {
        severity: 'should',
        kind: 'citation-incomplete',
        articleId: bare.cited.article.id,
        article: bare.cited.article.bibliography.title,
        missingFields: ['publishedAt', 'url'],
      },
    ]);
  });
});

describe('the checks of what is taken for several sources', () => {
  const copy = writeArticle(['The envoy “will warn firms” on the list.'], ['will warn firms']);
  const both = judgement(['It is likely to go on.', cite(article, 0), cite(copy, 0)], {
    confidenceReason: 'two',
  });
  const [one, other] = [article.cited.article.id, copy.cited.article.id];
  const checkWith = (origins: CitedOrigins): readonly MemoProblem[] =>
    runSteps(
      checkMemo(writeMemo([section('key-judgements', 'Key judgements', both)]), {
        ...materialOf([article, copy]),
        origins,
      }),
    );
  const apart = new Map([
    [one, one],
    [other, other],
  ]);
  const together = new Map([
    [one, one],
    [other, one],
  ]);

  it('name a judgement whose sources are copies of one text', () => {
    expect(checkWith({ textIds: apart, unconfirmed: new Set() })).toEqual([]);
    expect(checkWith({ textIds: together, unconfirmed: new Set() })).toMatchObject([
      { severity: 'should', kind: 'judgement-of-one-text', articles: [{}, {}].map(() => expect.any(String)) },
    ]);
  });

  it('name a passage that is graded confirmed and is not', () => {
    const passageId = passageIdSchema.parse(copy.passages[0]?.id);
    expect(checkWith({ textIds: apart, unconfirmed: new Set([passageId]) })).toMatchObject([
      { severity: 'should', kind: 'confirmed-by-no-other-origin', passageId },
    ]);
  });

  it('say nothing as long as not all of the archive is known', () => {
    const memo = writeMemo([section('key-judgements', 'Key judgements', both)]);
    expect(runSteps(checkMemo(memo, materialOf([article, copy])))).toEqual([]);
  });
});
