/**
 * Searches the ways to lay the parts of a quotation on its source. A part may occur at several places; a way
 * chooses one place for each, in the order of the source. Dead ends are dropped before anything is judged, and the
 * first way without a fault ends the search, so that only a quotation of very common words is compared at many
 * places.
 */
import type { Steps } from '../../steps.ts';
import type { FoundPart } from './find-part.ts';
import { type QuoteFault, weigh } from './quote-fault.ts';
import type { SourceText } from './source-text.ts';

/** Places that are judged at most: past it a quotation of such common words has shown that each way is at fault. */
const MAX_JUDGED = 500;

/** A place of a part, and the places of the next part to which it can lead. */
type Link = { readonly place: FoundPart; readonly next: readonly Link[] };

/** The places of one part by the paragraph in which they begin. */
const byParagraph = (source: SourceText, links: readonly Link[]): ReadonlyMap<number, readonly Link[]> => {
  const groups = new Map<number, Link[]>();
  for (const link of links) {
    const paragraph = source.paragraphAt(link.place.start);
    const group = groups.get(paragraph);
    if (group === undefined) groups.set(paragraph, [link]);
    else group.push(link);
  }
  return groups;
};

/** Linking so many places takes a few milliseconds. */
const LINKED_IN_A_STEP = 4096;

/** Within a paragraph an omission leads on to the text after it; parts printed apart may come from anywhere. */
function* linksBefore(
  source: SourceText,
  places: readonly FoundPart[],
  next: readonly Link[],
  isInOrder: boolean,
): Steps<readonly Link[]> {
  if (!isInOrder) return next.length === 0 ? [] : places.map((place) => ({ place, next }));
  const groups = byParagraph(source, next);
  const links: Link[] = [];
  for (const [index, place] of places.entries()) {
    if (index % LINKED_IN_A_STEP === 0) yield;
    const near = groups.get(source.paragraphAt(Math.max(0, place.end - 1))) ?? [];
    const after = near.filter((link) => link.place.start >= place.end);
    if (after.length > 0) links.push({ place, next: after });
  }
  return links;
}

function* firstLinks(
  source: SourceText,
  found: readonly (readonly FoundPart[])[],
  isInOrder: boolean,
): Steps<readonly Link[]> {
  let links: readonly Link[] = (found.at(-1) ?? []).map((place) => ({ place, next: [] }));
  for (const before of found.slice(0, -1).toReversed()) {
    links = yield* linksBefore(source, before, links, isInOrder);
  }
  return links;
}

/** Whether the parts occur one after the other somewhere, whatever is between them. */
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

/** The lightest way on from any of `links`; null where all that may be judged has been. */
function* lightest(links: readonly Link[], wayFrom: (link: Link) => Steps<Way | null>): Steps<Way | null> {
  let best: Way | null = null;
  for (const link of links) {
    const way = yield* wayFrom(link);
    if (way !== null && (best === null || way.weight < best.weight)) best = way;
    if (best?.weight === 0) break;
  }
  return best;
}

const createSearch = ({ ofPart, ofOmission }: Judges) => {
  const known = new Map<Link, Way | null>();
  let judged = 0;
  function* judge(link: Link, index: number): Steps<Way | null> {
    judged += 1;
    if (judged > MAX_JUDGED) return null;
    yield;
    const own = ofPart(link.place, index);
    if (link.next.length === 0) return { faults: own, weight: weigh(own) };
    return yield* lightest(link.next, function* (next) {
      const way = yield* wayFrom(next, index + 1);
      if (way === null) return null;
      const faults = [...own, ...ofOmission(link.place, next.place), ...way.faults];
      return { faults, weight: weigh(faults) };
    });
  }
  function* wayFrom(link: Link, index: number): Steps<Way | null> {
    const there = known.get(link);
    if (there !== undefined) return there;
    const way = yield* judge(link, index);
    known.set(link, way);
    return way;
  }
  return (links: readonly Link[]): Steps<Way | null> => lightest(links, (link) => wayFrom(link, 0));
};

/**
 * The faults of the best way to lay the parts on the source, given the places of each; `differs` where there is
 * none.
 * @param isInOrder whether the parts follow each other within a paragraph, as they do between one pair of marks
 */
export function* layParts(
  source: SourceText,
  found: readonly (readonly FoundPart[])[],
  isInOrder: boolean,
  judges: Judges,
): Steps<readonly QuoteFault[]> {
  const way = yield* createSearch(judges)(yield* firstLinks(source, found, isInOrder));
  if (way !== null) return way.faults;
  return [{ kind: found.length > 1 && standInOrder(found) ? 'omission-across-paragraphs' : 'differs' }];
}
