import { attachmentNote, noteOfMail } from '#domain/article/attached/attached-notes.ts';
import type { RichText } from '#domain/rich-text.ts';
import type { NewArticle } from '#electron/ports/archive.ts';

const withNote = (article: NewArticle, note: RichText | null): NewArticle => ({
  ...article,
  annotations: { ...article.annotations, about: { ...article.annotations.about, note } },
});

/** The articles of a mail and of what is attached to it, each with a note that names the other; the mail is the first. */
export const tieAttached = (articles: readonly NewArticle[]): readonly NewArticle[] => {
  const [mail, ...attached] = articles;
  if (mail === undefined || attached.length === 0) return articles;
  const { note } = mail.annotations.about;
  return [
    withNote(
      mail,
      noteOfMail(
        note,
        attached.map(({ article }) => article),
      ),
    ),
    ...attached.map((each) => withNote(each, attachmentNote(mail.article))),
  ];
};
