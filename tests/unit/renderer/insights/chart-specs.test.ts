import { expect, it } from 'vitest';
import { labelSetOf, startingSet } from '#domain/passage/label.ts';
import { toTimestamp } from '#domain/time.ts';
import { chartSpecsFor, printNoGaps } from '#renderer/insights/chart-specs.ts';

const gap = startingSet.of('gap');
const gapsOf = (labels: typeof startingSet) => chartSpecsFor(labels).find(({ of }) => of === 'gaps')?.title;

it('the chart of gaps has the name and the key that the archive gives its label', () => {
  expect(gapsOf(startingSet)).toBe('Gaps by tag');
  expect(printNoGaps(startingSet)).toContain('No gaps. Press 5 on a passage');
  const renamed = labelSetOf([{ ...gap, name: 'Open question', key: '1' }]);
  expect(gapsOf(renamed)).toBe('Open question by tag');
  const digit = renamed.offered.find(({ id }) => id === 'gap')?.key ?? '';
  expect(printNoGaps(renamed)).toContain(`No passages with the label “Open question”. Press ${digit} `);
});

it('no key is named for a label of gaps that is retired', () => {
  const retired = labelSetOf([{ ...gap, retiredAt: toTimestamp(1_700_000_000_000) }]);
  expect(printNoGaps(retired)).toBe('No gaps. The label is not offered: Settings › Labels.');
});
