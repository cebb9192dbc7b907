/**
 * Tracked changes as text that both sides can be read in. The reader of Word documents takes insertions for accepted and
 * drops deletions; here both become plain runs, the ones with a mark of their own, the others struck out. What the
 * document hides is taken out and counted.
 */
import { elementsNamed } from '../package/parse-xml.ts';

/** A colour of highlighting that Word does not have: it says "inserted" to the reader. */
export const INSERTED = 'precis-inserted';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const make = (of: Element, name: string): Element => of.ownerDocument.createElementNS(WORD, name);

const childNamed = (element: Element, name: string): Element | undefined =>
  [...element.children].find((child) => child.tagName === name);

/** The properties of a run, made where it has none. */
const propertiesOf = (run: Element): Element => {
  const there = childNamed(run, 'w:rPr');
  if (there !== undefined) return there;
  const made = make(run, 'w:rPr');
  run.prepend(made);
  return made;
};

const unwrap = (element: Element): void => {
  element.replaceWith(...element.childNodes);
};

const setProperty = (run: Element, name: string, value: string | null): void => {
  const properties = propertiesOf(run);
  childNamed(properties, name)?.remove();
  const property = make(run, name);
  if (value !== null) property.setAttributeNS(WORD, 'w:val', value);
  properties.append(property);
};

/** An element by another name. */
const rename = (element: Element, name: string): void => {
  const other = make(element, name);
  other.append(...element.childNodes);
  element.replaceWith(other);
};

/** Shows every range of the name; answers how many hold words. */
const show = (root: Document, name: string, say: (run: Element) => void): number => {
  let count = 0;
  for (const range of elementsNamed(root, name)) {
    const runs = elementsNamed(range, 'w:r');
    for (const run of runs) say(run);
    if ((range.textContent ?? '') !== '') count += 1;
    if (runs.length > 0) unwrap(range);
    // The mark of a paragraph or of a row: both stay.
    else range.remove();
  }
  return count;
};

const strike = (run: Element): void => {
  setProperty(run, 'w:strike', null);
  for (const text of elementsNamed(run, 'w:delText')) rename(text, 'w:t');
};
const markInserted = (run: Element): void => setProperty(run, 'w:highlight', INSERTED);

const isOn = (property: Element | undefined): boolean =>
  property !== undefined && !['false', '0', 'off'].includes(property.getAttribute('w:val') ?? 'true');

const dropHidden = (root: Document): number => {
  let words = 0;
  for (const run of elementsNamed(root, 'w:r')) {
    const properties = childNamed(run, 'w:rPr');
    if (properties === undefined || !isOn(childNamed(properties, 'w:vanish'))) continue;
    words += (run.textContent ?? '').match(/\S+/gu)?.length ?? 0;
    run.remove();
  }
  return words;
};

/** What a part of a document has been changed by and hides. */
export type Changes = {
  readonly insertions: number;
  readonly deletions: number;
  readonly hiddenWords: number;
};

/** Changes `root`, a part of a Word document, and answers what has to be told of it. */
export const showChanges = (root: Document): Changes => ({
  hiddenWords: dropHidden(root),
  insertions: show(root, 'w:ins', markInserted) + show(root, 'w:moveTo', markInserted),
  deletions: show(root, 'w:del', strike) + show(root, 'w:moveFrom', strike),
});
