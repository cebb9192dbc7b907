import { describe, expect, it } from 'vitest';
import type { Body, ParagraphNode } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { carryCuts } from '#renderer/articles/import-check/blocks/carry-cuts.ts';
import {
  type CheckedBlock,
  joinUp,
  leaveOut,
  splitBlock,
  toBody,
  toCheckedBlocks,
} from '#renderer/articles/import-check/blocks/cut-blocks.ts';

const paragraph = (text: string): ParagraphNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const read = (texts: readonly string[], leftOut: readonly number[] = []) => {
  const body: Body = { type: 'doc', content: texts.map(paragraph) };
  return { body, leftOut: [...leftOut] };
};
const textOf = (blocks: readonly CheckedBlock[]): string => {
  const body = toBody(blocks);
  return body === null ? '' : canonicalText(body);
};

/** What is left of `after` once the cuts on `before` are carried to it. */
const carried = (
  before: ReturnType<typeof read>,
  cut: (blocks: readonly CheckedBlock[]) => readonly CheckedBlock[],
  after: ReturnType<typeof read>,
) => {
  const shown = cut(toCheckedBlocks(before.body, before.leftOut));
  const { blocks, lost } = carryCuts(shown, before, after);
  const keys = blocks.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  return { text: textOf(blocks), lost, blocks };
};

describe('cuts of a text whose scanned pages were read meanwhile', () => {
  const before = read(['Menu', 'One. Two.', 'Three.', 'Last.']);
  const after = read(['Menu', 'A page.', 'One. Two.', 'Three.', 'Another.', 'Last.']);

  it('leaves out what was left out, and no word that was read since', () => {
    const cut = (blocks: readonly CheckedBlock[]) => leaveOut(leaveOut(blocks, '0', true), '3', true);
    expect(carried(before, cut, after)).toMatchObject({
      text: 'A page.\nOne. Two.\nThree.\nAnother.',
      lost: 0,
    });
  });

  it('keeps paragraphs split and joined', () => {
    const cut = (blocks: readonly CheckedBlock[]) => joinUp(splitBlock(blocks, '1', 5), '2');
    const { text, lost, blocks } = carried(before, cut, after);
    expect(text).toBe('Menu\nA page.\nOne.\nTwo.\nThree.\nAnother.\nLast.');
    expect(lost).toBe(0);
    expect(blocks.map(({ key }) => key)).toEqual(['0', '1', '2.1', '2.2', '4', '5']);
  });

  it('can be carried once more', () => {
    const first = carried(before, (blocks) => joinUp(splitBlock(blocks, '1', 5), '2'), after);
    const third = read(['Menu', 'A page.', 'Between.', 'One. Two.', 'Three.', 'Another.', 'Last.']);
    const { blocks, lost } = carryCuts(first.blocks, after, third);
    expect([lost, blocks.map(({ key }) => key)]).toEqual([0, ['0', '1', '2', '3.1', '3.2', '5', '6']]);
  });

  it('tells of a cut whose paragraph reads otherwise, or is no longer beside the one it was joined to', () => {
    const other = read(['Menu', 'One. Two. Three.', 'Last.']);
    expect(carried(before, (blocks) => leaveOut(blocks, '2', true), other)).toMatchObject({
      text: 'Menu\nOne. Two. Three.\nLast.',
      lost: 1,
    });
    const parted = read(['Menu', 'One. Two.', 'A page.', 'Three.', 'Last.']);
    expect(carried(before, (blocks) => joinUp(blocks, '2'), parted)).toMatchObject({
      text: 'Menu\nOne. Two.\nA page.\nThree.\nLast.',
      lost: 1,
    });
  });

  it('does not guess which of equal blocks a cut was of, once there are more or fewer', () => {
    const heads = read(['Head', 'One.', 'Head', 'Two.']);
    const cut = (blocks: readonly CheckedBlock[]) => leaveOut(blocks, '2', true);
    const same = read(['Head', 'One.', 'A page.', 'Head', 'Two.']);
    expect(carried(heads, cut, same).text).toBe('Head\nOne.\nA page.\nTwo.');
    const more = read(['Head', 'One.', 'Head', 'A page.', 'Head', 'Two.']);
    expect(carried(heads, cut, more)).toMatchObject({ text: canonicalText(more.body), lost: 1 });
  });

  it('takes what the importer leaves out now, but for what the analyst put back', () => {
    const first = read(['Head', 'One.', 'Foot'], [0]);
    const again = read(['Head', 'One.', 'A page.', 'Foot'], [0, 3]);
    expect(carried(first, (blocks) => blocks, again).text).toBe('One.\nA page.');
    expect(carried(first, (blocks) => leaveOut(blocks, '0', false), again).text).toBe('Head\nOne.\nA page.');
  });
});
