import { describe, expect, it } from 'vitest';
import { richTextFromPlain } from '#domain/rich-text.ts';
import { textOfEdit } from '#renderer/app/UnsavedBanner.tsx';

describe('what a person has written in an edit', () => {
  it('is the text of a note, a line a paragraph, without ids and kinds', () => {
    const edit = { kind: 'note', note: richTextFromPlain('To be checked.\nTwice.') };
    expect(textOfEdit({ articleId: 'a1', passageId: 'p1', edit })).toBe('To be checked.\nTwice.');
  });

  it('joins the parts of a paragraph that are marked otherwise', () => {
    const content = [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Not ' },
          { type: 'text', marks: [{ type: 'bold' }], text: 'now' },
        ],
      },
    ];
    expect(textOfEdit({ note: { type: 'doc', content } })).toBe('Not now');
  });

  it('is empty where nothing was written', () => {
    expect(textOfEdit({ articleId: 'a1', edit: { kind: 'label', label: 'claim' } })).toBe('');
  });
});
