import { Button as AriaButton } from 'react-aria-components';
import type { Need } from '#domain/contract/needs.ts';
import { printCount } from '#domain/print-count.ts';
import { printMissingFields } from '#renderer/parts/article/print-missing-fields.ts';
import { Quote } from '#renderer/parts/passage/Quote.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { Panel } from '#renderer/ui/collections/Panel.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { keyOfNeed, kindNames, titleOfFault } from './need-words.ts';
import styles from './needs.module.css';
import { confirmMoved } from './settle-need.ts';
import type { NeedsState } from './use-needs.ts';

const LineOf = ({ need }: { readonly need: Need }) => {
  switch (need.kind) {
    case 'citation-incomplete':
      return (
        <>
          <span className={styles.title}>{need.articleTitle ?? need.firstWords}</span>
          <span className={styles.meta}>lacks {printMissingFields(need.missingFields)}</span>
        </>
      );
    case 'file-unreadable':
      return (
        <>
          <span className={styles.title}>{titleOfFault(need)}</span>
          <span className={styles.meta}>{need.fault.file}</span>
        </>
      );
    case 'text-altered':
      return <span className={styles.title}>{need.articleTitle ?? need.firstWords}</span>;
    case 'file-repaired':
      return (
        <>
          <span className={styles.title}>{need.title ?? need.file}</span>
          <span className={styles.meta}>
            {need.hasBackup ? 'the version before was taken' : 'without an earlier version'}
          </span>
        </>
      );
    case 'evidence-changed':
      return (
        <>
          <span className={styles.title}>{need.title}</span>
          <span className={styles.meta}>
            {need.referenceNumber} · {printCount(need.count, 'citation')}
          </span>
        </>
      );
    default:
      return (
        <>
          <Quote text={need.old.quote} />
          <span className={styles.meta}>{need.articleTitle ?? 'Untitled article'}</span>
        </>
      );
  }
};

/** All that waits; the one that is looked at is marked. */
export const NeedList = ({ needs, index, moved, select }: NeedsState) => (
  <Panel
    label="Needs you"
    kind="list"
    header={
      <header className={styles.head}>
        <h1>Needs you</h1>
        {moved.length > 1 && (
          <Button isSmall onPress={() => void confirmMoved(moved)}>
            Confirm {moved.length} that moved
          </Button>
        )}
      </header>
    }
  >
    <ul className={styles.list}>
      {needs?.map((need, at) => (
        <li key={keyOfNeed(need)}>
          <AriaButton
            className={joinClasses(styles.item, at === index && styles.current)}
            aria-current={at === index}
            onPress={() => select(at)}
          >
            <span className={styles.kind} data-kind={need.kind}>
              {kindNames[need.kind]}
            </span>
            <LineOf need={need} />
          </AriaButton>
        </li>
      ))}
    </ul>
  </Panel>
);
