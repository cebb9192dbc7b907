import { useState } from 'react';
import { newSearchIdSchema } from '#domain/ids.ts';
import type { SearchScope } from '#domain/search/saved-search.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { outcomeOf } from '#renderer/bridge/outcome.ts';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { sayDone } from '#renderer/window/notices.ts';

export type SaveSearchProps = {
  readonly text: string;
  readonly scope: SearchScope;
  /** With the text as it was saved; without one where it was not. */
  readonly onClose: (saved?: string) => void;
};

/** Gives the search a name; it then stands in the rail. */
export const SaveSearch = ({ text, scope, onClose }: SaveSearchProps) => {
  const [name, setName] = useState('');
  const save = async (): Promise<void> => {
    const input = { searchId: newId(newSearchIdSchema), name: name.trim(), text, scope };
    const answer = await act('search:save', input);
    const outcome = outcomeOf('search:save', input, answer);
    if (outcome === 'refused') return;
    onClose(answer.ok ? answer.value.text : text);
    if (outcome === 'saved') sayDone(`Saved: ${name.trim()}. Added to the sidebar.`);
  };
  return (
    <FormDialog
      title="Save this search"
      submitName="Save"
      isReady={name.trim() !== ''}
      onSubmit={save}
      onClose={() => onClose()}
    >
      <TextField label="Name" autoFocus maxLength={80} value={name} onChange={setName} />
    </FormDialog>
  );
};
