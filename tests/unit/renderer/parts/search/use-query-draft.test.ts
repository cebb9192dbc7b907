// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { useQueryDraft } from '#renderer/parts/search/QueryBox.tsx';

const open = (first: string, isPlain = false) =>
  renderHook(() => {
    const [text, setText] = useState(first);
    return { text, setText, draft: useQueryDraft(text, setText, isPlain) };
  });

type Opened = ReturnType<typeof open>;

const type = ({ result }: Opened, rest: string, caret = rest.length): void =>
  act(() => result.current.draft.type(rest, caret));
const fieldsOf = ({ result }: Opened) => result.current.draft.clauses.map(({ field }) => field);

describe('a search that is written', () => {
  it('makes a chip of a condition when the caret leaves it', () => {
    const box = open('');
    type(box, 'quay tag:Chi');
    expect(box.result.current.draft).toMatchObject({ clauses: [], rest: 'quay tag:Chi' });
    type(box, 'quay tag:China ');
    expect(box.result.current.draft).toMatchObject({ rest: 'quay ' });
    expect(fieldsOf(box)).toEqual(['tag']);
    expect(box.result.current.text).toBe('tag:China quay ');
    type(box, 'quay harb');
    expect(box.result.current.text).toBe('tag:China quay harb');
  });

  it('takes several values of a condition that is typed letter by letter', () => {
    const box = open('');
    const words = 'label:claim,data ';
    for (let length = 1; length <= words.length; length += 1)
      type(box, box.result.current.draft.rest + words.slice(length - 1, length));
    expect(box.result.current).toMatchObject({
      text: 'label:claim,data ',
      draft: { clauses: [{ field: 'label', values: ['claim', 'data'] }], rest: '' },
    });
    const left = open('');
    type(left, 'label:claim,');
    act(() => left.result.current.draft.settle());
    expect(left.result.current.draft).toMatchObject({ clauses: [{ values: ['claim'] }], rest: '' });
  });

  it('takes another name of a field for the field', () => {
    const box = open('');
    type(box, 'speaker:Ministry ');
    expect(box.result.current.draft).toMatchObject({ clauses: [{ field: 'source', values: ['Ministry'] }] });
  });

  it('keeps a choice as it is typed, and writes it in parentheses beside chips', () => {
    const box = open('label:claim ');
    for (const typed of ['quay', 'quay ', 'quay O', 'quay OR', 'quay OR ', 'quay OR d']) type(box, typed);
    expect(box.result.current).toMatchObject({
      text: 'label:claim (quay OR d)',
      draft: { rest: 'quay OR d' },
    });
    type(box, '(quay OR d) e');
    expect(box.result.current).toMatchObject({
      text: 'label:claim (quay OR d) e',
      draft: { rest: '(quay OR d) e' },
    });
  });

  it('has chips as text again where what is typed makes them one thing or another', () => {
    const box = open('label:claim ');
    type(box, 'OR quay');
    expect(box.result.current).toMatchObject({
      text: 'label:claim OR quay',
      draft: { clauses: [], rest: 'label:claim OR quay' },
    });
  });

  it('shows what else changes the text', () => {
    const box = open('quay');
    type(box, 'quay d');
    act(() => box.result.current.setText('-in:note dock'));
    expect(box.result.current.draft).toMatchObject({
      clauses: [{ field: 'in', values: ['note'], isExcluded: true }],
      rest: 'dock',
    });
  });

  it('is all text where it is asked to be', () => {
    const box = open('label:claim quay', true);
    expect(box.result.current.draft).toMatchObject({ clauses: [], rest: 'label:claim quay' });
    type(box, 'label:claim tag:x ');
    expect(box.result.current.text).toBe('label:claim tag:x ');
  });
});
