import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { isSeen, placeBelow, usePlaceOf } from '#renderer/ui/overlays/place-float.ts';
import { type CitationBook, lookUp } from '../state/citation-book.ts';
import { CitationFacts } from './CitationFacts.tsx';
import styles from './floats.module.css';

const REST_MS = 300;
const WIDTH_PX = 380;
const HEIGHT_PX = 140;
const CHIP = '[data-chip]';

type Hovered = { readonly element: HTMLElement; readonly cited: CitedPassage };

const chipAt = (editor: Editor, target: EventTarget | null): Hovered | null => {
  const element = target instanceof Element ? target.closest<HTMLElement>(CHIP) : null;
  if (element === null) return null;
  const position = editor.view.posAtDOM(element, 0);
  const node = editor.state.doc.nodeAt(position);
  return node?.type.name === 'citation' ? { element, cited: node.attrs as CitedPassage } : null;
};

/** The chip under the mouse. */
const useHovered = (editor: Editor): Hovered | null => {
  const [hovered, setHovered] = useState<Hovered | null>(null);
  useEffect(() => {
    const { dom } = editor.view;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const rest = ({ target }: Event): void => {
      clearTimeout(timer);
      const chip = chipAt(editor, target);
      if (chip === null) setHovered(null);
      else timer = setTimeout(() => setHovered(chip), REST_MS);
    };
    const leave = (): void => {
      clearTimeout(timer);
      setHovered(null);
    };
    dom.addEventListener('mouseover', rest);
    dom.addEventListener('mouseleave', leave);
    dom.addEventListener('keydown', leave);
    return () => {
      leave();
      dom.removeEventListener('mouseover', rest);
      dom.removeEventListener('mouseleave', leave);
      dom.removeEventListener('keydown', leave);
    };
  }, [editor]);
  return hovered;
};

const isNodeSelected = ({ editor }: { readonly editor: Editor }): boolean =>
  editor.state.selection instanceof NodeSelection;

/** The quote of a chip while the mouse rests on it. A selected chip shows its menu instead. */
export const CitationCard = ({ editor, book }: { readonly editor: Editor; readonly book: CitationBook }) => {
  const hovered = useHovered(editor);
  const known = useStore(book, (state) => (hovered === null ? null : lookUp(state, hovered.cited)));
  const place = usePlaceOf(hovered?.element ?? null);
  // Subscribed: the chip may be selected, and its menu open, while the mouse rests on it.
  const isMenuOpen = useEditorState({ editor, selector: isNodeSelected });
  if (known === null || place === null || !isSeen(place) || isMenuOpen) return null;
  return (
    <div
      className={joinClasses('float', styles.citationCard)}
      role="tooltip"
      style={placeBelow(place.rect, WIDTH_PX, HEIGHT_PX)}
    >
      <CitationFacts known={known} />
    </div>
  );
};
