import type { ConflictNeed } from '#domain/contract/needs.ts';
import { BothVersions } from '#renderer/parts/versions/BothVersions.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import styles from '../needs.module.css';
import { openNeed, settleConflict } from '../settle-need.ts';

/** What a record says and what the other side says of it, side by side; the analyst chooses, and can undo it. */
export const ConflictDetail = ({ need }: { readonly need: ConflictNeed }) => (
  <>
    {need.contested.map(({ field, standing, other }) => (
      <BothVersions
        key={field}
        of={{ what: need.what, field }}
        one={{ name: 'In the archive now', value: standing }}
        other={{ name: 'In the other version', value: other }}
      />
    ))}
    <dl className={joinClasses('facts-list', styles.files)}>
      <dt>It came with</dt>
      <dd>{need.from}</dd>
    </dl>
    <footer className={styles.acts}>
      <Button variant="primary" onPress={() => void settleConflict(need, 'standing')}>
        Keep what is in the archive <Kbd keys="1" />
      </Button>
      <Button onPress={() => void settleConflict(need, 'other')}>
        Take the other version <Kbd keys="2" />
      </Button>
      {need.place !== null && (
        <Button onPress={() => openNeed(need)}>
          {'memoId' in need.place ? 'Open the memo' : 'Open the article'} <Kbd keys="Enter" />
        </Button>
      )}
      <p>Nothing is lost until you choose, and undo takes a choice back.</p>
    </footer>
  </>
);
