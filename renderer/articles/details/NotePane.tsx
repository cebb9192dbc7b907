import { X } from 'lucide-react';
import type { ArticleId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { NoteEditor } from '#renderer/parts/note/NoteEditor.tsx';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import styles from './details.module.css';

export type NotePaneProps = { readonly articleId: ArticleId; readonly onClose: () => void };

/** The analyst's own note on an article, beside its text: it stays while the text is read, and saves itself. */
export const NotePane = ({ articleId, onClose }: NotePaneProps) => {
  const { data } = useQuery('article:annotations', { articleId });
  return (
    <div className={styles.notePane}>
      <header className={styles.head}>
        <h2>Note</h2>
        <IconButton icon={X} label="Close" keys="Escape" onPress={onClose} />
      </header>
      {data !== undefined && (
        <NoteEditor
          label="Note on the article"
          note={data.about.note}
          placeholder="What you make of this article"
          autoFocus
          onSave={(note, editId) => act('article:set-note', { articleId, note, editId })}
          onLeave={onClose}
        />
      )}
    </div>
  );
};
