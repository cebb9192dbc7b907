import { describe, expect, it } from 'vitest';
import type { Body, Mark } from '#domain/article/body/body.ts';
import { findLostRaisedText } from '#domain/article/body/find-lost-raised-text.ts';

type Said = readonly (string | readonly [string, Mark['type'] & ('superscript' | 'subscript' | 'bold')])[];

const bodyOf = (...said: Said): Body => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: said.map((each) =>
        typeof each === 'string'
          ? { type: 'text' as const, text: each }
          : { type: 'text' as const, text: each[0], marks: [{ type: each[1] }] },
      ),
    },
  ],
});

describe('a superscript that was sealed as plain text', () => {
  it('is found by its mark, with how it reads today', () => {
    expect(findLostRaisedText(bodyOf('about 10', ['6', 'superscript'], ' cells'))).toEqual({
      stands: '106',
      reads: '10⁶',
    });
    expect(findLostRaisedText(bodyOf('x', ['max', 'subscript']))).toEqual({
      stands: 'xmax',
      reads: 'x_(max)',
    });
  });

  it('is not found where the text says it by itself', () => {
    expect(findLostRaisedText(bodyOf('about 10⁶ cells'))).toBeNull();
    expect(findLostRaisedText(bodyOf('10', ['^(ab)', 'superscript']))).toBeNull();
    expect(findLostRaisedText(bodyOf('percent', ['[1]', 'superscript']))).toBeNull();
  });

  it('is not found in an ordinal number, a trade mark, or words that are bold', () => {
    expect(findLostRaisedText(bodyOf('the 21', ['st', 'superscript'], ' century'))).toBeNull();
    expect(findLostRaisedText(bodyOf('Precis', ['™', 'superscript']))).toBeNull();
    expect(findLostRaisedText(bodyOf('10', ['6', 'bold']))).toBeNull();
  });
});
