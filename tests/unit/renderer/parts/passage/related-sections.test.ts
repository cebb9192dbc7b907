import { describe, expect, it } from 'vitest';
import type { PassageRow, RelatedPassages, RelatedRow } from '#domain/contract/passage.ts';
import { articleIdSchema, passageIdSchema } from '#domain/ids.ts';
import { noTraces } from '#domain/source/traces.ts';
import { countLinks, relatedSections } from '#renderer/related/related-sections.ts';
import { newSampleId } from '../../../../support/archive/sample-ids.ts';

const rowOf = (quote: string, changed: Partial<PassageRow> = {}): PassageRow => ({
  id: passageIdSchema.parse(newSampleId()),
  articleId: articleIdSchema.parse(newSampleId()),
  articleTitle: null,
  quote,
  region: null,
  printed: `“${quote}”`,
  label: 'claim',
  tagIds: [],
  speaker: null,
  concerned: [],
  publication: null,
  origins: [],
  textId: articleIdSchema.parse(newSampleId()),
  isSpoken: false,
  traces: noTraces,
  grade: { reliability: null, credibility: null },
  manner: null,
  basis: null,
  post: '',
  note: '',
  paragraph: 1,
  page: null,
  publishedAt: null,
  createdAt: '2024-04-24T09:00:00.000Z' as PassageRow['createdAt'],
  version: null,
  readings: [],
  relations: [],
  relationCount: 0,
  openTaskCount: 0,
  citedIn: [],
  state: 'anchored',
  carriedFrom: null,
  ...changed,
});
const near = (quote: string): RelatedRow => ({ row: rowOf(quote), sameOrigin: null });
const nothing: Omit<RelatedPassages, 'row'> = {
  linked: [],
  sameSpeaker: [],
  sameTags: [],
  similar: [],
  isConfirmed: false,
};

describe('the sections of what is related', () => {
  it('count links in words, from both ends', () => {
    expect(
      countLinks([
        { type: 'supports', direction: 'to' },
        { type: 'supports', direction: 'from' },
        { type: 'supports', direction: 'to' },
        { type: 'contradicts', direction: 'from' },
      ]),
    ).toBe('supports 2, is supported by 1, contradicts 1');
  });

  it('offer what is linked only once, whatever else it shares', () => {
    const [one, other] = [near('one'), near('other')];
    const [linked, , tags, similar] = relatedSections({
      ...nothing,
      row: rowOf('asked'),
      linked: [{ ...one, type: 'repeats', direction: 'from' }],
      sameTags: [one, other],
      similar: [one],
    });
    expect(linked).toMatchObject({ summary: 'repeats 1', entries: [{ link: { type: 'repeats' } }] });
    expect(tags).toMatchObject({ summary: '1', entries: [{ row: { quote: 'other' }, link: null }] });
    expect(similar).toMatchObject({
      summary: '',
      entries: [],
      empty: 'No other passage has its rare words.',
    });
  });

  it('say why a section is empty', () => {
    const empty = relatedSections({ ...nothing, row: rowOf('asked') }).map((section) => section.empty);
    expect(empty).toEqual([
      'Nothing is linked yet.',
      'No speaker is set.',
      'The passage has no tags.',
      'No other passage has its rare words.',
    ]);
  });

  it('name each entry apart, also one that is linked twice', () => {
    const one = near('one');
    const [linked] = relatedSections({
      ...nothing,
      row: rowOf('asked'),
      linked: [
        { ...one, type: 'supports', direction: 'to' },
        { ...one, type: 'supports', direction: 'from' },
      ],
    });
    expect(new Set(linked?.entries.map(({ id }) => id)).size).toBe(2);
  });
});
