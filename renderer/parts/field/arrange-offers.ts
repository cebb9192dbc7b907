/** What a field of tags or sources offers for a name that is typed, and in which order. */
import { isNearName, isSameButCase, isSameName } from '#domain/tree/compare-names.ts';
import type { Option } from '#renderer/ui/choices/OptionItem.tsx';

/** A row that matches what is typed, with all the names that it is known under. */
export type NamedOffer<Offer> = { readonly offer: Offer; readonly names: readonly string[] };

/** "A/B" within one name and "A / B" down a tree look alike. */
const withoutTree = (name: string): string => name.replace(/\\?\s*\/\s*/gu, '/');

/**
 * May be meant, but is written otherwise. What differs in case alone is in sight first, as what completes a name is.
 */
const isMeant = (name: string, typed: string): boolean =>
  (isNearName(name, typed) && !isSameButCase(name, typed)) ||
  (!isSameName(name, typed) && isSameName(withoutTree(name), withoutTree(typed)));

/**
 * Enter takes the first offer. So one that is written as it is typed comes first, and nothing new is offered beside
 * it; where there is none, one that may be meant is asked about, and what is new stands before it.
 */
export const arrangeOffers = <Offer extends Option<string>>(
  matching: readonly NamedOffer<Offer>[],
  typed: string,
  creating: readonly Offer[],
): readonly Offer[] => {
  const same = matching.filter(({ names }) => names.some((name) => isSameName(name, typed)));
  const meant = matching.filter(
    (each) => !same.includes(each) && each.names.some((name) => isMeant(name, typed)),
  );
  const others = matching.filter((each) => !same.includes(each) && !meant.includes(each));
  const offersOf = (some: readonly NamedOffer<Offer>[]) => some.map(({ offer }) => offer);
  if (same.length > 0) return offersOf([...same, ...meant, ...others]);
  if (meant.length === 0) return [...offersOf(others), ...creating];
  const asked = offersOf(meant).map((offer) => ({ ...offer, name: `Did you mean “${offer.name}”?` }));
  const [first, ...rest] = creating;
  return [...(first === undefined ? [] : [first]), ...asked, ...offersOf(others), ...rest];
};

/** Whether one of the offers under a combo box is focused: Enter then takes it, and else the first. */
export const hasFocusedOffer = (target: EventTarget): boolean =>
  target instanceof Element && (target.getAttribute('aria-activedescendant') ?? '') !== '';
