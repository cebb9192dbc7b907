import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Body, InlineNode, ParagraphNode } from '#domain/article/body/body.ts';
import { canonicalText, textBlockText } from '#domain/article/body/canonical-text.ts';
import {
  canJoin,
  joinUp,
  leaveOut,
  leaveOutAll,
  leaveOutBeside,
  linesAbout,
  splitBlock,
  splitOffsets,
  titleLineKinds,
  titleLineOf,
  toBody,
  toCheckedBlocks,
  withTitleLine,
} from '#renderer/articles/import-check/blocks/cut-blocks.ts';

const paragraph = (...texts: readonly string[]): ParagraphNode => ({
  type: 'paragraph',
  content: texts.flatMap((text, index): InlineNode[] => [
    ...(index === 0 ? [] : [{ type: 'hardBreak' } as const]),
    ...(text === '' ? [] : [{ type: 'text', text } as const]),
  ]),
});
const checked = (...blocks: Body['content']) => toCheckedBlocks({ type: 'doc', content: blocks }, []);
const textOf = (blocks: ReturnType<typeof checked>): string => {
  const body = toBody(blocks);
  return body === null ? '' : canonicalText(body);
};
const ofAllWhiteSpace = (text: string): string => text.replace(/\s/gu, '');

describe('cutting a text before it is sealed', () => {
  it('leaves a block out and keeps it after all', () => {
    const blocks = checked(paragraph('Menu'), paragraph('The story.'));
    const cut = leaveOut(blocks, '0', true);
    expect(textOf(cut)).toBe('The story.');
    expect(textOf(leaveOut(cut, '0', false))).toBe('Menu\nThe story.');
  });

  it('leaves out all above and all below', () => {
    const blocks = checked(paragraph('Menu'), paragraph('Story'), paragraph('Links'), paragraph('Legal'));
    expect(textOf(leaveOutBeside(leaveOutBeside(blocks, '1', 'above'), '1', 'below'))).toBe('Story');
  });

  it('knows the lines around the title that name author, date and section, and no other', () => {
    const said = [
      'Home › World',
      'Ships wait',
      'By Ana Writer',
      '15 April 2024',
      'The story.',
      'By Bo Smith',
    ];
    const blocks = checked(...said.map((line) => paragraph(line)));
    expect(textOf(leaveOutAll(blocks, linesAbout(blocks, 'Ships wait')))).toBe(
      'Ships wait\nThe story.\nBy Bo Smith',
    );
    expect(linesAbout(checked(paragraph('By Ana Writer', 'who was there all day.')), null)).toEqual([]);
    const alone = checked(paragraph('Climate Science'), paragraph('By Ana Writer', '15 April 2024'));
    expect(linesAbout(leaveOut(alone, '0', true), null)).toEqual([]);
    // A title may be made of the words of menus.
    expect(linesAbout(alone, 'Climate Science')).toEqual(['1']);
  });

  it('knows a first line that says the title, whatever its white space', () => {
    const blocks = checked(paragraph(' Ships  wait '), paragraph('The story.'));
    expect(titleLineOf(blocks, 'Ships wait')?.key).toBe('0');
    expect(textOf(withTitleLine(blocks, 'Ships wait', 'heading'))).toBe(textOf(blocks));
    expect(textOf(withTitleLine(blocks, 'Ships wait', 'left-out'))).toBe('The story.');
  });

  it('takes no other line for it, nor the only one', () => {
    for (const blocks of [
      checked(paragraph('Ships wait'), paragraph('The story.')),
      checked(paragraph('Menu'), paragraph('Ships sail'), paragraph('The story.')),
      checked(paragraph('Ships sail', 'By Ada Berg'), paragraph('The story.')),
      leaveOut(checked(paragraph('Ships sail'), paragraph('The story.')), '1', true),
    ]) {
      expect(titleLineOf(blocks, 'Ships sail')).toBeNull();
      for (const kind of titleLineKinds) expect(withTitleLine(blocks, 'Ships sail', kind)).toBe(blocks);
    }
  });

  it('has no body where nothing is left', () => {
    expect(toBody(leaveOut(checked(paragraph('Menu')), '0', true))).toBeNull();
  });

  it('splits a paragraph, without the white space at the cut', () => {
    const blocks = checked(paragraph('One here. Two there.'));
    expect(textOf(splitBlock(blocks, '0', 10))).toBe('One here.\nTwo there.');
  });

  it('splits at a line break and keeps marks on both sides', () => {
    const bold: InlineNode = { type: 'text', text: 'loud and long', marks: [{ type: 'bold' }] };
    const blocks = checked({
      type: 'paragraph',
      content: [bold, { type: 'hardBreak' }, ...(paragraph('x').content ?? [])],
    });
    const [first, second, third] = splitBlock(splitBlock(blocks, '0', 14), '0.1', 5);
    expect([first, second, third].map((each) => each && textBlockText(each.block as ParagraphNode))).toEqual([
      'loud',
      'and long',
      'x',
    ]);
    expect(second?.block).toMatchObject({ content: [{ marks: [{ type: 'bold' }] }] });
  });

  it('makes no empty paragraph', () => {
    const blocks = checked(paragraph('word '));
    expect(splitBlock(blocks, '0', 5)).toEqual(blocks);
  });

  it('joins lines by a break, never by a space, and only to a paragraph that stays', () => {
    const blocks = checked(paragraph('first line'), paragraph('second line'));
    expect(textOf(joinUp(blocks, '1'))).toBe('first line\nsecond line');
    expect(joinUp(blocks, '1')).toHaveLength(1);
    expect(canJoin(blocks, '0')).toBe(false);
    expect(canJoin(leaveOut(blocks, '0', true), '1')).toBe(false);
    const underHeading = checked({ type: 'heading', attrs: { level: 1 } }, paragraph('x'));
    expect(canJoin(underHeading, '1')).toBe(false);
  });

  it('offers to split at sentences and lines', () => {
    expect(splitOffsets(paragraph('One. Two.', 'Three.'), 'en')).toEqual([5, 10]);
    expect(splitOffsets({ type: 'horizontalRule' }, 'en')).toEqual([]);
  });

  it('offers none behind the full stop of an abbreviation', () => {
    expect(splitOffsets(paragraph('The U.S. Senate met Mr. Li. It voted.'), 'en')).toEqual([28]);
    expect(splitOffsets(paragraph('In the U.S. The vote is due.'), null)).toEqual([12]);
  });

  it('never loses or changes a character that is not white space', () => {
    const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(fc.array(line, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
        fc.nat(),
        fc.nat(),
        (texts, at, which) => {
          const blocks = checked(...texts.map((lines) => paragraph(...lines)));
          const target = blocks[which % blocks.length];
          if (target === undefined) return;
          const length = textBlockText(target.block as ParagraphNode).length;
          const cut = joinUp(splitBlock(blocks, target.key, at % (length + 1)), '1');
          expect(ofAllWhiteSpace(textOf(cut))).toBe(ofAllWhiteSpace(textOf(blocks)));
        },
      ),
    );
  });
});
