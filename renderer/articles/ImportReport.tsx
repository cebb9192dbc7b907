import { useEffect, useRef, useState } from 'react';
import type { ImportOutcome } from '#domain/contract/import-many.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import type { Followed } from '#domain/passage/carry/followed.ts';
import { printCount } from '#domain/print-count.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { askForPassword, type LockedFile } from '#renderer/parts/article/ask-for-password.tsx';
import { dismissReport, type ReportedOutcome, useReport } from '#renderer/parts/article/report.ts';
import { showReview } from '#renderer/parts/memo/say-returned.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Tabs } from '#renderer/ui/collections/Tabs.tsx';
import { isFocusLost } from '#renderer/ui/focus/focus-into.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { MoreButton } from '#renderer/ui/MoreButton.tsx';
import { Panel } from '#renderer/ui/panes/Panel.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { setViewState } from '#renderer/window/view-state.ts';
import { DuplicateLines } from './DuplicateLines.tsx';
import styles from './import-report.module.css';
import { sayOutcome } from './say-outcome.ts';

type ReportTab =
  | 'imported'
  | 'version'
  | 'undecided'
  | 'returned'
  | 'duplicate'
  | 'scanned'
  | 'uncertain'
  | 'thin'
  | 'failed'
  | 'incomplete'
  | 'copied';

const tabNames: Readonly<Record<ReportTab, string>> = {
  imported: 'Imported',
  version: 'New versions',
  undecided: 'Ambiguous',
  returned: 'From review',
  duplicate: 'Already here',
  scanned: 'Scanned',
  uncertain: 'Encoding not certain',
  thin: 'Little text',
  failed: 'Failed',
  incomplete: 'Citation incomplete',
  copied: 'Same text',
};
const tabIds = Object.keys(tabNames) as readonly ReportTab[];

/** Whether an imported article belongs to a tab, by its relation to the existing articles. */
const isFollowed = (outcome: ImportOutcome, kind: 'version' | 'own'): boolean =>
  outcome.status === 'imported' && outcome.followed?.kind === kind;

/** Tabs that do not depend on the file's outcome alone. */
const belongs: Partial<Record<ReportTab, (outcome: ImportOutcome) => boolean>> = {
  version: (outcome) => isFollowed(outcome, 'version'),
  undecided: (outcome) => isFollowed(outcome, 'own'),
  incomplete: (outcome) => outcome.status === 'imported' && outcome.isCitationIncomplete,
  copied: (outcome) => outcome.status === 'imported' && outcome.duplicates.length > 0,
};

const belongsTo = (tab: ReportTab, outcome: ImportOutcome): boolean =>
  belongs[tab]?.(outcome) ?? outcome.status === tab;

/** Rows that are shown at first, and that are added at a press. */
const STEP = 200;

const PasswordButton = (file: LockedFile) => (
  <Button isSmall onPress={() => askForPassword(file)}>
    Password…
  </Button>
);

const OpenButton = ({ name, articleId }: { readonly name: string; readonly articleId: ArticleId }) => (
  <Button isSmall onPress={() => goTo({ view: 'articles', articleId })}>
    {name}
  </Button>
);

const MemoButton = ({ memoId }: { readonly memoId: MemoId }) => (
  <Button isSmall onPress={() => showReview(memoId)}>
    Open memo
  </Button>
);

/** Leads to what needs a decision because of an existing article. */
const FollowedButton = ({ followed }: { readonly followed: Followed | null }) => {
  if (followed?.kind === 'version')
    return followed.toReview === 0 ? null : (
      <Button isSmall onPress={() => goTo({ view: 'review' })}>
        Review
      </Button>
    );
  const [first] = followed?.candidates ?? [];
  return followed?.count === 1 && first !== undefined ? (
    <OpenButton name="Open the existing one" articleId={first} />
  ) : null;
};

/** Tables usually come from other tools: the palette lists the commands that read their exports. */
const ToolsButton = () => (
  <Button
    isSmall
    onPress={() => {
      setViewState('palette.text', 'Import from');
      runCommand('palette.open');
    }}
  >
    Import from another tool…
  </Button>
);

const OutcomeRow = ({ outcome }: { readonly outcome: ReportedOutcome }) => (
  <tr>
    <th scope="row">{outcome.fileName}</th>
    <td>
      {sayOutcome(outcome)}
      {outcome.status === 'imported' && outcome.duplicates.length > 0 && (
        <DuplicateLines duplicates={outcome.duplicates} of={outcome.articleId} />
      )}
    </td>
    <td>
      {outcome.status === 'returned' && 'memoId' in outcome.added && (
        <MemoButton memoId={outcome.added.memoId} />
      )}
      {'articleId' in outcome && <OpenButton name="Open" articleId={outcome.articleId} />}
      {outcome.status === 'imported' && <FollowedButton followed={outcome.followed} />}
      {outcome.status === 'failed' && outcome.lockedId !== null && (
        <PasswordButton lockedId={outcome.lockedId} fileName={outcome.fileName} />
      )}
      {outcome.status === 'failed' && outcome.reason === 'unsupported-table-text' && <ToolsButton />}
      {'draftId' in outcome && (
        <Button isSmall onPress={() => goTo({ view: 'articles', draftId: outcome.draftId })}>
          {outcome.status === 'scanned' ? 'Read…' : 'Check…'}
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
      <table className={joinClasses('report-table', styles.table)}>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Result</th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
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

/** The import can be undone here as long as it is the last step. */
const ReportActs = () => {
  const isNewest = useReport(({ reported, newest }) => reported?.number === newest);
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

/** The outcome for each file of a bulk import. */
export const ImportReport = () => {
  const report = useReport((state) => state.report);
  const reported = useReport((state) => state.reported);
  const left = reported?.left ?? 0;
  const panel = useRef<HTMLElement>(null);
  // The list beside it would take the focus, and open the article that it focuses.
  useEffect(() => {
    if (isFocusLost()) panel.current?.focus();
  }, []);
  // An empty tab adds nothing.
  const shown = tabIds.filter((id) => report?.some((outcome) => belongsTo(id, outcome)) === true);
  return (
    <Panel
      ref={panel}
      label="Import report"
      kind="page"
      header={
        <header className={styles.head}>
          <h1>Import report</h1>
          {report !== null && <ReportActs />}
          {left > 0 && (
            <p className={styles.left}>
              The import was stopped: {printCount(left, 'file')} {left === 1 ? 'was' : 'were'} not imported.
              {report?.length === 0 ? ' Nothing was kept.' : ' Everything listed here was kept.'}
            </p>
          )}
        </header>
      }
    >
      {report === null ? (
        <EmptyState title="No report">The report was dismissed. The articles are in the list.</EmptyState>
      ) : (
        <Tabs
          // A new report starts at its first tab.
          key={`${reported?.number} ${report.length}`}
          label="Outcomes"
          tabs={shown.map((id) => {
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
