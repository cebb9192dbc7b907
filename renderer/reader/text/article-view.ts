/**
 * The text of an article as a ProseMirror view: caret, selection and keys as in an editor, but no way to change a
 * character. The reader only uses offsets of the canonical text.
 */

import { selectAll } from '@tiptap/pm/commands';
import { keymap } from '@tiptap/pm/keymap';
import type { Node } from '@tiptap/pm/model';
import {
  AllSelection,
  type Command,
  EditorState,
  Plugin,
  PluginKey,
  Selection,
  TextSelection,
} from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import { type PassageId, passageIdSchema } from '#domain/ids.ts';
import { textDirection } from '#domain/memo/document/text-direction.ts';
import { joinQuotes } from '#domain/passage/passage.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { refuseEdits } from '#renderer/editor/refuse-edits.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { type Decorated, decorate, nothingDecorated } from '../drawing/decorate.ts';
import { pictureView } from '../pictures/picture-view.ts';
import pictureStyles from '../pictures/text-pictures.module.css';
import { createRegionBoard } from '../regions/region-board.ts';
import type { Drawn } from '../state/layer.ts';
import type { PreparedArticle } from '../state/prepare-article.ts';
import type { ArticleView, LoadPicture } from '../state/reader-context.ts';
import type { TextSelected } from '../state/selected-text.ts';
import { selectedRanges } from '../state/selected-text.ts';
import { drawSlots, slotsMeta } from '../state/slots.ts';
import styles from './text.module.css';

export type ArticleViewEvents = {
  selectionChanged(selected: TextSelected): void;
  /** A click in the text that selected nothing, at that offset. */
  clicked(offset: number): void;
  /** The ranges to copy along with the browser's selection. */
  selectedBeside(): readonly TextRange[];
  linkOpened(address: string): void;
  passageHovered(passageId: PassageId | null): void;
  /** A picture was pressed; its offset. */
  pictureOpened(offset: number): void;
  regionPressed(id: PassageId): void;
  readonly loadPicture: LoadPicture;
  /** Returns whether it handled the key. */
  keyPressed(event: KeyboardEvent): boolean;
};

const drawnKey = new PluginKey<Decorated>('drawn');
/** Marks a selection that the reader itself set. */
const OWN = 'set-by-reader';

/** ProseMirror leaves the arrows to the browser, which does nothing if the whole text is selected. */
const leaveWholeText =
  (edge: (doc: Node) => Selection): Command =>
  (state, dispatch) => {
    if (!(state.selection instanceof AllSelection)) return false;
    dispatch?.(state.tr.setSelection(edge(state.doc)));
    return true;
  };
const toStart = leaveWholeText(Selection.atStart);
const toEnd = leaveWholeText(Selection.atEnd);

/**
 * To one end of the text. Left to the browser, the caret would be reset: ProseMirror takes a caret at the start, soon
 * after the text got the focus, for the browser's doing and not the analyst's.
 */
const moveToEdge =
  (edge: (doc: Node) => Selection): Command =>
  ({ doc, tr }, dispatch) => {
    dispatch?.(tr.setSelection(edge(doc)).scrollIntoView());
    return true;
  };

const caretKeys = {
  'Mod-a': selectAll,
  'Mod-Home': moveToEdge(Selection.atStart),
  'Mod-End': moveToEdge(Selection.atEnd),
  ArrowLeft: toStart,
  ArrowUp: toStart,
  ArrowRight: toEnd,
  ArrowDown: toEnd,
};

const drawOver = (article: PreparedArticle): Plugin<Decorated> =>
  new Plugin<Decorated>({
    key: drawnKey,
    state: {
      init: () => nothingDecorated,
      apply: (transaction, before) => {
        const drawn: Drawn | undefined = transaction.getMeta(drawnKey);
        return drawn === undefined ? before : decorate(article, drawn, before);
      },
    },
    props: { decorations: (state) => drawnKey.getState(state)?.set },
  });

/** How much of the text decides its direction if the language does not. */
const DIRECTION_LENGTH = 200;

/** Finds an attribute at an event's target: marks and links belong to ProseMirror and have no refs. */
const closest = (event: Event, attribute: string): string | null =>
  event.target instanceof Element
    ? (event.target.closest(`[${attribute}]`)?.getAttribute(attribute) ?? null)
    : null;

const passageAt = (event: Event): PassageId | null => {
  const id = passageIdSchema.safeParse(closest(event, 'data-passage'));
  return id.success ? id.data : null;
};

/** Links are inert: a click asks first, and nothing else follows an address. */
const openLinks =
  (events: ArticleViewEvents) =>
  (view: EditorView, event: MouseEvent): boolean => {
    const address = closest(event, 'data-address');
    if (address === null || !view.state.selection.empty) return false;
    event.preventDefault();
    events.linkOpened(address);
    return true;
  };

/**
 * ProseMirror consumes some keys: deleting at the end of a block, and Mod+B, I, Y and Z, which an editor would use.
 * Here they are left to the window's commands, or unused.
 */
const leaveToWindow = (_: EditorView, event: KeyboardEvent): boolean => {
  const isModLetter = (event.ctrlKey || event.metaKey) && /^[b-z]$/i.test(event.key);
  return isModLetter || event.key === 'Delete' || event.key === 'Backspace';
};

const readSelection = ({ map }: PreparedArticle, { selection }: EditorState): TextSelected => ({
  caret: map.toOffset(selection.head, 'start'),
  range: map.toRange(selection.from, selection.to),
});

/**
 * A quick click is reported before the browser reports its caret; any render for the click would restore the old caret.
 */
const takeCaret = (view: EditorView, position: number): void => {
  const { doc, tr } = view.state;
  if (document.getSelection()?.isCollapsed !== true) return;
  view.dispatch(tr.setSelection(Selection.near(doc.resolve(position))));
};

const positionIn = (view: EditorView, node: globalThis.Node | null, offset: number): number | null =>
  node !== null && view.dom.contains(node) ? view.posAtDOM(node, offset) : null;

/**
 * Adopts the caret after the browser's own keys moved it. The browser scrolls first and reports the caret afterwards,
 * and a render in between for newly visible text would restore the old caret.
 */
const takeShownSelection = (view: EditorView): void => {
  const { doc, selection, tr } = view.state;
  const shown = document.getSelection();
  if (shown === null || !view.hasFocus() || !(selection instanceof TextSelection)) return;
  const anchor = positionIn(view, shown.anchorNode, shown.anchorOffset);
  const head = positionIn(view, shown.focusNode, shown.focusOffset);
  if (anchor === null || head === null) return;
  if (anchor === selection.anchor && head === selection.head) return;
  view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))));
};

/**
 * ProseMirror updates the browser's selection only while the text has the focus. Otherwise the browser would go on
 * showing the words as selected over the passage made of them.
 */
const letGoOfShown = (view: EditorView): void => {
  const shown = document.getSelection();
  if (!view.hasFocus() && shown?.isCollapsed === false && view.dom.contains(shown.anchorNode)) {
    shown.removeAllRanges();
  }
};

/**
 * The browser puts the caret at the start of a text that is focused by script, and ProseMirror corrects it only later:
 * a render in between would take the wrong caret for the analyst's.
 */
const keepCaretOnFocus = (view: EditorView): false => {
  if (!view.dom.matches(':active')) queueMicrotask(() => view.hasFocus() && view.focus());
  return false;
};

const attributesOf = ({ article, index }: PreparedArticle): Record<string, string> => {
  const { language, title } = article.bibliography;
  return {
    class: joinClasses(styles.text, pictureStyles.text),
    id: 'article-text',
    'aria-label': title === null ? 'Article text' : `Text of ${title}`,
    translate: 'no',
    // Single keys work here, although the browser treats it as a field.
    'data-single-keys': '',
    'data-pane-focus': '',
    dir: textDirection(index.text.slice(0, DIRECTION_LENGTH), language),
    ...(language === null ? {} : { lang: language }),
  };
};

const boxesBetween = (view: EditorView, from: number, to: number): readonly DOMRect[] => {
  const start = view.domAtPos(from, 1);
  const end = view.domAtPos(to, -1);
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
};

/**
 * Reports what a moving pointer comes upon. The browser fires the same events for text that moves under a resting
 * pointer: scrolling would mark one passage after the other as hovered, with a render for each.
 */
const watchPointer = (cameUpon: (event: MouseEvent) => void, left: () => void) => {
  let [atX, atY] = [Number.NaN, Number.NaN];
  const note = ({ clientX, clientY }: MouseEvent): boolean => {
    const hasMoved = clientX !== atX || clientY !== atY;
    [atX, atY] = [clientX, clientY];
    return hasMoved;
  };
  return {
    mousemove(_: unknown, event: MouseEvent): false {
      note(event);
      return false;
    },
    mouseover(_: unknown, event: MouseEvent): false {
      if (note(event)) cameUpon(event);
      return false;
    },
    mouseleave(): false {
      left();
      return false;
    },
  } as const;
};

/** Opens the text of `article` in `place`. */
export const openArticleView = (
  place: HTMLElement,
  article: PreparedArticle,
  events: ArticleViewEvents,
): ArticleView => {
  const { map } = article;
  const board = createRegionBoard();
  const view: EditorView = new EditorView(place, {
    state: EditorState.create({
      doc: article.doc,
      plugins: [refuseEdits(), drawOver(article), drawSlots(map.blocks), keymap(caretKeys)],
    }),
    attributes: attributesOf(article),
    nodeViews: {
      picture: pictureView({
        load: events.loadPicture,
        board,
        toOffset: (position) => map.toOffset(position, 'start'),
        opened: events.pictureOpened,
        regionPressed: events.regionPressed,
      }),
    },
    clipboardTextSerializer: (_, { state }) => {
      const range = map.toRange(state.selection.from, state.selection.to);
      const ranges = selectedRanges({ caret: 0, range, others: events.selectedBeside() });
      return joinQuotes(ranges.map(({ start, end }) => article.index.text.slice(start, end)));
    },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      const isUsers = transaction.selectionSet && transaction.getMeta(OWN) !== true;
      if (isUsers) events.selectionChanged(readSelection(article, view.state));
    },
    handleKeyDown: (_, event) => events.keyPressed(event),
    handleClick: (_, position, event) => {
      // With the key that adds to a selection, a click selects nothing: ProseMirror would select the whole block.
      if (event.ctrlKey || event.metaKey) return true;
      takeCaret(view, position);
      events.clicked(map.toOffset(position, 'start'));
      return false;
    },
    handleDOMEvents: {
      focus: keepCaretOnFocus,
      keydown: leaveToWindow,
      click: openLinks(events),
      auxclick: openLinks(events),
      ...watchPointer(
        (event) => events.passageHovered(passageAt(event)),
        () => events.passageHovered(null),
      ),
    },
  });

  // With each commit React reads the whole text of a focused editable element to restore its selection
  // (getSelectionInformation): in a long article most of the cost of a key. It skips elements that are plain text only,
  // and there the browser gives the same caret and keys.
  view.dom.setAttribute('contenteditable', 'plaintext-only');

  return {
    dom: view.dom,
    draw: (drawn) => {
      takeShownSelection(view);
      view.dispatch(view.state.tr.setMeta(drawnKey, drawn));
    },
    showRegions: board.show,
    showSlots: (slots) => view.dispatch(view.state.tr.setMeta(...slotsMeta(slots))),
    selected: () => readSelection(article, view.state),
    select: ({ start, end }) => {
      const selection = TextSelection.create(view.state.doc, map.toPosition(start), map.toPosition(end));
      view.dispatch(view.state.tr.setSelection(selection).setMeta(OWN, true));
      if (start === end) letGoOfShown(view);
    },
    focus: () => view.focus(),
    boxesOf: ({ start, end }) => boxesBetween(view, map.toPosition(start), map.toPosition(end)),
    lineAt: (offset) => view.coordsAtPos(map.toPosition(offset), 1),
    edgeAt: (offset, end) => view.coordsAtPos(map.toPosition(offset), end === 'start' ? 1 : -1),
    offsetAt: (left, top) => {
      const found = view.posAtCoords({ left, top });
      return found === null ? null : map.toOffset(found.pos, 'start');
    },
    destroy: () => view.destroy(),
  };
};
