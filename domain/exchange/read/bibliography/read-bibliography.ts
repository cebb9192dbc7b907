/** A bibliography in whatever format a reference manager writes it: BibTeX, RIS or CSL-JSON, told by how it begins. */
import type { Brought } from '../../brought.ts';
import { countLeftOut } from '../../left-out.ts';
import { readEach } from '../export-file.ts';
import { articlesOfBibtex } from './read-bibtex.ts';
import { articlesOfCsl } from './read-csl.ts';
import { articlesOfRis } from './read-ris.ts';

const readFile = (text: string): Brought | null => {
  const leftOut = countLeftOut();
  if (/^\uFEFF?\s*\[/u.test(text)) {
    const read = articlesOfCsl(text);
    leftOut.add('unknown-entry', read?.unknown ?? 0);
    return read === null ? null : { articles: [...read.articles], leftOut: leftOut.list() };
  }
  const articles = /^\uFEFF?\s*TY {2}-/mu.test(text) ? articlesOfRis(text) : articlesOfBibtex(text);
  return articles === null ? null : { articles: [...articles], leftOut: [] };
};

/** The entries of bibliographies; null where a file is none. */
export const readBibliography = readEach(({ text }) => readFile(text));
