import { printMissingFields } from '#domain/article/bibliography/print-missing-fields.ts';
import type { LossNeed, Need } from '#domain/contract/needs.ts';
import { printCount } from '#domain/print-count.ts';
import { PassageWords } from '#renderer/parts/passage/region/PassageWords.tsx';
import { printField } from '#renderer/parts/versions/print-version.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { Panel } from '#renderer/ui/collections/Panel.tsx';
import { ButtonRow } from '#renderer/ui/rows/ButtonRow.tsx';
import { RowMeta, RowTitle } from '#renderer/ui/rows/RowText.tsx';
import { keyOfNeed, kindNames, titleOfConflict, titleOfFault, titleOfLoss } from './need-words.ts';
import styles from './needs.module.css';
import { confirmMoved } from './settle-need.ts';
import type { NeedsState } from './use-needs.ts';

const lostMeta: Readonly<Record<LossNeed['how'], string>> = {
  gone: 'gone',
  altered: 'altered',
  'manifest-lost': 'list of contents',
  'manifest-unreadable': 'list of contents',
  'manifest-forged': 'list of contents',
};

const LineOf = ({ need }: { readonly need: Need }) => {
  switch (need.kind) {
    case 'citation-incomplete':
      return (
        <>
          <RowTitle>{need.articleTitle ?? need.firstWords}</RowTitle>
          <RowMeta>missing {printMissingFields(need.missingFields)}</RowMeta>
        </>
      );
    case 'file-unreadable':
      return (
        <>
          <RowTitle>{titleOfFault(need)}</RowTitle>
          <RowMeta>{need.fault.file}</RowMeta>
        </>
      );
    case 'conflict':
      return (
        <>
          <RowTitle>{titleOfConflict(need)}</RowTitle>
          <RowMeta>
            {need.contested.map(({ field }) => printField({ field, what: need.what })).join(', ')}
          </RowMeta>
        </>
      );
    case 'thing-lost':
      return (
        <>
          <RowTitle>{titleOfLoss(need)}</RowTitle>
          <RowMeta>{lostMeta[need.how]}</RowMeta>
        </>
      );
    case 'same-name':
      return (
        <>
          <RowTitle>{need.name}</RowTitle>
          <RowMeta>{need.of === 'tag' ? 'two tags' : 'two sources'}</RowMeta>
        </>
      );
    case 'copy-left':
      return <RowTitle>{need.name}</RowTitle>;
    case 'text-altered':
      return <RowTitle>{need.articleTitle ?? need.firstWords}</RowTitle>;
    case 'file-repaired':
      return (
        <>
          <RowTitle>{need.title ?? need.file}</RowTitle>
          <RowMeta>{need.hasBackup ? 'the version before was taken' : 'without an earlier version'}</RowMeta>
        </>
      );
    case 'evidence-changed':
      return (
        <>
          <RowTitle>{need.title}</RowTitle>
          <RowMeta>
            {need.referenceNumber} · {printCount(need.count, 'citation')}
          </RowMeta>
        </>
      );
    default:
      return (
        <>
          <PassageWords row={need.old} />
          <RowMeta>{need.articleTitle ?? 'Untitled'}</RowMeta>
        </>
      );
  }
};

/** All that waits; the one that is looked at is marked. */
export const NeedList = ({ needs, index, moved, select }: NeedsState) => (
  <Panel
    label="Review"
    kind="list"
    header={
      <header className={styles.head}>
        <h1>Review</h1>
        {moved.length > 1 && (
          <Button isSmall onPress={() => void confirmMoved(moved)}>
            Confirm {moved.length} that moved
          </Button>
        )}
      </header>
    }
  >
    <ul className="plain-list">
      {needs?.map((need, at) => (
        <li key={keyOfNeed(need)}>
          <ButtonRow isCurrent={at === index} onPress={() => select(at)}>
            <span className={styles.kind} data-kind={need.kind}>
              {kindNames[need.kind]}
            </span>
            <LineOf need={need} />
          </ButtonRow>
        </li>
      ))}
    </ul>
  </Panel>
);
