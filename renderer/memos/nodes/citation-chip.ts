import type { NodeViewRenderer } from '@tiptap/core';
import { printMaker } from '#domain/translation/print-translation.ts';
import type { CitationBook } from '../state/citation-book.ts';
import { citedNodeView, makeElement, type ShownCitation } from './cited-node-view.ts';
import styles from './nodes.module.css';

const wordsOf = ({ known, reference, trouble }: ShownCitation): string =>
  [
    `Citation ${reference}`,
    known?.printed ?? '',
    known?.translated === undefined ? '' : printMaker(known.translated.maker),
    trouble,
  ]
    .filter((part) => part !== '')
    .join(', ');

const buildChip = () => {
  const dom = makeElement('span', styles.citation);
  const quote = makeElement('span', styles.quote);
  const reference = makeElement('span', styles.reference);
  const gap = document.createTextNode('');
  dom.append(quote, gap, reference);
  dom.dataset.chip = '';
  dom.setAttribute('role', 'img');
  const draw = (shown: ShownCitation): void => {
    const text = shown.known?.printed ?? '';
    const isWhole = shown.node.attrs.form === 'whole' && text !== '';
    quote.textContent = isWhole ? text : '';
    gap.data = isWhole ? ' ' : '';
    reference.textContent = shown.reference;
    dom.setAttribute('aria-label', wordsOf(shown));
  };
  return { dom, draw };
};

/** The inline citation: “quote” [1 ¶8], or only the reference, from the data in `book`. */
export const citationChip = (book: CitationBook): NodeViewRenderer => citedNodeView(book, buildChip);
