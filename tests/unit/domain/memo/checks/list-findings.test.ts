import { describe, expect, it } from 'vitest';
import { passageIdSchema } from '#domain/ids.ts';
import type { CitedOrigins } from '#domain/memo/citations/memo-material.ts';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import type { Memo, MemoHead } from '#domain/memo/memo.ts';
import type { MemoBlock, MemoSection } from '#domain/memo/memo-content.ts';
import { stateReason } from '#domain/memo/stated-reason.ts';
import type { Marking } from '#domain/tradecraft/marking.ts';
import { findingsOf, tell } from '../../../../support/memo/check-memo.ts';
import { materialOf, type WrittenArticle, writeArticle } from '../../../../support/memo/written-article.ts';
import { cite, judgement, paragraph, section, writeMemo } from '../../../../support/memo/written-memo.ts';

const article = writeArticle(
  ['The envoy “will warn firms” on the list.', 'So it was said by the port.'],
  ['will warn firms', 'So it was said'],
);
const why = { confidenceReason: 'one line' };
const sound = judgement(['It is likely to go on.', cite(article, 0)], why);

const check = (
  sections: readonly MemoSection[],
  {
    head = {},
    articles = [article],
  }: { head?: Partial<MemoHead>; articles?: readonly WrittenArticle[] } = {},
): readonly string[] => findingsOf(writeMemo(sections, head), materialOf(articles)).map(tell);

const name = '“Envoy carries a sanctions warning to Beijing”';

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
    expect(check([section('analysis', 'Analysis', sound)], { articles: [changed] })).toEqual([
      'warning quote-of-struck-words: A cited passage contains words that its article strikes out: “warn”. The quotation prints them as valid.',
    ]);
  });

  it('name evidence that is gone, once for each passage, before anything else', () => {
    const sections = [
      section('background', 'Background'),
      section('analysis', 'Analysis', paragraph('A', cite(article, 0), 'B', cite(article, 0))),
    ];
    expect(check(sections, { articles: [] })).toEqual([
      'error evidence-changed: A cited passage is missing. Check the passage, then cite it as it reads now or remove the citation.',
      'hint empty-sections: “Background” is empty and will not be printed.',
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
      'warning list-too-deep: A list in “Analysis” has more than 20 levels. Deeper levels are printed as the last one.',
    ]);
  });

  it.each([
    ['TLP:AMBER', 'TLP:RED', 'error'],
    ['TLP:AMBER', 'TLP:AMBER+STRICT', 'error'],
    ['TLP:AMBER', 'TLP:AMBER', null],
    ['TLP:RED', 'TLP:GREEN', null],
    [null, 'TLP:GREEN', 'error'],
    [null, 'TLP:CLEAR', null],
  ] as const)('compare the marking %s with evidence marked %s: %s', (own, received, level) => {
    const head = { marking: own === null ? null : ({ kind: 'tlp', label: own } as const) };
    const articles = [marked({ kind: 'tlp', label: received })];
    const found = check([section('key-judgements', 'Key judgements', sound)], { head, articles });
    const words = `marking-below-evidence: ${name} is marked ${received}: mark the memo at least as high.`;
    expect(found).toEqual(level === null ? [] : [`${level} ${words}`]);
  });

  it('leave an own banner alone', () => {
    const head = { marking: { kind: 'banner', text: 'HOUSE ONLY' } } as const;
    const articles = [marked({ kind: 'tlp', label: 'TLP:RED' })];
    expect(check([section('key-judgements', 'Key judgements', sound)], { head, articles })).toEqual([]);
  });

  it.each([
    ['nothing at all', { marking: null }, 'error'],
    ['a TLP label', { marking: { kind: 'tlp', label: 'TLP:RED' } }, 'error'],
    ['another banner', { marking: { kind: 'banner', text: 'DESK ONLY' } }, 'warning'],
    ['the same banner', { marking: { kind: 'banner', text: 'House  only' } }, null],
    ['a banner that holds it', { marking: { kind: 'banner', text: 'HOUSE ONLY, until Friday' } }, null],
    [
      'the restrictions that hold it',
      { marking: { kind: 'tlp', label: 'TLP:RED' }, restrictions: 'House only.' },
      null,
    ],
  ] as const)('ask a memo that bears %s for the banner of its evidence', (_, head, level) => {
    const articles = [marked({ kind: 'banner', text: 'HOUSE ONLY' })];
    const found = check([section('key-judgements', 'Key judgements', sound)], { head, articles });
    const words = `marking-below-evidence: ${name} is marked “HOUSE ONLY”: use the same marking, or add it to the restrictions.`;
    expect(found).toEqual(level === null ? [] : [`${level} ${words}`]);
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
    expect(check(sections, { head, articles })).toEqual([
      `error marking-below-evidence: ${name} is marked TLP:AMBER: mark the memo at least as high.`,
      `error marking-below-evidence: ${name} is marked “DESK”: use the same marking, or add it to the restrictions.`,
    ]);
  });

  it('call an untitled article by the words that it begins with', () => {
    const bare = writeArticle(['So it is said in the port.'], ['So it is'], {
      bibliography: { title: null },
    });
    const sections = [section('analysis', 'Analysis', paragraph('So.', cite(bare, 0)))];
    expect(check(sections, { articles: [bare] })).toEqual([
      'warning citation-incomplete: “So it is said in the port.” has no title.',
    ]);
  });

  it('name an empty head', () => {
    expect(check([section('key-judgements', 'J', sound)], { head: { for: ' ', from: '' } })).toEqual([
      'warning head-incomplete: “For” is empty.',
      'warning head-incomplete: “From” is empty.',
    ]);
  });

  it('name what a judgement lacks, but not one that says nothing yet', () => {
    const bare = judgement(['It goes on.'], { likelihood: null, confidence: null });
    expect(check([section('key-judgements', 'J', bare, judgement([], { likelihood: null }))])).toEqual([
      'warning judgement-without-likelihood-or-confidence: Judgement 1 has no likelihood and no confidence level.',
      'warning judgement-without-citation: Judgement 1 has no citation. ICD 206 asks you to cite what a judgement rests on.',
    ]);
  });

  it('name a statement that contradicts its choice', () => {
    const attrs = { ...why, likelihood: 'unlikely' };
    const torn = judgement(['It is very likely to stop.', cite(article, 0)], attrs);
    expect(check([section('key-judgements', 'J', torn)])).toEqual([
      'error judgement-says-another-likelihood: Judgement 1 is set to “unlikely” but says “very likely”.',
    ]);
  });

  it('take a statement that denies its choice for a contradiction', () => {
    const attrs = { ...why, likelihood: 'likely' };
    const torn = judgement(['It is not likely to stop.', cite(article, 0)], attrs);
    expect(check([section('key-judgements', 'J', torn)])).toEqual([
      'error judgement-says-another-likelihood: Judgement 1 is set to “likely” but says “not likely”.',
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
    const rule = 'likelihood-and-confidence-in-one-sentence';
    const words = `warning ${rule}: Likelihood and confidence are in one sentence (ICD 203 keeps them apart):`;
    expect(check(sections)).toEqual([
      `${words} “We judge with high confidence that it is likely.”`,
      `${words} “Confidence: moderate; a change is unlikely”`,
    ]);
  });

  it('let PHIA keep both in one sentence', () => {
    const text = paragraph('We judge with high confidence that it is likely.');
    expect(check([section('bottom-line', 'B', text)], { head: { lexicon: 'phia' } })).toEqual([]);
  });

  it('name terms of another lexicon', () => {
    const text = paragraph('It is probable, and a stop is highly unlikely; more is likely.');
    expect(check([section('bottom-line', 'B', text)])).toEqual([
      'warning mixed-lexicons: Words of another likelihood scale: probable, highly unlikely.',
    ]);
  });

  it('name a term of another lexicon as it is written, once, beside a judgement too, but none of a source', () => {
    const text = paragraph('Probably so, and probably not; he called it “highly probable”.');
    const attrs = { ...why, assumptions: 'A stop is improbable.' };
    const other = judgement(['It is likely.', cite(article, 0)], attrs);
    expect(check([section('bottom-line', 'B', text, other)])).toEqual([
      'warning mixed-lexicons: Words of another likelihood scale: Probably, improbable.',
      'warning quoted-not-cited: “highly probable” is quoted, but not cited.',
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
      'error quote-not-verbatim: “will warn all firms”: the cited article reads “will warn firms”. Quote it exactly.',
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
      `warning citation-incomplete: ${name} has no date and no URL.`,
    ]);
  });
});

describe('the checks of what is taken for several sources', () => {
  const copy = writeArticle(['The envoy “will warn firms” on the list.'], ['will warn firms']);
  const both = judgement(['It is likely to go on.', cite(article, 0), cite(copy, 0)], {
    confidenceReason: 'two',
  });
  const [one, other] = [article.cited.article.id, copy.cited.article.id];
  const memo = writeMemo([section('key-judgements', 'Key judgements', both)]);
  const checkWith = (origins: Pick<CitedOrigins, 'textIds' | 'unconfirmed'>): readonly string[] =>
    findingsOf(memo, {
      ...materialOf([article, copy]),
      origins: { ...origins, provenance: new Map(), disputes: [] },
    }).map(tell);
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
    expect(checkWith({ textIds: together, unconfirmed: new Set() })).toEqual([
      `warning judgement-of-one-text: Judgement 1 cites ${name} and ${name}, which have the same text: they are one source, not 2.`,
    ]);
  });

  it('name a passage that is graded confirmed and is not', () => {
    const passageId = passageIdSchema.parse(copy.passages[0]?.id);
    expect(checkWith({ textIds: apart, unconfirmed: new Set([passageId]) })).toEqual([
      `warning confirmed-by-no-other-origin: A passage of ${name} is graded 1 (confirmed), but no passage of another origin supports it. Link one, or give a reason in the grade.`,
    ]);
  });

  it('say nothing as long as not all of the archive is known', () => {
    expect(findingsOf(memo, materialOf([article, copy]))).toEqual([]);
  });
});

describe('findings', () => {
  const memo = writeMemo([section('background', 'Background'), section('gaps', 'Gaps', paragraph('So.'))]);

  it('on empty sections are for the export alone', () => {
    expect(findingsOf(memo, materialOf([]))).toMatchObject([
      { rule: 'empty-sections', isForExport: true, place: { kind: 'section', heading: 'Background' } },
    ]);
    const named = findingsOf({ ...memo, head: { ...memo.head, for: '' } }, materialOf([]));
    expect(named.map(({ isForExport }) => isForExport)).toEqual([false, true]);
  });

  it('that are intended keep their reason until what they are about changes', () => {
    const bare = { ...memo, head: { ...memo.head, for: '' } };
    const key = findingsOf(bare, materialOf([]))[0]?.key;
    if (key === null || key === undefined) throw new Error('an empty line can be intended');
    const stated = { reason: 'For the file.', statedAt: memo.createdAt };
    const statedReasons = stateReason([], key, stated);
    const [first] = findingsOf({ ...bare, statedReasons }, materialOf([]));
    expect(first).toMatchObject({ rule: 'head-incomplete', level: 'warning', intended: 'For the file.' });
    const other = { ...bare, head: { ...bare.head, from: '' }, statedReasons };
    expect(findingsOf(other, materialOf([])).map(tell)).toEqual([
      'intended head-incomplete: “For” is empty.',
      'warning head-incomplete: “From” is empty.',
      'hint empty-sections: “Background” is empty and will not be printed.',
    ]);
  });
});

describe('a section that the form asks for', () => {
  const { bluf } = builtInForms;
  const form = {
    ...bluf,
    sections: bluf.sections.map((each) => ({
      ...each,
      isRequired: each.role === 'gaps' || each.role === 'own',
    })),
  };
  const missed = (memo: Memo): readonly string[] =>
    findingsOf(memo, { ...materialOf([]), form })
      .filter(({ rule }) => rule === 'required-sections')
      .map(({ message }) => message);

  it('is missed where it was removed, whatever its heading, and not in a withdrawal', () => {
    const memo = writeMemo([section('background', 'Background', { type: 'paragraph' })]);
    expect(missed(memo)).toEqual(['The form asks for “Gaps”, which the memo does not have.']);
    expect(missed({ ...memo, kind: 'withdrawal' })).toEqual([]);
    const other = section('gaps', 'What we do not know', judgement(['Nothing.'], why));
    expect(missed(writeMemo([other]))).toEqual([]);
  });
});

describe('a table of what has changed', () => {
  const [first, second] = [
    judgement(['The port closes.'], { ...why, likelihood: 'likely' }),
    judgement(['The list stays.'], { ...why, likelihood: 'unlikely' }),
  ];
  const before = [first, second].map(({ attrs: { id }, content = [] }, at) => ({
    id,
    number: at + 1,
    likelihood: 'very unlikely',
    confidence: 'moderate' as const,
    statement: content.map((node) => ('text' in node ? node.text : '')).join(''),
  }));
  const cell = (text: string) => ({
    type: 'tableCell' as const,
    attrs: { colspan: 1, rowspan: 1 },
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
  });
  type Judgements = { readonly first?: typeof first; readonly second?: typeof second | null };
  type Said = readonly string[] | Judgements;
  const said = (...all: readonly Said[]): readonly string[] => {
    const rows = all.filter((each): each is readonly string[] => Array.isArray(each));
    const now: Judgements = {
      first,
      second,
      ...all.find((each): each is Judgements => !Array.isArray(each)),
    };
    const content = rows.map((row) => ({ type: 'tableRow' as const, content: row.map(cell) }));
    const judgements = [now.first, now.second].flatMap((each) => each ?? []);
    const memo = writeMemo([
      section('key-judgements', 'Key judgements', ...judgements),
      section('change-since', 'What is corrected', { type: 'table', content }),
    ]);
    const lineage = { supersedes: null, supersededBy: null, judgementsBefore: before };
    return findingsOf(memo, { ...materialOf([article]), lineage })
      .filter(({ rule, level }) => rule === 'changes-outdated' && level === 'error')
      .map(({ message }) => message.replace(' Choose “Update change table”.', ''));
  };
  const true1 = ['1. The port closes.', 'very unlikely', 'likely', 'new words'];
  const true2 = ['2. The list stays.', 'very unlikely', 'unlikely; moderate confidence', 'new words'];

  it('is an error where it says another likelihood or confidence than the judgement does', () => {
    expect(said(true1, true2)).toEqual([]);
    expect(said(true1, ['2. The list stays.', 'very unlikely', 'very likely', ''])).toEqual([
      'The table of changes says judgement 2 is “very likely”. It is “unlikely; moderate confidence”.',
    ]);
    expect(
      said(true1, ['2. The list stays.', 'very unlikely', 'unlikely; high confidence', '']),
    ).toHaveLength(1);
  });

  it('is an error where it says of the memo before what that did not say, or leaves out what was changed', () => {
    expect(said(['1. The port closes.', 'unlikely', 'likely', ''], true2)).toEqual([
      'The table of changes says judgement 1 was “unlikely”. It was “very unlikely; moderate confidence”.',
    ]);
    expect(said(true1)).toEqual(['Judgement 2 is changed but missing from the table of changes.']);
    expect(said(['Something else', 'was', 'is', ''])).toEqual([]);
  });

  it('is an error where it calls reworded words unchanged, or shows words that say another likelihood', () => {
    const reworded = { ...why, id: first.attrs.id, likelihood: 'very-unlikely' };
    const port = judgement(['The port stays open.'], reworded);
    expect(said({ first: port }, ['1. The port closes.', 'very unlikely', 'unchanged', ''], true2)).toEqual([
      'The table of changes calls judgement 1 unchanged. It has other words now.',
    ]);
    expect(said(['1. It is very unlikely to close.', 'very unlikely', 'likely', ''], true2)).toEqual([
      'The table of changes has older words of judgement 1. It is “likely; moderate confidence”.',
    ]);
    expect(said(['1. The port closes.', 'no likelihood', 'likely', ''], true2)).toHaveLength(1);
  });

  it('is an error where a judgement is no longer made and it shows one, or does not say so', () => {
    const gone = 'The table of changes has a judgement 2, which the memo does not make.';
    const unsaid = '“The list stays.” is no longer made, and the table of changes does not say so.';
    expect(said({ second: null }, true1, true2)).toEqual([gone, unsaid]);
    expect(said({ second: null }, true1)).toEqual([unsaid]);
    expect(said({ second: null }, true1, ['The list stays.', 'very unlikely', 'no longer made', ''])).toEqual(
      [],
    );
  });

  it('is missed where a judgement has another likelihood than in the memo before', () => {
    const content = [section('key-judgements', 'Key judgements', first), section('own', 'More', second)];
    const lineage = { supersedes: null, supersededBy: null, judgementsBefore: before };
    const found = findingsOf(writeMemo(content), { ...materialOf([article]), lineage }).filter(
      ({ rule }) => rule === 'changes-outdated',
    );
    expect(found.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      'warning: Judgement 1 was “very unlikely; moderate confidence” and is “likely; moderate confidence”, and no table of changes says so.',
      'warning: Judgement 2 was “very unlikely; moderate confidence” and is “unlikely; moderate confidence”, and no table of changes says so.',
    ]);
  });
});
