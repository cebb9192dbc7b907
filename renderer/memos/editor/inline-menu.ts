/** The small list that opens while typing: `@` finds a passage, `/` inserts a part. One at a time. */
import { type Editor, Extension, type Range } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import Suggestion from '@tiptap/suggestion';
import { createStore, type StoreApi } from 'zustand/vanilla';

export type InlineItem = {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly run: (editor: Editor, range: Range) => void;
};

type Open = {
  readonly items: readonly InlineItem[];
  readonly index: number;
  /** Where the caret stands, in the window. */
  readonly caret: DOMRect | null;
  readonly choose: (item: InlineItem) => void;
};

/** Null while nothing is open. */
export type InlineMenuStore = StoreApi<{ readonly open: Open | null }>;

export const createInlineMenuStore = (): InlineMenuStore => createStore(() => ({ open: null }));

type Question = { readonly query: string };
export type InlineMenuOptions = {
  readonly char: '@' | '/';
  readonly store: InlineMenuStore;
  readonly find: (question: Question) => Promise<readonly InlineItem[]>;
};

const moveBy = (store: InlineMenuStore, by: 1 | -1): void =>
  store.setState(({ open }) => {
    if (open === null || open.items.length === 0) return { open };
    return { open: { ...open, index: (open.index + by + open.items.length) % open.items.length } };
  });

const chooseCurrent = (store: InlineMenuStore): boolean => {
  const { open } = store.getState();
  const item = open?.items[open.index];
  if (open === null || item === undefined) return false;
  open.choose(item);
  return true;
};

const keyActs: Readonly<Record<string, (store: InlineMenuStore) => boolean>> = {
  ArrowDown: (store) => {
    moveBy(store, 1);
    return true;
  },
  ArrowUp: (store) => {
    moveBy(store, -1);
    return true;
  },
  Enter: chooseCurrent,
  Tab: chooseCurrent,
};

/** The extension that opens the list on `char` and lets the keyboard choose from it. */
export const inlineMenu = ({ char, store, find }: InlineMenuOptions): Extension =>
  Extension.create({
    name: char === '@' ? 'findPassage' : 'insertPart',
    addProseMirrorPlugins() {
      return [
        Suggestion<InlineItem, InlineItem>({
          editor: this.editor,
          pluginKey: new PluginKey(this.name),
          char,
          allowSpaces: char === '@',
          items: async ({ query }) => [...(await find({ query }))],
          command: ({ editor, range, props }) => props.run(editor, range),
          render: () => ({
            onStart: (props) =>
              store.setState({
                open: {
                  items: props.items,
                  index: 0,
                  caret: props.clientRect?.() ?? null,
                  choose: props.command,
                },
              }),
            onUpdate: (props) =>
              store.setState({
                open: {
                  items: props.items,
                  index: 0,
                  caret: props.clientRect?.() ?? null,
                  choose: props.command,
                },
              }),
            onKeyDown: ({ event }) => keyActs[event.key]?.(store) ?? false,
            onExit: () => store.setState({ open: null }),
          }),
        }),
      ];
    },
  });
