import { findUnshown, type HiddenNode } from './hidden-parts.ts';
import { partWords } from './part-words.ts';
import { applyPageStyles } from './styles/apply-page-styles.ts';
import { writeFormulas } from './write-formulas.ts';

/**
 * Makes of a page what its readers see of it: nothing hidden, formulas as text, and words that stand apart apart.
 * Answers what is hidden.
 */
export const preparePage = (page: Document): readonly HiddenNode[] => {
  const hidden = [...applyPageStyles(page), ...findUnshown(page)];
  writeFormulas(page);
  partWords(page);
  return hidden;
};
