/** The codes of REFI-QDA as paths of names. */
import { readLines, readName } from '#domain/exchange/read/values.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { elementsNamed } from '../package/parse-xml.ts';

const MAX_LEVELS = 12;

export const childrenNamed = (element: Element, name: string): readonly Element[] =>
  [...element.children].filter(({ tagName }) => tagName === name);
export const childText = (element: Element, name: string): string | null =>
  readLines(childrenNamed(element, name)[0]?.textContent);

/** The path of each code from the root, by GUID. */
export const codePaths = (xml: Document): ReadonlyMap<string, string> => {
  const paths = new Map<string, string>();
  for (const code of elementsNamed(xml, 'Code')) {
    const names: string[] = [];
    for (
      let at: Element | null = code;
      at?.tagName === 'Code' && names.length < MAX_LEVELS;
      at = at.parentElement
    )
      names.unshift(readName(at.getAttribute('name')) ?? '');
    paths.set(
      code.getAttribute('guid') ?? '',
      printNamePath(
        names.filter((name) => name !== ''),
        '/',
      ),
    );
  }
  return paths;
};
