import type { SelectorKey } from './selector-parts.ts';

/** The elements of a page by what selectors name them by, so that a rule is not asked of every element. */
export type ElementIndex = {
  readonly all: readonly Element[];
  elementsFor(key: SelectorKey): readonly Element[];
};

const add = (map: Map<string, Element[]>, name: string, element: Element): void => {
  const found = map.get(name);
  if (found === undefined) map.set(name, [element]);
  else found.push(element);
};

export const indexElements = (root: Element): ElementIndex => {
  const all = [root, ...root.querySelectorAll('*')];
  const maps = {
    id: new Map<string, Element[]>(),
    class: new Map<string, Element[]>(),
    name: new Map<string, Element[]>(),
  };
  for (const element of all) {
    if (element.id !== '') add(maps.id, element.id, element);
    for (const name of element.classList) add(maps.class, name, element);
    add(maps.name, element.localName, element);
  }
  return { all, elementsFor: (key) => (key === null ? all : (maps[key.kind].get(key.name) ?? [])) };
};
