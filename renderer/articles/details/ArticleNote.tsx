import type { ArticleId } from '#domain/ids.ts';
import type { RichText } from '#domain/rich-text.ts';
import { act } from '#renderer/bridge/act.ts';
import { NoteEditor } from '#renderer/parts/note/NoteEditor.tsx';
import styles from './details.module.css';
import { NamedArticles } from './NamedArticles.tsx';

export type ArticleNoteProps = { readonly articleId: ArticleId; readonly note: RichText | null };

/** The note on an article as a whole. */
export const ArticleNote = ({ articleId, note }: ArticleNoteProps) => (
  <div>
    <div className={styles.label}>Note</div>
    <NoteEditor
      label="Note on the article"
      note={note}
      onSave={(written, editId) => act('article:set-note', { articleId, note: written, editId })}
    />
    <NamedArticles note={note} />
  </div>
);
