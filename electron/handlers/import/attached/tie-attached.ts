import { attachmentNote, noteOfHolder } from '#domain/article/attached-notes.ts';
import type { RichText } from '#domain/rich-text.ts';
import type { NewArticle } from '#electron/ports/archive.ts';

const withNote = (article: NewArticle, note: RichText | null): NewArticle => ({
  ...article,
  annotations: { ...article.annotations, about: { ...article.annotations.about, note } },
});

/**
 * The articles of a mail and of what is attached to it, or of the pages of a web archive, each with a note that names the
 * other; that of the file itself is the first.
 */
export const tieAttached = (articles: readonly NewArticle[]): readonly NewArticle[] => {
  const [holder, ...attached] = articles;
  if (holder === undefined || attached.length === 0) return articles;
  const { note } = holder.annotations.about;
  return [
    withNote(
      holder,
      noteOfHolder(
        note,
        holder.article,
        attached.map(({ article }) => article),
      ),
    ),
    ...attached.map((each) => withNote(each, attachmentNote(holder.article))),
  ];
};
