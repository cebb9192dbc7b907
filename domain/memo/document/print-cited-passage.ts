import type { Passage } from '../../passage/passage.ts';
import type { SourceTree } from '../../source/source.ts';
import { printMarking } from '../../tradecraft/marking.ts';
import { printAttribution } from '../citations/attribution.ts';
import type { CitedArticle } from '../citations/memo-material.ts';
import { printedSourceOf } from '../citations/printed-source-of.ts';
import { placeOf } from '../citations/resolve-citations.ts';
import { printPassage } from '../verbatim/print-quote.ts';
import { printSource } from './print-source.ts';

/**
 * A passage by itself, as it is copied, line by line: its words, who said them, where, and how they may be passed on.
 */
export const printCitedPassage = (
  passage: Passage,
  cited: CitedArticle,
  sources: SourceTree,
): readonly string[] => {
  const { text, url } = printSource(1, cited, sources);
  const { marking } = cited.about;
  return [
    printPassage(passage, printedSourceOf(cited)),
    `— ${printAttribution(passage, cited, placeOf(passage, cited), sources)}`,
    url === null ? text : `${text} ${url}`,
    ...(marking === null ? [] : [printMarking(marking)]),
  ];
};
