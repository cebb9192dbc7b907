import { useState } from 'react';
import type { ChosenPreview, OnKnown } from '#domain/contract/import-many.ts';
import { printCount } from '#domain/print-count.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { discardFiles, takeFiles, useChosen } from './chosen-files.ts';
import { printDoubtful, printHeld, printRead } from './print-chosen.ts';

const onKnownOptions = [
  {
    id: 'skip',
    name: 'Skip it',
    detail: 'Texts that have changed are added as separate articles.',
  },
  {
    id: 'new-version',
    name: 'Import it as a new version',
    detail:
      'A file with the address, the DOI or else the name of one article here becomes a new version of it, with its passages. What has not changed is skipped.',
  },
] as const satisfies readonly { readonly id: OnKnown; readonly name: string; readonly detail: string }[];

const Chosen = ({ chosen }: { readonly chosen: ChosenPreview }) => {
  const [onKnown, setOnKnown] = useState<OnKnown>('skip');
  const [hasAttachments, setHasAttachments] = useState(false);
  const held = printHeld(chosen.kinds);
  const read = printRead(chosen.kinds);
  return (
    <FormDialog
      title={`Import ${printCount(chosen.files, 'file')}`}
      submitName="Import"
      onSubmit={async () =>
        void takeFiles(chosen, { onKnown, hasAttachments: hasAttachments && held !== '' })
      }
      onClose={() => discardFiles(chosen)}
    >
      <p>{read === '' ? '' : `${read}. `}Nothing is written yet.</p>
      {printDoubtful(chosen.kinds).map((sentence) => (
        <p key={sentence} className="quiet-words">
          {sentence}
        </p>
      ))}
      <RadioGroup
        autoFocus
        label="If an article is already here"
        options={onKnownOptions}
        value={onKnown}
        onChange={setOnKnown}
      />
      {held !== '' && (
        <Checkbox isSelected={hasAttachments} onChange={setHasAttachments}>
          <span>With {held}, as articles of their own</span>
        </Checkbox>
      )}
    </FormDialog>
  );
};

/** How many files that were chosen together are imported. */
export const ChosenDialog = () => {
  const chosen = useChosen((state) => state.chosen);
  return chosen === null ? null : <Chosen key={chosen.draftId} chosen={chosen} />;
};
