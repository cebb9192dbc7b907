/**
 * The handle beside the hovered block: dragging moves the block, a press selects it. For the pointer only: the keyboard
 * has Alt with arrows, screen readers the outline.
 */
import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state';
import { dropPoint } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import type { MemoStore } from '../state/memo-store.ts';
import { type BlockRange, blockAt, moveBlocks } from './move-blocks.ts';
import styles from './outline.module.css';

/** How far left of the text the pointer still counts for the block. */
const REACH_PX = 44;
const INSET_PX = 8;

const blockAtPointer = (view: EditorView, { clientX, clientY }: MouseEvent): BlockRange | null => {
  const { left, right, top, bottom } = view.dom.getBoundingClientRect();
  const isNear = clientX > left - REACH_PX && clientX < right && clientY > top && clientY < bottom;
  const x = Math.min(Math.max(clientX, left + INSET_PX), right - INSET_PX);
  const found = isNear ? view.posAtCoords({ left: x, top: clientY }) : null;
  return found === null ? null : blockAt(view.state.doc, found.inside >= 0 ? found.inside + 1 : found.pos);
};

const elementOf = (view: EditorView, { from }: BlockRange): HTMLElement | null => {
  const element = view.nodeDOM(from);
  return element instanceof HTMLElement ? element : null;
};

const selectBlock = (view: EditorView, { from, to }: BlockRange): void => {
  const { doc, tr } = view.state;
  const isText = doc.nodeAt(from)?.inlineContent === true;
  view.dispatch(
    tr.setSelection(isText ? TextSelection.create(doc, from + 1, to - 1) : NodeSelection.create(doc, from)),
  );
  view.focus();
};

/** Moves the dragged block to where it is dropped; returns whether that is allowed. */
const dropBlock = (view: EditorView, dragged: BlockRange, event: DragEvent): boolean => {
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
  const target =
    place === null
      ? null
      : dropPoint(view.state.doc, place.pos, view.state.doc.slice(dragged.from, dragged.to));
  if (target === null) return false;
  const tr = closeHistory(view.state.tr);
  moveBlocks(tr, dragged, target);
  view.dispatch(tr);
  view.focus();
  return true;
};

class Handle {
  /** The dragged block; null if there is none. */
  dragged: BlockRange | null = null;
  private readonly element = document.createElement('div');
  private block: BlockRange | null = null;
  private frame = 0;

  private readonly view: EditorView;
  private readonly store: MemoStore;

  constructor(view: EditorView, store: MemoStore) {
    this.view = view;
    this.store = store;
    this.element.className = styles.blockHandle ?? '';
    this.element.draggable = true;
    this.element.hidden = true;
    this.element.setAttribute('aria-hidden', 'true');
    this.element.title = 'Drag to move the block';
    this.element.addEventListener('dragstart', (event) => this.begin(event));
    this.element.addEventListener('dragend', () => this.end());
    this.element.addEventListener('click', () => this.block !== null && selectBlock(view, this.block));
    document.addEventListener('mousemove', this.follow);
    document.addEventListener('scroll', this.hide, true);
  }

  update(): void {
    this.hide();
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    document.removeEventListener('mousemove', this.follow);
    document.removeEventListener('scroll', this.hide, true);
    this.element.remove();
  }

  private readonly hide = (): void => {
    this.element.hidden = true;
    if (this.dragged === null) this.block = null;
  };

  private readonly follow = (event: MouseEvent): void => {
    if (event.buttons !== 0 || event.target === this.element) return;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.place(event));
  };

  private place(event: MouseEvent): void {
    const { view, store, element } = this;
    const isOverText =
      event.target instanceof Element && event.target.closest('[role="toolbar"], .float') === null;
    const block = store.getState().isReadOnly || !isOverText ? null : blockAtPointer(view, event);
    const rect = block === null ? null : (elementOf(view, block)?.getBoundingClientRect() ?? null);
    this.block = block;
    element.hidden = rect === null;
    if (rect === null) return;
    if (element.parentElement === null) view.dom.parentElement?.append(element);
    element.style.left = `${rect.left}px`;
    element.style.top = `${rect.top}px`;
  }

  private begin(event: DragEvent): void {
    const { view, block } = this;
    if (block === null || event.dataTransfer === null) return;
    const element = elementOf(view, block);
    this.dragged = block;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', '');
    if (element !== null) event.dataTransfer.setDragImage(element, 0, 0);
    // The drop cursor shows where such blocks are allowed.
    view.dragging = { slice: view.state.doc.slice(block.from, block.to), move: true };
  }

  private end(): void {
    this.dragged = null;
    this.view.dragging = null;
    this.hide();
  }
}

export const BlockHandle = Extension.create<{ store: MemoStore }>({
  name: 'blockHandle',
  priority: 1100,
  addProseMirrorPlugins() {
    const { store } = this.options;
    let handle: Handle | null = null;
    return [
      new Plugin({
        view: (view) => {
          handle = new Handle(view, store);
          return handle;
        },
        props: {
          handleDrop: (view, event) => {
            const dragged = handle?.dragged ?? null;
            if (dragged === null) return false;
            dropBlock(view, dragged, event);
            return true;
          },
        },
      }),
    ];
  },
});
