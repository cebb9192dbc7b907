import { elementsNamed } from '../package/parse-xml.ts';

/** A property of a style: the element that holds it, its attribute, and the value that is looked for. */
type StyleProperty = { readonly element: string; readonly attribute: string; readonly value: string };

/** Names of the styles that have the property, in any of the parts in which styles stand. */
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
