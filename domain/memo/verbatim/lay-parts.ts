/**
 * The ways to lay the parts of a quotation on its source. A part may stand at several places; a way takes one place for
 * each, in the order of the source. Ways that lead nowhere are dropped before anything is judged, and the first way
 * without a fault ends the search, so that only a quotation of very common words is looked at in many places.
 */
import type { FoundPart } from './part/find-part.ts';
import { type QuoteFault, weigh } from './quote-fault.ts';
import type { SourceText } from './source-text.ts';

/** Places that are judged at most: past it a quotation of such common words has shown that each way is at fault. */
const MAX_JUDGED = 500;

/** A place of a part, and the places of the next part that it can lead to. */
type Step = { readonly place: FoundPart; readonly next: readonly Step[] };

/** The places of one part by the paragraph in which they begin. */
const byParagraph = (source: SourceText, steps: readonly Step[]): ReadonlyMap<number, readonly Step[]> => {
  const groups = new Map<number, Step[]>();
  for (const step of steps) {
    const paragraph = source.paragraphAt(step.place.start);
    const group = groups.get(paragraph);
    if (group === undefined) groups.set(paragraph, [step]);
    else group.push(step);
  }
  return groups;
};

/** Within a paragraph an omission leads on to what stands behind it; parts that stand apart may come from anywhere. */
const stepsBefore = (
  source: SourceText,
  places: readonly FoundPart[],
  next: readonly Step[],
  isInOrder: boolean,
): readonly Step[] => {
  if (!isInOrder) return next.length === 0 ? [] : places.map((place) => ({ place, next }));
  const groups = byParagraph(source, next);
  return places.flatMap((place) => {
    const near = groups.get(source.paragraphAt(Math.max(0, place.end - 1))) ?? [];
    const after = near.filter((step) => step.place.start >= place.end);
    return after.length === 0 ? [] : [{ place, next: after }];
  });
};

const firstSteps = (
  source: SourceText,
  found: readonly (readonly FoundPart[])[],
  isInOrder: boolean,
): readonly Step[] => {
  const last = (found.at(-1) ?? []).map((place): Step => ({ place, next: [] }));
  return found
    .slice(0, -1)
    .reduceRight<readonly Step[]>((next, places) => stepsBefore(source, places, next, isInOrder), last);
};

/** Whether the parts stand somewhere one behind the other, whatever lies between. */
const standInOrder = (found: readonly (readonly FoundPart[])[]): boolean => {
  let from = 0;
  return found.every((places) => {
    const place = places.find(({ start }) => start >= from);
    from = place?.end ?? from;
    return place !== undefined;
  });
};

type Way = { readonly faults: readonly QuoteFault[]; readonly weight: number };

export type Judges = {
  readonly ofPart: (place: FoundPart, index: number) => readonly QuoteFault[];
  readonly ofOmission: (before: FoundPart, after: FoundPart) => readonly QuoteFault[];
};

/** The lightest way on from any of `steps`; null where all that may be judged has been. */
const lightest = (steps: readonly Step[], wayFrom: (step: Step) => Way | null): Way | null => {
  let best: Way | null = null;
  for (const step of steps) {
    const way = wayFrom(step);
    if (way !== null && (best === null || way.weight < best.weight)) best = way;
    if (best?.weight === 0) break;
  }
  return best;
};

const createSearch = ({ ofPart, ofOmission }: Judges) => {
  const known = new Map<Step, Way | null>();
  let judged = 0;
  const judge = (step: Step, index: number): Way | null => {
    judged += 1;
    if (judged > MAX_JUDGED) return null;
    const own = ofPart(step.place, index);
    if (step.next.length === 0) return { faults: own, weight: weigh(own) };
    return lightest(step.next, (next) => {
      const way = wayFrom(next, index + 1);
      if (way === null) return null;
      const faults = [...own, ...ofOmission(step.place, next.place), ...way.faults];
      return { faults, weight: weigh(faults) };
    });
  };
  const wayFrom = (step: Step, index: number): Way | null => {
    const there = known.get(step);
    if (there !== undefined) return there;
    const way = judge(step, index);
    known.set(step, way);
    return way;
  };
  return (steps: readonly Step[]): Way | null => lightest(steps, (step) => wayFrom(step, 0));
};

/**
 * The faults of the lightest way to lay parts on the source, given where each is found; `differs` where there is none.
 * @param isInOrder whether the parts follow each other within a paragraph, as they do between one pair of marks
 */
export const layParts = (
  source: SourceText,
  found: readonly (readonly FoundPart[])[],
  isInOrder: boolean,
  judges: Judges,
): readonly QuoteFault[] => {
  const way = createSearch(judges)(firstSteps(source, found, isInOrder));
  if (way !== null) return way.faults;
  return [{ fault: found.length > 1 && standInOrder(found) ? 'omission-across-paragraphs' : 'differs' }];
};
