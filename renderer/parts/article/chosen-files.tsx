/** Files that were chosen, dropped or passed to the app together: how to import them is asked once, for all of them. */
import { useState } from 'react';
import {
  type ChosenPreview,
  importDiscardFiles,
  importTakeFiles,
  type OnKnown,
} from '#domain/contract/import-many.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { flushAll } from '#renderer/window/before-close.ts';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { printDoubtful, printHeld, printRead } from './print-chosen.ts';
import { countImport, showReport } from './report.ts';

type HowImported = {
  readonly onKnown: OnKnown;
  readonly hasAttachments: boolean;
  readonly takesMarks: boolean;
};

/** Imports them, and opens the report. A banner shows the progress. */
const takeFiles = async ({ draftId }: ChosenPreview, how: HowImported): Promise<void> => {
  // An unwritten passage or note belongs to the version that it is on.
  await flushAll();
  const answer = await act(importTakeFiles, { draftId, ...how });
  if (!answer.ok) return;
  const { outcomes, left } = answer.value;
  showReport(outcomes, { number: countImport(), left: left.length });
};

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
      'A file that matches one article becomes its new version, with its passages. Unchanged texts are skipped.',
  },
] as const satisfies readonly { readonly id: OnKnown; readonly name: string; readonly detail: string }[];

const AskHow = ({ chosen, close }: { readonly chosen: ChosenPreview; readonly close: () => void }) => {
  const [onKnown, setOnKnown] = useState<OnKnown>('skip');
  const [hasAttachments, setHasAttachments] = useState(false);
  const [takesMarks, setTakesMarks] = useState(true);
  const held = printHeld(chosen.kinds);
  const read = printRead(chosen.kinds);
  return (
    <FormDialog
      title={`Import ${printCount(chosen.files, 'file')}`}
      submitName="Import"
      onSubmit={async () => {
        close();
        void takeFiles(chosen, { onKnown, hasAttachments: hasAttachments && held !== '', takesMarks });
      }}
      onClose={() => {
        close();
        void act(importDiscardFiles, { draftId: chosen.draftId });
      }}
    >
      <p>{read === '' ? '' : `${read}. `}Nothing is written yet.</p>
      {printDoubtful(chosen.kinds).map((sentence) => (
        <p key={sentence} className="quiet-words">
          {sentence}
        </p>
      ))}
      <RadioGroup
        autoFocus
        label="If you already have an article"
        options={onKnownOptions}
        value={onKnown}
        onChange={setOnKnown}
      />
      {held !== '' && (
        <Checkbox isSelected={hasAttachments} onChange={setHasAttachments}>
          <span>Import {held} as separate articles</span>
        </Checkbox>
      )}
      {chosen.kinds.some((each) => each.kind === 'read' && each.format === 'pdf') && (
        <Checkbox isSelected={takesMarks} onChange={setTakesMarks}>
          <span>Turn marks in PDFs into passages</span>
        </Checkbox>
      )}
    </FormDialog>
  );
};

/** Asks how to import them. */
export const askAboutFiles = (chosen: ChosenPreview): void =>
  openDialog(`files ${chosen.draftId}`, ({ close }) => <AskHow chosen={chosen} close={close} />);
