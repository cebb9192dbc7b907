import { type KeyboardEvent, useEffect, useState } from 'react';
import { MAX_DESCRIPTION, type Passage } from '#domain/passage/passage.ts';
import { useAutosave } from '#renderer/parts/note/use-autosave.ts';
import { TextArea } from '#renderer/ui/fields/TextArea.tsx';
import { useBeforeClose } from '#renderer/window/before-close.ts';
import type { EditPassage } from './edit-passage-of.ts';

export type DescriptionFieldProps = {
  readonly passage: Passage;
  readonly onEdit: EditPassage;
  /** Enter: the description is complete. */
  readonly onDone?: () => void;
  readonly autoFocus?: boolean;
};

/** The analyst's description of a region. It is saved while typing. */
export const DescriptionField = ({ passage, onEdit, onDone, autoFocus = false }: DescriptionFieldProps) => {
  const stored = passage.description ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (typed !== null && typed.trim() !== stored)
      await onEdit({ kind: 'describe', description: typed.trim() }, autosave.editId());
  };
  const autosave = useAutosave(save);
  useBeforeClose(autosave.flush);
  useEffect(() => () => void autosave.flush(), [autosave]);
  const leave = (): void => {
    void autosave.flush();
    setTyped(null);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    leave();
    onDone?.();
  };
  return (
    <TextArea
      label="Description"
      rows={2}
      placeholder="what the picture shows, in your words"
      maxLength={MAX_DESCRIPTION}
      autoFocus={autoFocus}
      value={typed ?? stored}
      onChange={(text) => {
        setTyped(text);
        autosave.touch();
      }}
      onBlur={leave}
      onKeyDown={press}
    />
  );
};
