/** Words of a Word document that its reader passes over for what they stand in, put where it reads them. */
import { elementsNamed } from '../package/parse-xml.ts';

/** Fields that are written in one element, and runs that go in another direction. */
const WRAPPERS = ['w:fldSimple', 'w:dir', 'w:bdo'] as const;

/** Of signs with a reading above them the signs alone stay: the reading would be words within words. */
const unwrapRuby = (ruby: Element): void => {
  const bases = elementsNamed(ruby, 'w:rubyBase').flatMap((base) => [...base.children]);
  const run = ruby.parentElement;
  // It stands in a run, and so do its signs.
  if (run?.tagName === 'w:r') run.before(...bases);
  ruby.remove();
};

/** A text box without another form for older programs. */
const showTextBoxes = (alternatives: Element): void => {
  if (elementsNamed(alternatives, 'mc:Fallback').length > 0) return;
  const boxes = elementsNamed(alternatives, 'w:txbxContent');
  if (boxes.length > 0) alternatives.replaceWith(...boxes);
};

/** The large first letter of a paragraph stands in a frame of its own before it: it goes back to its word. */
const joinDropCap = (frame: Element): void => {
  const letter = frame.closest('w\\:p');
  const paragraph = letter?.nextElementSibling;
  if (!letter || paragraph?.tagName !== 'w:p') return;
  const properties = [...paragraph.children].find(({ tagName }) => tagName === 'w:pPr');
  const runs = [...letter.children].filter(({ tagName }) => tagName !== 'w:pPr');
  if (properties === undefined) paragraph.prepend(...runs);
  else properties.after(...runs);
  letter.remove();
};

/** Changes `root`, a part of a Word document. */
export const unwrapWords = (root: Document): void => {
  for (const name of WRAPPERS)
    for (const wrapper of elementsNamed(root, name)) wrapper.replaceWith(...wrapper.childNodes);
  for (const frame of elementsNamed(root, 'w:framePr'))
    if (/^(?:drop|margin)$/.test(frame.getAttribute('w:dropCap') ?? '')) joinDropCap(frame);
  for (const ruby of elementsNamed(root, 'w:ruby')) unwrapRuby(ruby);
  for (const alternatives of elementsNamed(root, 'mc:AlternateContent')) showTextBoxes(alternatives);
};
