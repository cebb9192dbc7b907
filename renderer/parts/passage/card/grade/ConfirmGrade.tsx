import { useEffect, useState } from 'react';
import type { LinkedRow } from '#domain/contract/passage.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { askForLink } from '../../link/link-store.ts';
import styles from './grade-box.module.css';

export type ConfirmGradeProps = {
  /** Null for many passages at once: they need a reason, for a link is one passage's own. */
  readonly on: { readonly articleId: ArticleId; readonly passageId: PassageId } | null;
  readonly initial: string;
  /** A reason, or null where a passage of another origin supports it. */
  readonly onGive: (why: string | null) => void;
  readonly onCancel: () => void;
};

const countSupport = (linked: readonly LinkedRow[]): string => {
  const count = linked.filter(({ type }) => type === 'supports').length;
  if (count === 0) return '';
  return count === 1
    ? 'The supporting passage is not known to be of another origin: it does not confirm. '
    : `None of the ${count} supporting passages is known to be of another origin. `;
};

const hintOf = (linked: readonly LinkedRow[] | null): string =>
  linked === null
    ? '1 means confirmed by other independent sources: give the reason.'
    : `${countSupport(linked)}Link a passage of another origin that supports this one, or give the reason.`;

/**
 * What "confirmed" needs: a supporting passage of another origin, or a reason. Where such a passage is linked, or
 * is linked from here, nothing more is asked.
 */
export const ConfirmGrade = ({ on, initial, onGive, onCancel }: ConfirmGradeProps) => {
  const { data: related } = useQuery('passage:related', on);
  const [why, setWhy] = useState(initial);
  const isConfirmed = related?.isConfirmed === true;
  const giveLinked = useLatest(() => onGive(null));
  useEffect(() => {
    if (isConfirmed) giveLinked.current();
  }, [isConfirmed]);
  const isAsking = on !== null && related === undefined;
  if (isAsking || isConfirmed) return <div className={styles.why} aria-busy />;

  const hasReason = why.trim() !== '';
  const link = (): void => {
    if (on !== null) askForLink(on, { kind: { type: 'supports', direction: 'from' } });
  };
  const go = (): void => (hasReason ? onGive(why.trim()) : link());
  return (
    <div className={styles.why}>
      <TextField
        label="Confirmed by what?"
        hint={hintOf(on === null ? null : (related?.linked ?? []))}
        placeholder="The reason"
        autoFocus
        value={why}
        onChange={setWhy}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
          else event.continuePropagation();
        }}
      />
      <div className={styles.foot}>
        <Button isSmall variant="quiet" onPress={onCancel}>
          Cancel
        </Button>
        {hasReason || on === null ? (
          <Button isSmall variant="primary" isDisabled={!hasReason} onPress={go}>
            Grade 1 <Kbd keys="Enter" />
          </Button>
        ) : (
          <Button isSmall variant="primary" onPress={link}>
            Link a passage… <Kbd keys="Enter" />
          </Button>
        )}
      </div>
    </div>
  );
};
