import type { Editor } from '@tiptap/core';
import { CornerUpRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand, useCommand } from '#renderer/commands/commands.ts';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { ErrorLine } from '#renderer/parts/error/ErrorLine.tsx';
import { NoteSheet } from '#renderer/parts/note/NoteSheet.tsx';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { focusPane } from '#renderer/ui/focus/focus-pane.ts';
import { SideSheet, type SideSheetProps } from '#renderer/ui/overlays/SideSheet.tsx';
import { focusTarget, focusTargetElement } from '#renderer/window/focus-targets.ts';
import { hidePad, showPad, usePadPane } from '#renderer/window/pad-pane.ts';
import { useMove } from './move/use-move.tsx';

export type PadPaneProps = Required<Pick<SideSheetProps, 'covers'>>;

/** Shows the pad, takes the focus to it, and hides it where the focus is in it already. */
const toggle = (): void => {
  const hasFocus = focusTargetElement('pad')?.contains(document.activeElement) === true;
  if (hasFocus) hidePad();
  else showPad();
};

const toView = (): void => {
  const view = focusTargetElement('view');
  if (view !== undefined) focusPane(view);
};

const OpenPad = ({ covers, asked }: PadPaneProps & { readonly asked: number }) => {
  const { data, error } = useQuery('pad:read', {});
  const editor = useRef<Editor | null>(null);
  const moveDialog = useMove(() => editor.current);
  const moveKeys = usePrintedKey('pad.move');
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking takes the focus
  useEffect(() => focusTarget('pad'), [asked]);
  return (
    <SideSheet label="Scratch pad" covers={covers} asked={asked} elsewhere={toView} onClose={hidePad}>
      <NoteSheet
        title="Scratch pad"
        label="Scratch pad"
        focusKey="pad"
        note={data?.note}
        placeholder="Jot down anything that belongs to no article"
        onSave={(note, editId) => act('pad:write', { note, editId })}
        onClose={hidePad}
        onEditor={(standing) => {
          editor.current = standing;
        }}
        acts={
          <IconButton
            icon={CornerUpRight}
            label="Move to…"
            keys={moveKeys}
            onPress={() => runCommand('pad.move')}
          />
        }
      >
        {error !== undefined && <ErrorLine error={error} />}
      </NoteSheet>
      {moveDialog}
    </SideSheet>
  );
};

/** The scratch pad of the archive, beside any view. */
export const PadPane = ({ covers }: PadPaneProps) => {
  const { isShown, asked } = usePadPane();
  useCommand('view.pad', toggle);
  return isShown ? <OpenPad covers={covers} asked={asked} /> : null;
};
