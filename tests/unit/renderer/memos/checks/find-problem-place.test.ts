import { describe, expect, it } from 'vitest';
import { findProblemPlace } from '#renderer/memos/checks/find-problem-place.ts';
import { createMemoSchema } from '#renderer/memos/schema/memo-schema.ts';
import { citedPassage } from '../open-memo-editor.ts';

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

describe('the place of a problem', () => {
  it('is the citation whose evidence has changed', () => {
    const { passageId } = citedPassage(1, 2);
    const place = findProblemPlace(doc, {
      severity: 'must',
      kind: 'evidence-changed',
      passageId,
      article: 'News',
      state: 'changed',
    });
    expect(place === null ? null : doc.nodeAt(place)?.type.name).toBe('quotation');
  });

  it('is the sentence that mixes likelihood and confidence', () => {
    const sentence = 'It is likely, with low confidence.';
    const kind = 'likelihood-and-confidence-in-one-sentence';
    const place = findProblemPlace(doc, { severity: 'should', kind, judgementId: null, sentence });
    expect(place === null ? null : doc.nodeAt(place)?.textContent).toBe(sentence);
  });

  it('is a sentence with a citation in it', () => {
    const kind = 'likelihood-and-confidence-in-one-sentence';
    const sentence = 'It holds with high confidence.';
    const place = findProblemPlace(doc, { severity: 'should', kind, judgementId: null, sentence });
    expect(place === null ? null : doc.nodeAt(place)?.textContent).toBe('It holdswith high confidence.');
  });

  it('is the section that is empty', () => {
    const place = findProblemPlace(doc, { severity: 'should', kind: 'empty-section', heading: 'Gaps' });
    expect(place === null ? null : doc.nodeAt(place)?.attrs.role).toBe('gaps');
  });

  it('is nowhere in the text for what stands in the head', () => {
    expect(findProblemPlace(doc, { severity: 'should', kind: 'head-incomplete', field: 'for' })).toBeNull();
  });
});
