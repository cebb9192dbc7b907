import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { PassageRow, RelatedPassages } from '#domain/contract/passage.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { ErrorLine } from '#renderer/parts/error/ErrorLine.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { GradeSign } from '../GradeSign.tsx';
import { RowFacts } from '../line/RowFacts.tsx';
import { PassageWords } from '../region/PassageWords.tsx';
import { LinkCandidates } from './LinkCandidates.tsx';
import { kindOfKey, LinkKinds } from './LinkKinds.tsx';
import styles from './link.module.css';
import { endLink, type LinkKind, type LinkWish, linkPassages, useLinkWish } from './link-store.ts';

/** One of the two passages. */
const End = ({ row }: { readonly row: PassageRow }) => (
  <div className={styles.end} data-label={row.label}>
    <PassageWords row={row} />
    <span className={styles.rowHead}>
      <GradeSign grade={row.grade} />
      <RowFacts row={row} />
    </span>
  </div>
);

const useLinking = ({ on, other, kind: wanted }: LinkWish) => {
  const field = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<LinkKind | null>(wanted);
  const [direction, setDirection] = useState(wanted?.direction ?? 'to');
  const [failure, setFailure] = useState<AppError | null>(null);
  const [needsKind, setNeedsKind] = useState(false);
  const link = async (target: PassageRow, chosen: LinkKind): Promise<void> => {
    const error = await linkPassages(on, target, chosen);
    setFailure(error);
    if (error === null) endLink();
  };
  /** With both ends at hand the kind is all that was missing. */
  const chooseKind = (chosen: LinkKind): void => {
    setKind(chosen);
    setFailure(null);
    setNeedsKind(false);
    if (other !== null) void link(other, chosen);
    else field.current?.focus();
  };
  const turn = (next: LinkKind['direction']): void => {
    setDirection(next);
    if (kind !== null) setKind({ ...kind, direction: next });
  };
  const chooseOther = (row: PassageRow): void => {
    if (kind === null) setNeedsKind(true);
    else void link(row, kind);
  };
  return { field, kind, direction, failure, needsKind, chooseKind, turn, chooseOther };
};

type LinkingProps = { readonly wish: LinkWish; readonly related: RelatedPassages | undefined };

/** It takes keys at once, before what is related is known: hands that know them don't wait for it. */
const Linking = ({ wish, related }: LinkingProps) => {
  const { field, ...linking } = useLinking(wish);
  useEffect(() => {
    if (wish.kind !== null) field.current?.focus();
  }, [field, wish.kind]);
  /** From the field, where digits are words to be found. */
  const pressAlt = (event: KeyboardEvent): void => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const kind = kindOfKey(event.code, linking.direction);
    if (kind === null) return;
    event.preventDefault();
    linking.chooseKind(kind);
  };
  return (
    <section aria-label="Link" className={styles.linking} onKeyDown={pressAlt}>
      {related !== undefined && <End row={related.row} />}
      <LinkKinds
        kind={linking.kind}
        direction={linking.direction}
        autoFocus={wish.kind === null}
        onDirection={linking.turn}
        onChoose={linking.chooseKind}
      />
      {linking.failure !== null && <ErrorLine error={linking.failure} className={styles.failure} />}
      {linking.needsKind && (
        <p role="alert" className={styles.failure}>
          Select the kind of link first: 1 to 4 above, or <b>Alt</b> with the digit here.
        </p>
      )}
      {wish.other === null ? (
        <LinkCandidates
          ownId={wish.on.passageId}
          related={related}
          field={field}
          mustConfirm={wish.kind?.type === 'supports'}
          onChoose={linking.chooseOther}
        />
      ) : (
        <End row={wish.other} />
      )}
    </section>
  );
};

const OpenLink = ({ wish }: { readonly wish: LinkWish }) => {
  const { data: related } = useQuery('passage:related', wish.on);
  return (
    <Dialog title={wish.other === null ? 'Link to…' : 'Link these two'} isOpen isMedium onClose={endLink}>
      {related === null ? (
        <p>This passage is not there any more.</p>
      ) : (
        <Linking wish={wish} related={related} />
      )}
    </Dialog>
  );
};

/** Asks for what a link lacks, as long as one is being made. */
export const LinkDialog = () => {
  const wish = useLinkWish((state) => state.wish);
  return wish === null ? null : <OpenLink wish={wish} />;
};
