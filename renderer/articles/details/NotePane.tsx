import type { ArticleId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { NoteSheet } from '#renderer/parts/note/NoteSheet.tsx';
import { NamedArticles } from './NamedArticles.tsx';

export type NotePaneProps = { readonly articleId: ArticleId; readonly onClose: () => void };

/** The analyst's own note on an article, beside its text. */
export const NotePane = ({ articleId, onClose }: NotePaneProps) => {
  const { data } = useQuery('article:annotations', { articleId });
  return (
    <NoteSheet
      title="Note"
      label="Note on the article"
      note={data?.about.note}
      placeholder="What you make of this article"
      onSave={(note, editId) => act('article:set-note', { articleId, note, editId })}
      onClose={onClose}
    >
      <NamedArticles note={data?.about.note ?? null} />
    </NoteSheet>
  );
};
