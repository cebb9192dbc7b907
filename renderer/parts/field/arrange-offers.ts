/** Which suggestions a field of tags or sources shows for a typed name, and in which order. */
import { isNearName, isSameButCase, isSameName } from '#domain/tree/compare-names.ts';
import type { Option } from '#renderer/ui/choices/OptionItem.tsx';

/** A matching row, with all of its names. */
export type NamedOffer<Offer> = { readonly offer: Offer; readonly names: readonly string[] };

/** "A/B" within one name and "A / B" down a tree look alike. */
const withoutTree = (name: string): string => name.replace(/\\?\s*\/\s*/gu, '/');

/**
 * Whether a name may be meant although it is written differently. A difference in case only counts like a completion,
 * which is listed first anyway.
 */
const isMeant = (name: string, typed: string): boolean =>
  (isNearName(name, typed) && !isSameButCase(name, typed)) ||
  (!isSameName(name, typed) && isSameName(withoutTree(name), withoutTree(typed)));

/**
 * Enter takes the first suggestion. So an exact match comes first, and creating a new one is not offered; without an
 * exact match, a similar name is asked about, with the new one before it.
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

/** Whether an option of a combo box is focused: Enter then takes that one, otherwise the first. */
export const hasFocusedOffer = (target: EventTarget): boolean =>
  target instanceof Element && (target.getAttribute('aria-activedescendant') ?? '') !== '';
