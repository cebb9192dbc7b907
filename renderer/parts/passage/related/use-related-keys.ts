import { type CommandId, commandIds, commandOf } from '#domain/command/command-table.ts';
import { forLabelCommands } from '#domain/command/label-commands.ts';
import type { Label } from '#domain/passage/label.ts';
import { act } from '#renderer/bridge/act.ts';
import { announceOutcome, outcomeOf } from '#renderer/bridge/outcome.ts';
import { useCommands } from '#renderer/commands/commands.ts';
import type { FocusRows } from '#renderer/ui/rows/use-focus-rows.ts';
import { sayHint } from '#renderer/window/notices.ts';
import { citeInMemo } from '../../memo/cite-in-memo.ts';
import { copyCited } from '../copy-cited.ts';
import type { RelatedEntry } from './related-sections.ts';
import { showRelated } from './related-store.ts';

type RelatedKeys = {
  readonly rows: FocusRows;
  readonly entryOf: (key: unknown) => RelatedEntry | undefined;
  readonly link: (entry: RelatedEntry) => void;
  readonly unlink: (entry: RelatedEntry) => void;
  readonly hasFocus: boolean;
};

const sayOpenFirst = (): void => sayHint('Press Enter to go to the passage first');

/**
 * Every act on passages: while the hands are in the list none of them may reach the passage that is selected in the
 * text or the table beside it.
 */
const nowhereElse: Readonly<Partial<Record<CommandId, () => void>>> = Object.fromEntries(
  commandIds.filter((id) => commandOf(id).group === 'Passage').map((id) => [id, sayOpenFirst]),
);

/** The letters of a passage on the row that has the focus. */
export const useRelatedKeys = ({ rows, entryOf, link, unlink, hasFocus }: RelatedKeys): void => {
  const onEntry = (run: (entry: RelatedEntry) => void) => () => {
    const entry = entryOf(rows.focused());
    if (entry !== undefined) run(entry);
  };
  const relabel = (label: Label) =>
    onEntry(({ row: { articleId, id: passageId } }) => {
      const input = { articleId, passageId, edit: { does: 'label', label } } as const;
      const outcome = act('passage:edit', input).then((answer) => outcomeOf('passage:edit', input, answer));
      void announceOutcome(`Labelled ${label}`, outcome);
    });
  useCommands(
    {
      ...nowhereElse,
      'passage.next': () => rows.focusBeside(rows.focused(), 1),
      'passage.previous': () => rows.focusBeside(rows.focused(), -1),
      'passage.link': onEntry((entry) =>
        entry.link === null ? link(entry) : sayHint('It is linked already; Delete takes the link back'),
      ),
      'passage.delete': onEntry((entry) =>
        entry.link === null ? sayHint('Only a link can be taken back here') : unlink(entry),
      ),
      'passage.related': onEntry(({ row: { articleId, id: passageId } }) =>
        showRelated({ articleId, passageId }),
      ),
      'passage.cite': onEntry(({ row }) => void citeInMemo([row.id])),
      'edit.copy-cited': onEntry(({ row }) => void copyCited([row.id])),
      ...forLabelCommands(relabel),
    },
    hasFocus,
  );
};
