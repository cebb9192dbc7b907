import type { NodeViewRenderer } from '@tiptap/core';
import type { ResolvedCitation } from '#domain/contract/memo.ts';
import { quotedParagraphs } from '#domain/memo/document/lay-document.ts';
import { blockPartsOf } from '#domain/memo/verbatim/kept/cut-kept.ts';
import { OMISSION } from '#domain/memo/verbatim/omission-mark.ts';
import { joinFacts } from '#domain/text/join-facts.ts';
import { printGrade } from '#domain/tradecraft/grade.ts';
import type { CitationBook } from '../state/citation-book.ts';
import { citedNodeView, makeElement, type ShownCitation } from './cited-node-view.ts';
import styles from './nodes.module.css';

/** Whose words they are, as far as it is known before main has answered. */
export const attributionOf = ({ speaker, publication, articleTitle, grade }: ResolvedCitation): string =>
  joinFacts([speaker, publication ?? articleTitle, printGrade(grade)]);

/** As on paper: without marks, and each part on lines of its own. */
export const blockWordsOf = ({ passage, quote, kept, state }: ResolvedCitation): string =>
  passage === null
    ? quote
    : quotedParagraphs(blockPartsOf(passage, state === 'changed' ? null : kept))
        .map((lines) => lines.join('\n'))
        .join(`\n${OMISSION}\n`);

const buildBlock = () => {
  const dom = makeElement('blockquote', styles.quotation);
  const text = makeElement('p', styles.quotationText);
  const attribution = makeElement('footer', styles.attribution);
  const reference = makeElement('span', styles.reference);
  const trouble = makeElement('p', styles.trouble);
  dom.append(text, attribution, trouble);
  const draw = (shown: ShownCitation): void => {
    text.textContent = shown.known === null ? '' : blockWordsOf(shown.known);
    reference.textContent = shown.reference;
    attribution.replaceChildren(shown.known === null ? '' : attributionOf(shown.known), reference);
    trouble.textContent = shown.trouble;
    trouble.hidden = shown.trouble === '';
  };
  return { dom, draw };
};

/** The block quote of a passage, with who said it and what it is worth, showing what `book` knows. */
export const quotationBlock = (book: CitationBook): NodeViewRenderer => citedNodeView(book, buildBlock);
