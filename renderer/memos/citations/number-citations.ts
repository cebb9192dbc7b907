import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { ArticleId } from '#domain/ids.ts';
import { type CitationBook, renumber } from '../state/citation-book.ts';

/** The nodes that cite; a figure may. */
const citing: ReadonlySet<string> = new Set(['citation', 'quotation', 'figure']);

/** The number of each cited article in the order of first citation; the same rule as `numberSources`. */
export const numberCited = (doc: Node): ReadonlyMap<ArticleId, number> => {
  const numbers = new Map<ArticleId, number>();
  doc.descendants(({ type, attrs }) => {
    const cited = type.name === 'figure' ? attrs.cited : attrs;
    if (!citing.has(type.name) || cited === undefined) return;
    if (!numbers.has(cited.articleId)) numbers.set(cited.articleId, numbers.size + 1);
  });
  return numbers;
};

/** Keeps the numbers of the book those of the text. */
export const NumberCitations = Extension.create<{ book: CitationBook }>({
  name: 'numberCitations',
  addProseMirrorPlugins() {
    const { book } = this.options;
    return [
      new Plugin({
        key: new PluginKey('numberCitations'),
        view: ({ state }) => {
          renumber(book, numberCited(state.doc));
          return {
            update: (view, before) => {
              if (!view.state.doc.eq(before.doc)) renumber(book, numberCited(view.state.doc));
            },
          };
        },
      }),
    ];
  },
});
