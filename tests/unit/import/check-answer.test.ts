import { describe, expect, it } from 'vitest';
import { checkAnswer } from '#electron/import/check-answer.ts';

const answer = (body: unknown, found: unknown = {}) => JSON.stringify({ ok: true, value: { body, found } });
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const crashed = { ok: false, error: 'importer-crashed' };

describe('checkAnswer', () => {
  it('takes an article that fits the schemas', () => {
    const found = { title: { value: 'T', foundIn: 'heading' } };
    expect(checkAnswer(answer(doc(paragraph('a')), found))).toEqual({
      ok: true,
      value: { body: doc(paragraph('a')), found },
    });
  });

  it.each(['no-text-found', 'nested-too-deep', 'too-many-elements'])('takes the word %s', (error) => {
    expect(checkAnswer(JSON.stringify({ ok: false, error }))).toEqual({ ok: false, error });
  });

  it('refuses a body that is deeper than the stack', () => {
    const quotes = (depth: number) =>
      `{"ok":true,"value":{"body":{"type":"doc","content":${'[{"type":"blockquote","content":'.repeat(depth)}[${JSON.stringify(paragraph('a'))}]${'}]'.repeat(depth)}},"found":{}}}`;
    expect(checkAnswer(quotes(20)).ok).toBe(true);
    expect(checkAnswer(quotes(20_000))).toEqual(crashed);
  });

  it.each([
    ['no string', { ok: true }],
    ['nothing', undefined],
    ['no JSON', '{"ok":true'],
    ['another failure', '{"ok":false,"error":"file-missing"}'],
    ['a body without text', answer(doc({ type: 'paragraph' }))],
    [
      'a body of pictures',
      answer(doc({ type: 'paragraph', content: [{ type: 'image', attrs: { alt: '', src: '' } }] })),
    ],
    ['a node that is not known', answer(doc(paragraph('a'), { type: 'script' }))],
    ['an attribute that is not known', answer(doc({ ...paragraph('a'), onclick: 'x' }))],
    ['a value found nowhere', answer(doc(paragraph('a')), { title: { value: 'T', foundIn: 'thin-air' } })],
    ['a field that is not known', answer(doc(paragraph('a')), { path: { value: '/', foundIn: 'heading' } })],
    [
      'more than it was asked for',
      JSON.stringify({ ok: true, value: { body: doc(paragraph('a')), found: {} }, write: 'x' }),
    ],
  ])('refuses %s', (_, bad) => {
    expect(checkAnswer(bad)).toEqual(crashed);
  });
});
