/**
 * The inline citation: “quote” [1 ¶8], or the reference alone. Plain DOM, because a memo holds hundreds of them.
 * Every string in it is a text node.
 */
import type { NodeViewRenderer } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type CitationBook, lookUp, printReference } from '../editor/citation-book.ts';
import styles from './nodes.module.css';

const stateWords = {
  ok: '',
  changed: 'the passage has changed since it was cited',
  deleted: 'the passage is in the trash',
  missing: 'the passage is not in this archive',
} as const;

const span = (className: string | undefined): HTMLSpanElement => {
  const element = document.createElement('span');
  if (className !== undefined) element.className = className;
  return element;
};

/** The node view of an inline citation, showing what `book` knows. */
export const citationChip =
  (book: CitationBook): NodeViewRenderer =>
  ({ node }) => {
    const dom = span(styles.citation);
    const quote = span(styles.quote);
    const reference = span(styles.reference);
    const gap = document.createTextNode('');
    dom.append(quote, gap, reference);
    dom.contentEditable = 'false';
    dom.dataset.chip = '';
    let current: Node = node;

    const draw = () => {
      const state = book.getState();
      const cited = current.attrs as Parameters<typeof lookUp>[1];
      const known = lookUp(state, cited);
      const isWhole = current.attrs.form === 'whole' && known !== null && known.quote !== '';
      quote.textContent = isWhole ? `“${known.quote}”` : '';
      gap.data = isWhole ? ' ' : '';
      reference.textContent = printReference(state, cited);
      dom.dataset.state = known?.state ?? 'ok';
      const trouble = stateWords[known?.state ?? 'ok'];
      dom.setAttribute('role', 'img');
      dom.setAttribute(
        'aria-label',
        [`Citation ${reference.textContent}`, known?.quote ?? '', trouble]
          .filter((part) => part !== '')
          .join(', '),
      );
    };
    draw();
    const unsubscribe = book.subscribe(draw);

    return {
      dom,
      update: (next) => {
        if (next.type !== current.type) return false;
        current = next;
        draw();
        return true;
      },
      selectNode: () => dom.classList.add(styles.selected ?? ''),
      deselectNode: () => dom.classList.remove(styles.selected ?? ''),
      ignoreMutation: () => true,
      destroy: unsubscribe,
    };
  };
