import { describe, expect, it } from 'vitest';
import { judgementIdSchema, memoIdSchema } from '#domain/ids.ts';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import { memoSchema } from '#domain/memo/memo.ts';
import { type NewMemoInput, newMemo } from '#domain/memo/new-memo.ts';
import { calendarDateSchema, toTimestamp } from '#domain/time.ts';
import { sampleId } from '../../../support/archive/sample-ids.ts';
import { writeArticle } from '../../../support/memo/written-article.ts';
import { quoteBlock } from '../../../support/memo/written-memo.ts';

const article = writeArticle(['A is said.'], ['A is']);
const begin = (input: Partial<NewMemoInput> = {}) =>
  newMemo({
    id: memoIdSchema.parse(sampleId(1)),
    template: 'bluf',
    form: builtInForms.bluf,
    head: {
      title: 'Beijing visit',
      referenceNumber: 'PM-2024-017',
      from: 'Desk',
      language: 'en',
      lexicon: 'icd203-likely',
    },
    asOf: calendarDateSchema.parse('2024-04-24'),
    marking: null,
    evidence: [],
    evidenceMarkings: [],
    judgementId: judgementIdSchema.parse(sampleId(2)),
    at: toTimestamp(0),
    ...input,
  });
const headings = (memo: ReturnType<typeof begin>) => memo.content.content.map(({ attrs }) => attrs.heading);

describe('a new memo', () => {
  it('has every section of the form, an empty judgement, and says that coverage begins', () => {
    const memo = begin();
    expect(headings(memo)).toEqual([
      'Bottom line',
      'Key judgements',
      'Background',
      'Analysis',
      'So what',
      'Assumptions',
      'Alternatives',
      'What would change this',
      'Change since',
      'Gaps',
      'Source summary statement',
    ]);
    expect(JSON.stringify(memo.content)).toContain('Initial coverage.');
    expect(memo.content.content[1]?.content[0]).toMatchObject({
      type: 'judgement',
      attrs: { likelihood: null },
    });
    expect(memoSchema.safeParse(memo).success).toBe(true);
  });

  it('numbers its paragraphs where the form says so', () => {
    expect(begin().head.numbersParagraphs).toBeUndefined();
    const numbered = begin({ form: { ...builtInForms.bluf, numbersParagraphs: true } });
    expect(numbered.head.numbersParagraphs).toBe(true);
  });

  it('has its evidence as quotations in a section of its own after the background', () => {
    const { attrs } = quoteBlock(article, 0);
    const memo = begin({ evidence: [attrs] });
    expect(headings(memo).slice(2, 4)).toEqual(['Background', 'Evidence']);
    expect(memo.content.content[3]?.content).toEqual([{ type: 'quotation', attrs }]);
    expect(memoSchema.safeParse(memo).success).toBe(true);
  });

  it.each([
    [null, null, null],
    ['TLP:GREEN', null, 'TLP:GREEN'],
    ['TLP:GREEN', 'TLP:RED', 'TLP:RED'],
    ['TLP:RED', 'TLP:GREEN', 'TLP:RED'],
    [null, 'TLP:AMBER', 'TLP:AMBER'],
  ] as const)('begun with %s on evidence marked %s is marked %s', (own, received, marking) => {
    const tlp = (label: typeof own | typeof received) =>
      label === null ? null : ({ kind: 'tlp', label } as const);
    expect(begin({ marking: tlp(own), evidenceMarkings: [tlp(received)] }).head.marking).toEqual(
      tlp(marking),
    );
  });

  it('keeps an own banner, which has no order', () => {
    const banner = { kind: 'banner', text: 'HOUSE ONLY' } as const;
    const evidenceMarkings = [{ kind: 'tlp', label: 'TLP:RED' } as const];
    expect(begin({ marking: banner, evidenceMarkings }).head.marking).toEqual(banner);
  });

  it('takes the banners of its evidence: one for its own, else as restrictions', () => {
    const banner = (text: string) => ({ kind: 'banner', text }) as const;
    const red = { kind: 'tlp', label: 'TLP:RED' } as const;
    const headOf = (input: Partial<NewMemoInput>) => begin(input).head;
    expect(headOf({ evidenceMarkings: [banner('DESK'), banner('DESK'), null] })).toMatchObject({
      marking: banner('DESK'),
      restrictions: '',
    });
    expect(headOf({ evidenceMarkings: [banner('DESK'), banner('HOUSE')] })).toMatchObject({
      marking: null,
      restrictions: 'DESK; HOUSE',
    });
    expect(headOf({ evidenceMarkings: [banner('DESK'), red] })).toMatchObject({
      marking: red,
      restrictions: 'DESK',
    });
    expect(headOf({ marking: banner('DESK'), evidenceMarkings: [banner('DESK'), red] })).toMatchObject({
      marking: banner('DESK'),
      restrictions: '',
    });
  });
});
