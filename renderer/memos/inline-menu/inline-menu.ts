/** The small list that opens while typing: `@` finds a passage, `/` inserts a part. One at a time. */
import { type Editor, Extension, type Range } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import Suggestion, { type SuggestionProps } from '@tiptap/suggestion';
import { createStore, type StoreApi } from 'zustand/vanilla';

export type InlineItem = {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  /** `isBlock`: as a block of its own, where the item can be one. */
  readonly run: (editor: Editor, range: Range, isBlock: boolean) => void;
};

type Open = {
  readonly char: '@' | '/';
  /** What was found for the words, or for those before them; null until the first answer. */
  readonly items: readonly InlineItem[] | null;
  readonly index: number;
  /** Where the caret stands, in the window. */
  readonly caret: DOMRect | null;
  readonly choose: (item: InlineItem, isBlock: boolean) => void;
  /** Whether what is typed is still looked for. */
  readonly isLoading: boolean;
  /** The press of Enter or Tab that came before the answer: it is heard anew when that is there. */
  readonly due: KeyboardEvent | null;
};

/** `open` is null while no list is. */
export type InlineMenuStore = StoreApi<{
  readonly open: Open | null;
  /** The next passage that is chosen becomes a block: `/` was asked for a quotation. */
  readonly wantsBlock: boolean;
}>;

export const createInlineMenuStore = (): InlineMenuStore =>
  createStore(() => ({ open: null, wantsBlock: false }));

/**
 * Opens the list of passages behind the selection, or in the place of `range`: the one that is chosen becomes a block.
 */
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
    // The sign opens the list at the beginning of a word alone.
    .insertContentAt({ from, to }, /^\s?$/u.test(before) ? '@' : ' @')
    .run();
  menu.setState({ wantsBlock: isDone });
  return isDone;
};

type Question = { readonly query: string };
export type InlineMenuOptions = {
  readonly char: '@' | '/';
  readonly store: InlineMenuStore;
  readonly find: (question: Question) => Promise<readonly InlineItem[]>;
};

const moveBy = (store: InlineMenuStore, by: 1 | -1): boolean => {
  store.setState(({ open }) => {
    if (!open?.items?.length) return { open };
    return { open: { ...open, index: (open.index + by + open.items.length) % open.items.length } };
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
  open.choose(item, event.shiftKey || wantsBlock);
  return true;
};

const keyActs: Readonly<Record<string, (store: InlineMenuStore, event: KeyboardEvent) => boolean>> = {
  ArrowDown: (store) => moveBy(store, 1),
  ArrowUp: (store) => moveBy(store, -1),
  Enter: chooseCurrent,
  Tab: chooseCurrent,
};

type Choice = { readonly item: InlineItem; readonly isBlock: boolean };
type Shown = Pick<
  SuggestionProps<InlineItem, Choice>,
  'editor' | 'items' | 'loading' | 'clientRect' | 'command'
>;

/** The editor answers the key: with the first item, or, where nothing was found, as anywhere in the text. */
const pressAnew = ({ view }: Editor, due: KeyboardEvent): void =>
  void view.someProp('handleKeyDown', (handle) => handle(view, due));

/** Shows the answer; until it is there, what was shown for the words before. */
const show = ({ store, char }: InlineMenuOptions, props: Shown): void => {
  const { editor, items, loading, clientRect, command } = props;
  const { open } = store.getState();
  const before = open?.char === char ? open : null;
  const choose = (item: InlineItem, isBlock: boolean): void => command({ item, isBlock });
  const shown = loading ? { items: before?.items ?? null, index: before?.index ?? 0 } : { items, index: 0 };
  store.setState({
    open: { char, ...shown, caret: clientRect?.() ?? null, choose, isLoading: loading, due: null },
  });
  if (!loading && before?.due) pressAnew(editor, before.due);
};

/** One list may have been opened by what the other inserted: only its own is closed. */
const hide = ({ store, char }: InlineMenuOptions): void =>
  store.setState(({ open, wantsBlock }) => ({
    open: open?.char === char ? null : open,
    wantsBlock: char === '@' ? false : wantsBlock,
  }));

type Asking = { readonly active: boolean; readonly range: Range };

/** What is typed to a list is a question and no word of the memo: its spelling is not checked. */
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

/** The extension that opens the list on `char` and lets the keyboard choose from it. */
export const inlineMenu = (options: InlineMenuOptions): Extension =>
  Extension.create({
    name: options.char === '@' ? 'findPassage' : 'insertPart',
    addProseMirrorPlugins() {
      const pluginKey = new PluginKey<Asking>(this.name);
      return [
        spareSpelling(pluginKey),
        Suggestion<InlineItem, Choice>({
          editor: this.editor,
          pluginKey,
          char: options.char,
          allowSpaces: options.char === '@',
          items: async ({ query }) => [...(await options.find({ query }))],
          command: ({ editor, range, props: { item, isBlock } }) => item.run(editor, range, isBlock),
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
