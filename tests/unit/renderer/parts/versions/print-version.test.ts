import { describe, expect, it } from 'vitest';
import { printField, printValue } from '#renderer/parts/versions/print-version.ts';

const nameOf = (id: string) => ({ 'tag-1': 'China' })[id];

describe('what both sides have changed', () => {
  it.for<[string | null, string]>([
    ['note', 'Note'],
    ['tagIds', 'Tags'],
    ['head.referenceNumber', 'Reference number'],
    ['definition.useWhen', 'Use when'],
    [null, 'The whole passage'],
  ])('%s is called %s', ([field, words]) => {
    expect(printField({ field, what: 'passage' })).toBe(words);
  });

  it.for<[string, unknown, string]>([
    ['a text as it is', 'two words', 'two words'],
    ['no value', null, '(nothing)'],
    ['an empty text', '', '(nothing)'],
    ['ids by the names that they stand for', ['tag-1', 'tag-2'], 'China, tag-2'],
    ['a grade', { reliability: 'B', credibility: 3 }, 'Reliability: B\nCredibility: 3'],
    [
      'a note line by line',
      {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'one ' },
              { type: 'text', text: 'two' },
            ],
          },
          { type: 'paragraph', content: [{ type: 'text', text: 'three' }] },
        ],
      },
      'one two\nthree',
    ],
    [
      'a memo with its headings and citations',
      {
        type: 'doc',
        content: [
          {
            type: 'section',
            attrs: { role: 'gaps', heading: 'Gaps' },
            content: [
              { type: 'paragraph', content: [{ type: 'text', text: 'So he said ' }, { type: 'citation' }] },
            ],
          },
        ],
      },
      'Gaps\nSo he said [citation]',
    ],
    [
      'a whole passage, without what says nothing to a reader',
      {
        id: '018f0e7b-0000-7000-8000-000000000001',
        selectors: [
          { quote: { exact: 'two days', prefix: 'for ', suffix: ',' }, position: { start: 1, end: 9 } },
        ],
        label: 'data',
        note: null,
        createdAt: '2024-04-24T09:00:00.000Z',
        updatedAt: '2024-04-24T09:00:00.000Z',
      },
      'Words: “two days”\nLabel: data',
    ],
  ])('prints %s', ([, value, words]) => {
    expect(printValue(value, nameOf)).toBe(words);
  });

  it('prints how large a file is, and none of its bytes', () => {
    const template = { fileName: 'house.dotx', base64: 'AAAA'.repeat(1000), styles: {} };
    expect(printValue(template, nameOf)).toMatch(/^File name: house\.dotx\nFile: \d.* kB$/u);
    const style = { name: 'Harbour notes', csl: '<style/>'.repeat(1000) };
    expect(printValue(style, nameOf)).toMatch(/^Name: Harbour notes\nFile: \d.* kB$/u);
  });
});
