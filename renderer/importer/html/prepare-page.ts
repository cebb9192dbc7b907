import { partWords } from './part-words.ts';
import { applyPageStyles } from './styles/apply-page-styles.ts';
import { writeFormulas } from './write-formulas.ts';

/** Makes of a page what its readers see of it: nothing hidden, formulas as text, and words that stand apart apart. */
export const preparePage = (page: Document): void => {
  applyPageStyles(page);
  writeFormulas(page);
  partWords(page);
};
