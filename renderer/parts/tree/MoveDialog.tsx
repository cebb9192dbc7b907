import { type ReactNode, useState } from 'react';
import { FilterPicker, type FilterPickerProps } from '#renderer/parts/picker/FilterPicker.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';

export type MoveDialogProps<Id extends string> = Pick<FilterPickerProps<Id>, 'label' | 'options'> & {
  readonly title: string;
  /** Its current parent; null at the top. */
  readonly parentId: Id | null;
  /** The effect of the move, before it is done. */
  readonly preview?: (parentId: Id | null) => ReactNode;
  /** Does it; returns whether it was done. */
  readonly onMove: (parentId: Id | null) => Promise<boolean>;
  readonly onClose: () => void;
};

/** Moves a node of a tree below another one, or to the top. */
export const MoveDialog = <Id extends string>(props: MoveDialogProps<Id>) => {
  const [parentId, setParentId] = useState(props.parentId);
  return (
    <FormDialog
      title={props.title}
      submitName="Move"
      isReady={parentId !== props.parentId}
      onSubmit={async () => {
        if (await props.onMove(parentId)) props.onClose();
      }}
      onClose={props.onClose}
    >
      {parentId === null && <p>This is at the top level. Select its new parent:</p>}
      <div>
        <FilterPicker
          label={props.label}
          options={props.options}
          value={parentId}
          onChange={setParentId}
          autoFocus
        />
      </div>
      {parentId !== props.parentId && props.preview?.(parentId)}
    </FormDialog>
  );
};
