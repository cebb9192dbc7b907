import { describe, expect, it } from 'vitest';
import type { MemoContent, MemoSection, SectionRole } from '#domain/memo/memo-content.ts';
import { appendToMemo } from '#domain/pad/move-from-pad.ts';
import type { RichText } from '#domain/rich-text.ts';

const paragraph = (text: string) =>
  text === ''
    ? { type: 'paragraph' as const }
    : { type: 'paragraph' as const, content: [{ type: 'text' as const, text }] };

const section = (role: SectionRole, lines: readonly string[]): MemoSection => ({
  type: 'section',
  attrs: { role, heading: role },
  content: lines.map(paragraph),
});
const memo = (...content: MemoSection[]): MemoContent => ({ type: 'doc', content });
const moved: RichText = { type: 'doc', content: [paragraph('Moved')] };

describe('what is moved into a memo', () => {
  it('stands at the end of its background, where empty lines give way and those between paragraphs stay', () => {
    const before = memo(section('background', ['One', '', 'Two', '', '']), section('key-judgements', ['']));
    const after = appendToMemo(before, moved);
    expect(after.content[0]?.content).toEqual(['One', '', 'Two', 'Moved'].map(paragraph));
    expect(after.content[1]).toEqual(before.content[1]);
  });

  it('is all of a section in which nothing was written, the last one where there is no background', () => {
    const before = memo(section('key-judgements', ['One']), section('key-judgements', ['', '']));
    const after = appendToMemo(before, moved);
    expect(after.content.map(({ content }) => content)).toEqual([[paragraph('One')], [paragraph('Moved')]]);
  });
});
