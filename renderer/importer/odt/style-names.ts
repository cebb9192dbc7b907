import { elementsNamed } from '../package/parse-xml.ts';

/** A property of a style: its element, attribute, and the sought value. */
type StyleProperty = { readonly element: string; readonly attribute: string; readonly value: string };

/** Names of the styles with that property, in any of the parts with styles. */
export const styleNamesWith = (
  styled: readonly Document[],
  { element, attribute, value }: StyleProperty,
): ReadonlySet<string> =>
  new Set(
    styled
      .flatMap((part) => elementsNamed(part, element))
      .filter((properties) => properties.getAttribute(attribute) === value)
      .map(({ parentElement }) => parentElement?.getAttribute('style:name') ?? ''),
  );
