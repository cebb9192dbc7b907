import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { ArticleId } from '#domain/ids.ts';
import { type FootnoteAttrs, inlineOfNote } from '#domain/memo/memo-content.ts';
import { type CitationBook, renumber } from '../state/citation-book.ts';

/** The nodes that can cite; a figure may. */
const citing: ReadonlySet<string> = new Set(['citation', 'quotation', 'figure']);

const citedBy = ({ type, attrs }: Node): readonly ArticleId[] => {
  if (type.name === 'footnote')
    return inlineOfNote(attrs as FootnoteAttrs).flatMap((node) =>
      node.type === 'citation' ? node.attrs.articleId : [],
    );
  const cited = type.name === 'figure' ? attrs.cited : attrs;
  return citing.has(type.name) && cited !== undefined ? [cited.articleId as ArticleId] : [];
};

/** The number of each cited article in order of first citation; the same rule as `numberSources`. */
export const numberCited = (doc: Node): ReadonlyMap<ArticleId, number> => {
  const numbers = new Map<ArticleId, number>();
  doc.descendants((node) => {
    for (const articleId of citedBy(node))
      if (!numbers.has(articleId)) numbers.set(articleId, numbers.size + 1);
  });
  return numbers;
};

/** Keeps the book's numbers in step with the text. */
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
