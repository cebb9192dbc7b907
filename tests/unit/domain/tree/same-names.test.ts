import { describe, expect, it } from 'vitest';
import { sameNames } from '#domain/tree/record-tree.ts';
import { sampleTime } from '../../../support/archive/sample-ids.ts';
import { sampleTag } from '../../../support/archive/sample-records.ts';

describe('records of one name', () => {
  const [china, trade] = [sampleTag('China'), sampleTag('trade')];

  it('are paired with the oldest of them, in one place alone', () => {
    const [again, third] = [sampleTag('China'), sampleTag('China')];
    const elsewhere = sampleTag('China', { parentId: trade.id });
    const pairs = sameNames([third, trade, elsewhere, china, again]);
    expect(pairs.map(({ kept, other }) => [kept.id, other.id])).toEqual([
      [china.id, again.id],
      [china.id, third.id],
    ]);
  });

  it('are one place where their parents were merged', () => {
    const merged = sampleTag('China', { mergedInto: china.id });
    const [one, two] = [
      sampleTag('ports', { parentId: china.id }),
      sampleTag('ports', { parentId: merged.id }),
    ];
    expect(sameNames([china, merged, one, two])).toEqual([{ kept: one, other: two }]);
  });

  it('are none where one is deleted, merged, or written otherwise', () => {
    const deleted = sampleTag('China', { deletedAt: sampleTime });
    const merged = sampleTag('China', { mergedInto: trade.id });
    expect(sameNames([china, deleted, merged, trade, sampleTag('china')])).toEqual([]);
  });
});
