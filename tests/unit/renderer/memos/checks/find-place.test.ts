// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { judgementIdSchema } from '#domain/ids.ts';
import { emptyJudgement } from '#domain/memo/memo-content.ts';
import { findPlace } from '#renderer/memos/checks/find-place.ts';
import { createMemoSchema } from '#renderer/memos/schema/memo-schema.ts';
import { citedPassage } from '../open-memo-editor.ts';

const judgementId = judgementIdSchema.parse('01920000-0000-7000-8003-000000000001');
const doc = createMemoSchema().nodeFromJSON({
  type: 'doc',
  content: [
    {
      type: 'section',
      attrs: { role: 'analysis', heading: 'Analysis' },
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'It is likely, with low confidence.' }] },
        { type: 'quotation', attrs: citedPassage(1, 2) },
        {
          type: 'judgement',
          attrs: emptyJudgement(judgementId),
        },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'It holds' },
            { type: 'citation', attrs: { ...citedPassage(1, 3), form: 'number' } },
            { type: 'text', text: 'with high confidence.' },
          ],
        },
      ],
    },
    { type: 'section', attrs: { role: 'gaps', heading: 'Gaps' }, content: [{ type: 'paragraph' }] },
  ],
});

const typeAt = (place: number | null) => (place === null ? null : doc.nodeAt(place)?.type.name);
const textAt = (place: number | null) => (place === null ? null : doc.nodeAt(place)?.textContent);

describe('the place of a finding', () => {
  it('is the citation whose evidence has changed', () => {
    const { passageId } = citedPassage(1, 2);
    expect(typeAt(findPlace(doc, { kind: 'citation', passageId }))).toBe('quotation');
  });

  it('is the paragraph with the words', () => {
    const words = 'It is likely, with low confidence.';
    expect(textAt(findPlace(doc, { kind: 'text', words }))).toBe(words);
  });

  it('is a paragraph with a citation among the words', () => {
    const words = 'It holds with high confidence.';
    expect(textAt(findPlace(doc, { kind: 'text', words }))).toBe('It holdswith high confidence.');
  });

  it('is the citation where the words stand in no text', () => {
    const { passageId } = citedPassage(1, 2);
    expect(typeAt(findPlace(doc, { kind: 'text', words: 'not there', passageId }))).toBe('quotation');
    expect(findPlace(doc, { kind: 'text', words: 'not there' })).toBeNull();
  });

  it('is the judgement of that id', () => {
    const place = { kind: 'judgement', judgementId, number: 1 } as const;
    expect(typeAt(findPlace(doc, place))).toBe('judgement');
  });

  it('is the section that is empty', () => {
    const place = findPlace(doc, { kind: 'section', heading: 'Gaps' });
    expect(place === null ? null : doc.nodeAt(place)?.attrs.role).toBe('gaps');
  });

  it('is nowhere in the text for what stands in the head', () => {
    expect(findPlace(doc, { kind: 'head', field: 'for' })).toBeNull();
  });
});
