import type { ConflictNeed } from '#domain/contract/needs.ts';
import { BothVersions } from '#renderer/parts/versions/BothVersions.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { CandidateKbd } from './CandidateKbd.tsx';
import styles from './needs.module.css';
import { openNeed, settleConflicts } from './settle-need.ts';

export type ConflictDetailProps = {
  readonly need: ConflictNeed;
  /** All that came the same way, this one among them. */
  readonly alike: readonly ConflictNeed[];
};

const OpenButton = ({ need }: Pick<ConflictDetailProps, 'need'>) =>
  need.place === null ? null : (
    <Button onPress={() => openNeed(need)}>
      {'memoId' in need.place ? 'Open the memo' : 'Open the article'} <Kbd keys="Enter" />
    </Button>
  );

/** One choice for all: a copy of a sync may leave hundreds. */
const ChooseForAll = ({ alike }: Pick<ConflictDetailProps, 'alike'>) =>
  alike.length < 2 ? null : (
    <div className={styles.acts}>
      <Button onPress={() => void settleConflicts(alike, 'standing')}>
        Keep mine, for all {alike.length}
      </Button>
      <Button onPress={() => void settleConflicts(alike, 'other')}>
        Use the other, for all {alike.length}
      </Button>
    </div>
  );

const byWhom = (name: string | null): string => (name === null ? '' : `, by ${name}`);

/** What a record says and what the other side says of it, side by side; the analyst chooses, and can undo it. */
export const ConflictDetail = ({ need, alike }: ConflictDetailProps) => (
  <>
    {need.contested.map(({ field, standing, other }) => (
      <BothVersions
        key={field}
        of={{ what: need.what, field }}
        one={{ name: `In the archive now${byWhom(need.standingBy)}`, value: standing }}
        other={{
          name: need.from === null ? 'What you had written' : `In the other version${byWhom(need.otherBy)}`,
          value: other,
        }}
      />
    ))}
    {need.from !== null && (
      <dl className={joinClasses('facts-list', styles.files)}>
        <dt>From</dt>
        <dd>{need.from}</dd>
      </dl>
    )}
    <footer className={styles.acts}>
      <Button variant="primary" onPress={() => void settleConflicts([need], 'standing')}>
        Keep mine <CandidateKbd rank={0} />
      </Button>
      <Button onPress={() => void settleConflicts([need], 'other')}>
        Use the other <CandidateKbd rank={1} />
      </Button>
      <OpenButton need={need} />
      <p>Nothing is lost until you choose, and undo takes a choice back.</p>
    </footer>
    <ChooseForAll alike={alike} />
  </>
);
