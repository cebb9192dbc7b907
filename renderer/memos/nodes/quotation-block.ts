/** The block quote of a passage, with who said it and what it is worth. Nothing in it can be edited. */
import type { NodeViewRenderer } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { ResolvedCitation } from '#domain/contract/memos.ts';
import { printGrade } from '#domain/tradecraft/grade.ts';
import { type CitationBook, lookUp, printReference } from '../editor/citation-book.ts';
import styles from './nodes.module.css';

const element = (tag: string, className: string | undefined): HTMLElement => {
  const made = document.createElement(tag);
  if (className !== undefined) made.className = className;
  return made;
};

const attributionOf = ({ speaker, publication, articleTitle, grade }: ResolvedCitation): string =>
  [speaker, publication ?? articleTitle, printGrade(grade)]
    .filter((part) => part !== null && part !== '')
    .join(' · ');

const troubles = {
  ok: '',
  changed: 'The passage has changed since it was cited.',
  deleted: 'The passage is in the trash.',
  missing: 'The passage is not in this archive.',
} as const;

/** The node view of a block quotation, showing what `book` knows. */
export const quotationBlock =
  (book: CitationBook): NodeViewRenderer =>
  ({ node }) => {
    const dom = element('blockquote', styles.quotation);
    const text = element('p', styles.quotationText);
    const attribution = element('footer', styles.attribution);
    const reference = element('span', styles.reference);
    const trouble = element('p', styles.trouble);
    dom.append(text, attribution, trouble);
    dom.contentEditable = 'false';
    let current: Node = node;

    const draw = () => {
      const state = book.getState();
      const cited = current.attrs as Parameters<typeof lookUp>[1];
      const known = lookUp(state, cited);
      text.textContent = known?.quote ?? '';
      reference.textContent = printReference(state, cited);
      attribution.replaceChildren(known === null ? '' : attributionOf(known), reference);
      dom.dataset.state = known?.state ?? 'ok';
      trouble.textContent = troubles[known?.state ?? 'ok'];
      trouble.hidden = trouble.textContent === '';
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
