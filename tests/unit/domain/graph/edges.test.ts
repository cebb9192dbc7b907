import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edge, edgeTableOf } from '#domain/graph/edges.ts';
import { keyOfThing, type Thing, thingSchema } from '#domain/graph/thing.ts';
import { sampleId } from '../../../support/archive/sample-ids.ts';

const passageNumbered = (number: number): Thing => ({
  kind: 'passage',
  articleId: sampleId(1) as never,
  passageId: sampleId(100 + number) as never,
});
const aboveNumbered = (number: number): Thing => {
  const id = sampleId(1000 + number) as never;
  const tops: readonly Thing[] = [
    { kind: 'memo', memoId: id },
    { kind: 'event', eventId: id },
    { kind: 'board', boardId: id },
    { kind: 'name', sourceId: id },
    { kind: 'judgement', memoId: id, judgementId: id },
  ];
  return tops[number % tops.length] as Thing;
};

const anyEdge: fc.Arbitrary<Edge> = fc
  .tuple(fc.nat({ max: 20 }), fc.nat({ max: 20 }))
  .map(([above, below]) => ({ above: aboveNumbered(above), below: passageNumbered(below) }));

const keysOf = (things: readonly Thing[]): readonly string[] => things.map(keyOfThing);

describe('the table of edges', () => {
  it('says the same in both directions: what rests on a thing is what the thing is used in', () => {
    fc.assert(
      fc.property(fc.array(anyEdge, { maxLength: 60 }), (edges) => {
        const table = edgeTableOf(edges);
        for (const { above, below } of edges) {
          expect(keysOf(table.below(keyOfThing(above)))).toContain(keyOfThing(below));
          expect(keysOf(table.above(keyOfThing(below)))).toContain(keyOfThing(above));
        }
        const down = edges.flatMap(({ above }) => table.below(keyOfThing(above)));
        for (const thing of down) expect(table.above(keyOfThing(thing)).length).toBeGreaterThan(0);
        const count = new Set(edges.map(({ below }) => keyOfThing(below))).size;
        expect(table.passages).toHaveLength(count);
      }),
    );
  });

  it('tells things by their kinds: a source as a name is another thing', () => {
    const sourceId = sampleId(7);
    const [source, name] = (['source', 'name'] as const).map((kind) => thingSchema.parse({ kind, sourceId }));
    expect(source && name && keyOfThing(source) === keyOfThing(name)).toBe(false);
  });
});
