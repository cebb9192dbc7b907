/**
 * Shared by the two citations of a memo, inline and block: plain DOM (a memo may have hundreds), updated when the
 * book's data or the node change, selected as a whole, and not editable.
 */
import type { NodeViewRenderer } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { EvidenceState, ResolvedCitation } from '#domain/memo/citations/resolved-citation.ts';
import { sayStanding } from '#domain/memo/citations/standing-words.ts';
import { type CitationBook, lookUp, printReference } from '../state/citation-book.ts';
import styles from './nodes.module.css';

/** What to render. Every string is set as a text node. */
export type ShownCitation = {
  readonly node: Node;
  /** Null until main has answered. */
  readonly known: ResolvedCitation | null;
  /** "[1 ¶8]" as it will be printed. */
  readonly reference: string;
  /** The problem with the evidence, in a sentence; "" if there is none. */
  readonly trouble: string;
};

const troubles: Readonly<Record<EvidenceState, string>> = {
  ok: '',
  changed: 'The passage has changed since it was cited.',
  retranslated: 'The translation has changed since it was cited.',
  altered: 'The text of its article was changed after the import.',
  deleted: 'The passage is in the trash.',
  missing: 'The passage is not in this archive.',
};

/** The problem with the cited copy, else the standing of the citation by a newer version. */
const troubleOf = (known: ResolvedCitation | null): string => {
  if (known === null) return '';
  if (known.state !== 'ok' || known.later === undefined) return troubles[known.state];
  return sayStanding(known.later);
};

/** An element with a class. */
export const makeElement = (tag: string, className: string | undefined): HTMLElement => {
  const made = document.createElement(tag);
  if (className !== undefined) made.className = className;
  return made;
};

/**
 * A node view of a citation.
 * @param build creates its element once, and returns a function that updates it
 */
export const citedNodeView =
  (
    book: CitationBook,
    build: () => { readonly dom: HTMLElement; readonly draw: (shown: ShownCitation) => void },
  ): NodeViewRenderer =>
  ({ node }) => {
    const { dom, draw } = build();
    dom.contentEditable = 'false';
    // A source's words are not to be corrected.
    dom.setAttribute('spellcheck', 'false');
    let current: Node = node;

    const redraw = (): void => {
      const state = book.getState();
      const cited = current.attrs as Parameters<typeof lookUp>[1];
      const known = lookUp(state, cited);
      dom.dataset.state = known?.state ?? 'ok';
      dom.toggleAttribute('data-machine', known?.translated?.maker.kind === 'machine');
      if (known?.later === undefined) delete dom.dataset.standing;
      else dom.dataset.standing = known.later.standing;
      draw({
        node: current,
        known,
        reference: printReference(state, cited),
        trouble: troubleOf(known),
      });
    };
    redraw();

    return {
      dom,
      update: (next) => {
        if (next.type !== current.type) return false;
        current = next;
        redraw();
        return true;
      },
      selectNode: () => dom.classList.add(styles.selected ?? ''),
      deselectNode: () => dom.classList.remove(styles.selected ?? ''),
      ignoreMutation: () => true,
      destroy: book.subscribe(redraw),
    };
  };
