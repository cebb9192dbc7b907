import { type ReactNode, useState } from 'react';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { FilterPicker, type FilterPickerProps } from '#renderer/parts/picker/FilterPicker.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';

export type MergeDialogProps<Id extends string, Row extends { readonly id: Id; readonly name: string }> = {
  readonly title: string;
  readonly label: string;
  /** The name that goes. */
  readonly name: string;
  readonly options: FilterPickerProps<Id>['options'];
  readonly rowOf: (id: Id) => Row | undefined;
  /** What the merge means, before it is done. */
  readonly preview: (into: Row) => ReactNode;
  /** Does it; answers whether it was done. */
  readonly onMerge: (into: Row) => Promise<boolean>;
  readonly onClose: () => void;
};

/** Makes two nodes of a tree one, after showing what that means; the notice that it was done can take it back. */
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
        <FilterPicker label={props.label} options={props.options} value={intoId} onChange={setIntoId} />
      </div>
      {into !== undefined && props.preview(into)}
    </FormDialog>
  );
};
