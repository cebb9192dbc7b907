/** The small list that opens while typing: `@` finds a passage, `/` inserts a part. One at a time. */
import { type Editor, Extension, type Range } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import Suggestion, { exitSuggestion, type SuggestionProps } from '@tiptap/suggestion';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** How an item is inserted: as usual, in the alternative form for a sentence, or as a block. */
export type InlineWay = 'usual' | 'other' | 'block';

/** The way chosen by the keys held with Enter or a press. */
export const wayOf = (held: Pick<KeyboardEvent, 'shiftKey' | 'altKey'>, wantsBlock: boolean): InlineWay => {
  if (held.shiftKey || wantsBlock) return 'block';
  return held.altKey ? 'other' : 'usual';
};

export type InlineItem = {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly run: (editor: Editor, range: Range, way: InlineWay) => void;
};

type Open = {
  readonly char: '@' | '/';
  /** The items for the text, or for the previous text; null until the first answer. */
  readonly items: readonly InlineItem[] | null;
  /** The item that Enter takes; -1 for none, while a slash may be meant literally. */
  readonly index: number;
  /** The caret in window coordinates. */
  readonly caret: DOMRect | null;
  readonly choose: (item: InlineItem, way: InlineWay) => void;
  /** Whether the answer for the current text is still to come. */
  readonly isLoading: boolean;
  /** An Enter or Tab pressed before the answer came: replayed when it does. */
  readonly due: KeyboardEvent | null;
};

/** `open` is null while no list is open. */
export type InlineMenuStore = StoreApi<{
  readonly open: Open | null;
  /** The next chosen passage becomes a block: `/` was used to ask for a quotation. */
  readonly wantsBlock: boolean;
}>;

export const createInlineMenuStore = (): InlineMenuStore =>
  createStore(() => ({ open: null, wantsBlock: false }));

/** Opens the list of passages after the selection, or replacing `range`: the chosen one becomes a block. */
export const askForQuotation = (
  editor: Editor,
  menu: InlineMenuStore,
  range: Range | null = null,
): boolean => {
  const { from, to } = range ?? { from: editor.state.selection.to, to: editor.state.selection.to };
  const { parent, parentOffset } = editor.state.doc.resolve(from);
  const before = parent.textBetween(Math.max(0, parentOffset - 1), parentOffset, null, '\ufffc');
  const isDone = editor
    .chain()
    .focus()
    // The character opens the list only at the beginning of a word.
    .insertContentAt({ from, to }, /^\s?$/u.test(before) ? '@' : ' @')
    .run();
  menu.setState({ wantsBlock: isDone });
  return isDone;
};

type Question = { readonly query: string; readonly editor: Editor };
export type InlineMenuOptions = {
  readonly char: '@' | '/';
  readonly store: InlineMenuStore;
  readonly find: (question: Question) => Promise<readonly InlineItem[]>;
};

const moveBy = (store: InlineMenuStore, by: 1 | -1): boolean => {
  store.setState(({ open }) => {
    if (!open?.items?.length) return { open };
    const { length } = open.items;
    const from = open.index === -1 && by === -1 ? 0 : open.index;
    return { open: { ...open, index: (from + by + length) % length } };
  });
  return true;
};

const chooseCurrent = (store: InlineMenuStore, event: KeyboardEvent): boolean => {
  const { open, wantsBlock } = store.getState();
  if (open === null) return false;
  if (open.isLoading) {
    store.setState({ open: { ...open, due: event } });
    return true;
  }
  const item = open.items?.[open.index];
  if (item === undefined) return false;
  open.choose(item, wayOf(event, wantsBlock));
  return true;
};

const keyActs: Readonly<Record<string, (store: InlineMenuStore, event: KeyboardEvent) => boolean>> = {
  ArrowDown: (store) => moveBy(store, 1),
  ArrowUp: (store) => moveBy(store, -1),
  Enter: chooseCurrent,
  Tab: chooseCurrent,
};

type Choice = { readonly item: InlineItem; readonly way: InlineWay };
type Shown = Pick<
  SuggestionProps<InlineItem, Choice>,
  'editor' | 'items' | 'loading' | 'clientRect' | 'command' | 'query' | 'range'
>;

/** The editor handles the key: with the first item, or, without any, as in plain text. */
const pressAnew = ({ view }: Editor, due: KeyboardEvent): void =>
  void view.someProp('handleKeyDown', (handle) => handle(view, due));

/** One list may have been opened by an item of the other: only its own is closed. */
const hide = ({ store, char }: Pick<InlineMenuOptions, 'store' | 'char'>): void =>
  store.setState(({ open, wantsBlock }) => ({
    open: open?.char === char ? null : open,
    wantsBlock: char === '@' ? false : wantsBlock,
  }));

/** A word of letters only, with closing punctuation: not an address, a date or a path. */
const WORD_BEFORE = /(?:^|[\s"'“‘«(\ufffc])\p{L}[\p{L}\p{M}’'-]*[.,;!?)”’"»]*$|\ufffc[.,;!?)]*$/u;
const MOST_BEFORE = 60;

const textBefore = (doc: Node, position: number): string => {
  const { parent, parentOffset } = doc.resolve(position);
  return parent.textBetween(Math.max(0, parentOffset - MOST_BEFORE), parentOffset, null, '\ufffc');
};

/** Whether the list may open there: at the start of a word, and the list of parts also right after a word. */
const mayStandAt = (doc: Node, position: number, char: InlineMenuOptions['char']): boolean => {
  const before = textBefore(doc, position);
  return /(?:^|\s)$/u.test(before) || (char === '/' && WORD_BEFORE.test(before));
};

/** How many letters after a word identify a part, unlike "or" or "h". */
const LETTERS_OF_A_PART = 3;

/**
 * The item that Enter takes at first. After a word a slash may be meant literally ("and/or", "km/h"): none, until an
 * item is moved to or so much of its name is typed that it is unambiguous.
 */
const firstIndex = ({ editor, query, range }: Pick<Shown, 'editor' | 'query' | 'range'>): number =>
  /\S$/u.test(textBefore(editor.state.doc, range.from)) && query.length < LETTERS_OF_A_PART ? -1 : 0;

/** Shows the answer; until it comes, that for the previous text. */
const show = ({ store, char }: InlineMenuOptions, props: Shown): void => {
  const { editor, items, loading, clientRect, command } = props;
  const index = firstIndex(props);
  // A slash between words is not a query.
  if (!loading && items.length === 0 && index === -1) {
    hide({ store, char });
    return;
  }
  const { open } = store.getState();
  const before = open?.char === char ? open : null;
  const choose = (item: InlineItem, way: InlineWay): void => command({ item, way });
  const shown = loading ? { items: before?.items ?? null, index: before?.index ?? index } : { items, index };
  store.setState({
    open: { char, ...shown, caret: clientRect?.() ?? null, choose, isLoading: loading, due: null },
  });
  if (!loading && before?.due) pressAnew(editor, before.due);
};

type Asking = { readonly active: boolean; readonly range: Range };

/** Text typed to a list is a query, not the memo's: its spelling is not checked. */
const spareSpelling = (asked: PluginKey<Asking>): Plugin =>
  new Plugin({
    props: {
      decorations: (state) => {
        const asking = asked.getState(state);
        if (asking?.active !== true) return null;
        const { from, to } = asking.range;
        return DecorationSet.create(state.doc, [Decoration.inline(from, to, { spellcheck: 'false' })]);
      },
    },
  });

/**
 * With the focus elsewhere in the window, keys no longer act on the list. Its own rows do not take the focus, and it
 * stays while another program is in front.
 */
const closeOnBlur = (asked: PluginKey<Asking>): Plugin =>
  new Plugin({
    props: {
      handleDOMEvents: {
        blur: (view) => {
          if (document.hasFocus() && asked.getState(view.state)?.active === true) exitSuggestion(view, asked);
          return false;
        },
      },
    },
  });

/** The extension that opens the list on `char` and handles its keys. */
export const inlineMenu = (options: InlineMenuOptions): Extension =>
  Extension.create({
    name: options.char === '@' ? 'findPassage' : 'insertPart',
    addProseMirrorPlugins() {
      const pluginKey = new PluginKey<Asking>(this.name);
      let isOpen = false;
      return [
        spareSpelling(pluginKey),
        closeOnBlur(pluginKey),
        Suggestion<InlineItem, Choice>({
          editor: this.editor,
          pluginKey,
          char: options.char,
          allowSpaces: options.char === '@',
          allowedPrefixes: null,
          allow: ({ state, range, isActive = false }) => {
            isOpen = isActive;
            return mayStandAt(state.doc, range.from, options.char);
          },
          // Moving the caret to an existing character does not open a list: it would capture the arrow keys.
          shouldShow: ({ transaction }) => isOpen || transaction.docChanged,
          items: async ({ query, editor }) => [...(await options.find({ query, editor }))],
          command: ({ editor, range, props: { item, way } }) => item.run(editor, range, way),
          render: () => ({
            onStart: (props) => show(options, props),
            onUpdate: (props) => show(options, props),
            onKeyDown: ({ event }) => keyActs[event.key]?.(options.store, event) ?? false,
            onExit: () => hide(options),
          }),
        }),
      ];
    },
  });
