import { useState } from 'react';
import { type Out, outs } from '#domain/exchange/outs.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { endWriting, useWritingOut, writeOut } from './write-out.ts';

const Chosen = ({ out }: { readonly out: Out }) => {
  const [hasNotes, setHasNotes] = useState(false);
  const { name, writes, cannotCarry } = outs[out];
  return (
    <FormDialog
      title={`Export to ${name}`}
      submitName="Choose a folder…"
      onSubmit={() => writeOut(out, hasNotes)}
      onClose={endWriting}
    >
      <p>Writes {writes}. A second export to the same folder changes only what has changed.</p>
      {cannotCarry !== null && <p className="quiet-words">Not in it: {cannotCarry}.</p>}
      <Checkbox isSelected={hasNotes} onChange={setHasNotes}>
        With my own notes
      </Checkbox>
    </FormDialog>
  );
};

/** What is written for another tool, before a folder is chosen. */
export const OutDialog = () => {
  const out = useWritingOut((state) => state.out);
  return out === null ? null : <Chosen key={out} out={out} />;
};
