/**
 * The children of an element without the DOM's live lists: each list is an object that lives as long as its element,
 * and a page has hundreds of thousands.
 */

export function* childNodesOf(parent: Node): Generator<ChildNode> {
  for (let child = parent.firstChild; child !== null; child = child.nextSibling) yield child;
}

export function* childElementsOf(parent: Element): Generator<Element> {
  for (let child = parent.firstElementChild; child !== null; child = child.nextElementSibling) yield child;
}
