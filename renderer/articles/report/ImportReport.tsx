import { useEffect, useRef, useState } from 'react';
import { sayRemark } from '#domain/article/draft/import-remarks.ts';
import type { ImportOutcome } from '#domain/contract/import.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { DuplicateLines } from '#renderer/parts/article/duplicates/DuplicateLines.tsx';
import { dismissReport, type ReportedOutcome, useImports } from '#renderer/parts/article/imports.ts';
import { askForPassword, type LockedFile } from '#renderer/parts/article/password/locked-file.ts';
import { printUnreadable } from '#renderer/parts/article/print-encoding.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { MoreButton } from '#renderer/ui/buttons/MoreButton.tsx';
import { Panel } from '#renderer/ui/collections/Panel.tsx';
import { Tabs } from '#renderer/ui/collections/Tabs.tsx';
import { isFocusLost } from '#renderer/ui/focus/focus-into.ts';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import styles from './import-report.module.css';

type ReportTab = 'imported' | 'duplicate' | 'scanned' | 'uncertain' | 'failed' | 'incomplete' | 'copied';

const tabNames: Readonly<Record<ReportTab, string>> = {
  imported: 'Imported',
  duplicate: 'Already here',
  scanned: 'Scanned',
  uncertain: 'Encoding not certain',
  failed: 'Failed',
  incomplete: 'Citation incomplete',
  copied: 'Same text',
};
const tabIds = Object.keys(tabNames) as readonly ReportTab[];

/** Tabs that do not go by what became of the file alone. */
const belongs: Partial<Record<ReportTab, (outcome: ImportOutcome) => boolean>> = {
  incomplete: (outcome) => outcome.status === 'imported' && outcome.isCitationIncomplete,
  copied: (outcome) => outcome.status === 'imported' && outcome.duplicates.length > 0,
};

const belongsTo = (tab: ReportTab, outcome: ImportOutcome): boolean =>
  belongs[tab]?.(outcome) ?? outcome.status === tab;

/** What became of the file, and why, in a sentence. */
const reasonOf = (outcome: ImportOutcome): string => {
  if (outcome.status === 'failed') {
    const { title, text } = errorWords({ code: outcome.reason });
    return `${title} ${text}`;
  }
  if (outcome.status === 'duplicate')
    return 'The same text from the same place is in the archive already. Nothing was written.';
  if (outcome.status === 'scanned')
    return `Not imported yet: ${outcome.pages === 1 ? 'its page is a picture' : `its ${outcome.pages} pages are pictures`}. They can be read on this machine.`;
  if (outcome.status === 'uncertain') return 'Not imported yet: check its text and choose an encoding.';
  const incomplete = outcome.isCitationIncomplete ? ' Its citation is incomplete.' : '';
  const near = outcome.nearPublications.map((name) => ` New publication: “${name}” differs in spelling.`);
  const remarks = outcome.remarks.map((remark) => ` ${sayRemark(remark)}`);
  return `Sealed.${incomplete}${outcome.unreadable > 0 ? ` ${printUnreadable(outcome.unreadable)}` : ''}${near.join('')}${remarks.join('')}`;
};

/** Rows that are shown at first, and that are added at a press. */
const STEP = 200;

const PasswordButton = (file: LockedFile) => (
  <Button isSmall onPress={() => askForPassword(file)}>
    Password…
  </Button>
);

const OutcomeRow = ({ outcome }: { readonly outcome: ReportedOutcome }) => (
  <tr>
    <th scope="row">{outcome.fileName}</th>
    <td>
      {reasonOf(outcome)}
      {outcome.status === 'imported' && outcome.duplicates.length > 0 && (
        <DuplicateLines duplicates={outcome.duplicates} of={outcome.articleId} />
      )}
    </td>
    <td>
      {'articleId' in outcome && (
        <Button isSmall onPress={() => goTo({ view: 'articles', articleId: outcome.articleId })}>
          Open
        </Button>
      )}
      {outcome.status === 'failed' && outcome.lockedId !== null && (
        <PasswordButton lockedId={outcome.lockedId} fileName={outcome.fileName} />
      )}
      {(outcome.status === 'uncertain' || outcome.status === 'scanned') && (
        <Button isSmall onPress={() => goTo({ view: 'articles', draftId: outcome.draftId })}>
          {outcome.status === 'scanned' ? 'Read…' : 'Look'}
        </Button>
      )}
    </td>
  </tr>
);

const Outcomes = ({ outcomes }: { readonly outcomes: readonly ReportedOutcome[] }) => {
  const [count, setCount] = useState(STEP);
  if (outcomes.length === 0) return <EmptyState title="None" />;
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Result</th>
            <th scope="col">
              <span className="visually-hidden">Act</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {outcomes.slice(0, count).map((outcome) => (
            <OutcomeRow key={outcome.key} outcome={outcome} />
          ))}
        </tbody>
      </table>
      <MoreButton shown={count} total={outcomes.length} step={STEP} onMore={() => setCount(count + STEP)} />
    </>
  );
};

const leave = (): void => {
  dismissReport();
  goTo({ view: 'articles' });
};

/** The import can be undone from here as long as nothing else was done since. */
const ReportActs = () => {
  const isNewest = useImports(({ reported, newest }) => reported === newest);
  const isLast = useAppState(({ undo }) => undo.undo === 'import-articles') && isNewest;
  return (
    <span className={styles.acts}>
      {isLast && (
        <Button
          isSmall
          onPress={() => {
            leave();
            runCommand('edit.undo');
          }}
        >
          Undo import
        </Button>
      )}
      <Button isSmall onPress={leave}>
        Dismiss
      </Button>
    </span>
  );
};

/** What became of each file of a bulk import. */
export const ImportReport = () => {
  const report = useImports((state) => state.report);
  const panel = useRef<HTMLElement>(null);
  // The list beside it would take the focus, and open the article that it puts it on.
  useEffect(() => {
    if (isFocusLost()) panel.current?.focus();
  }, []);
  return (
    <Panel
      ref={panel}
      label="Import report"
      kind="page"
      header={
        <header className={styles.head}>
          <h1>Import report</h1>
          {report !== null && <ReportActs />}
        </header>
      }
    >
      {report === null ? (
        <EmptyState title="No report">It was dismissed. The articles are in the list.</EmptyState>
      ) : (
        <Tabs
          label="Outcomes"
          tabs={tabIds.map((id) => {
            const outcomes = report.filter((outcome) => belongsTo(id, outcome));
            return {
              id,
              name: `${tabNames[id]} ${outcomes.length}`,
              content: <Outcomes outcomes={outcomes} />,
            };
          })}
        />
      )}
    </Panel>
  );
};
