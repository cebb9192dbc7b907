import { useState } from 'react';
import type { ArticleId } from '#domain/ids.ts';
import { type RichText, richTextFromPlain, richTextToPlain } from '#domain/rich-text.ts';
import { act } from '#renderer/bridge/act.ts';
import { CommitField } from '#renderer/parts/CommitField.tsx';

/** The note on an article as a whole. */
export const ArticleNote = ({
  articleId,
  note,
}: {
  readonly articleId: ArticleId;
  readonly note: RichText | null;
}) => {
  const [editId] = useState(() => crypto.randomUUID());
  return (
    <CommitField
      label="Note"
      rows={4}
      value={note === null ? '' : richTextToPlain(note)}
      onCommit={async (text) =>
        (await act('article:set-note', { articleId, note: richTextFromPlain(text), editId })).ok
      }
    />
  );
};
