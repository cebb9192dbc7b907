import { type ReactNode, useState } from 'react';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { FilterPicker, type FilterPickerProps } from '#renderer/parts/picker/FilterPicker.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';

export type MergeDialogProps<Id extends string, Row extends { readonly id: Id; readonly name: string }> = {
  readonly title: string;
  readonly label: string;
  /** The name that is merged away. */
  readonly name: string;
  readonly options: FilterPickerProps<Id>['options'];
  readonly rowOf: (id: Id) => Row | undefined;
  /** The effect of the merge, before it is done. */
  readonly preview: (into: Row) => ReactNode;
  /** Does it; returns whether it was done. */
  readonly onMerge: (into: Row) => Promise<boolean>;
  readonly onClose: () => void;
};

/** Merges two nodes of a tree, after showing what that means; the notice offers Undo. */
export const MergeDialog = <Id extends string, Row extends { readonly id: Id; readonly name: string }>(
  props: MergeDialogProps<Id, Row>,
) => {
  const [intoId, setIntoId] = useState<Id | null>(null);
  const into = intoId === null ? undefined : props.rowOf(intoId);
  const merge = async (): Promise<void> => {
    if (into === undefined || !(await props.onMerge(into))) return;
    props.onClose();
    sayUndoable(`“${props.name}” is now “${into.name}”`);
  };
  return (
    <FormDialog
      title={props.title}
      submitName="Merge"
      isReady={into !== undefined}
      onSubmit={merge}
      onClose={props.onClose}
    >
      <div>
        <FilterPicker
          label={props.label}
          options={props.options}
          value={intoId}
          onChange={setIntoId}
          autoFocus
        />
      </div>
      {into !== undefined && props.preview(into)}
    </FormDialog>
  );
};
