import { expect, it } from 'vitest';
import { describeDuplicate, type ToldDuplicate } from '#electron/cli/commands/article/tell-duplicates.ts';
import { sampleId } from '../../support/archive/sample-ids.ts';

const duplicate = (removed: string): ToldDuplicate => ({
  id: sampleId(1) as ToldDuplicate['id'],
  title: 'Lock',
  publisher: null,
  publishedAt: null,
  isSameText: false,
  likeness: 0.8,
  differences: {
    differences: [{ removed, added: 'x' }],
    count: 1,
    removedWords: 400,
    addedWords: 1,
  } as never,
});

it('prints the beginning of what differs, however long that is', () => {
  const lines = describeDuplicate(duplicate('word '.repeat(400))).split('\n');
  expect(lines[0]).toContain('400 words only here, 1 only there');
  expect(lines[1]?.length).toBeLessThan(160);
  expect(lines[1]).toMatch(/^\s+\[-word word .+…-\] \{\+x\+\}$/u);
});

it('prints what is short as it is', () => {
  expect(describeDuplicate(duplicate('forty ships'))).toContain('[-forty ships-] {+x+}');
});
