import { useState } from 'react';
import type { TagRow } from '#domain/contract/tag.ts';
import type { TagId } from '#domain/ids.ts';
import { ensureTag } from '#renderer/parts/tag/ensure-tag.ts';
import { parseTypedTagPath } from '#renderer/parts/tag/parse-typed-tag-path.ts';
import { printPath } from '#renderer/parts/tag/use-tags.ts';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';

export type NewTagProps = {
  /** The tag that is chosen: the new one is offered below it. */
  readonly parent: TagRow | undefined;
  readonly onClose: () => void;
  readonly onMade: (id: TagId) => void;
};

export const NewTag = ({ parent, onClose, onMade }: NewTagProps) => {
  const [text, setText] = useState(parent === undefined ? '' : `${printPath(parent.path)} / `);
  const path = parseTypedTagPath(text);
  const make = async (): Promise<void> => {
    if (path === null) return;
    const { tagId, outcome } = await ensureTag(path);
    if (outcome === 'refused') return;
    onClose();
    if (outcome === 'saved') onMade(tagId);
  };
  return (
    <FormDialog title="New tag" submitName="Create" isReady={path !== null} onSubmit={make} onClose={onClose}>
      <TextField
        label="Name"
        hint="Use “/” for sub-tags: China / dual use"
        autoFocus
        value={text}
        onChange={setText}
      />
    </FormDialog>
  );
};
