import { ArrowLeftRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type PassageRow, passageRelated, type RelatedPassages } from '#domain/contract/passage.ts';
import { relationTypes } from '#domain/passage/passage.ts';
import { isMutualRelation, type RelationDirection, wordRelation } from '#domain/passage/word-relation.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { ErrorLine } from '#renderer/parts/ErrorLine.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { GradeSign } from '../GradeSign.tsx';
import { PassageWords } from '../PassageWords.tsx';
import { RowFacts } from '../RowFacts.tsx';
import { LinkCandidates } from './LinkCandidates.tsx';
import styles from './link.module.css';
import { type LinkKind, linkPassages, type OnPassage } from './link-passages.tsx';

type LinkWish = {
  readonly on: OnPassage;
  /** The other passage, if known; null if it has to be found. */
  readonly other: PassageRow | null;
  /** Chosen beforehand; null if the analyst is asked. */
  readonly kind: LinkKind | null;
};

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

const useLinking = ({ on, other, kind: wanted }: LinkWish, close: () => void) => {
  const field = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<LinkKind | null>(wanted);
  const [direction, setDirection] = useState(wanted?.direction ?? 'to');
  const [failure, setFailure] = useState<AppError | null>(null);
  const [needsKind, setNeedsKind] = useState(false);
  const link = async (target: PassageRow, chosen: LinkKind): Promise<void> => {
    const error = await linkPassages(on, target, chosen);
    setFailure(error);
    if (error === null) close();
  };
  /** With both ends known only the kind was missing. */
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

type LinkingProps = {
  readonly wish: LinkWish;
  readonly related: RelatedPassages | undefined;
  readonly close: () => void;
};

type LinkKindsProps = {
  readonly kind: LinkKind | null;
  readonly direction: RelationDirection;
  readonly onDirection: (direction: RelationDirection) => void;
  readonly onChoose: (kind: LinkKind) => void;
  readonly autoFocus: boolean;
};

const otherWay = (direction: RelationDirection): RelationDirection => (direction === 'to' ? 'from' : 'to');

/** Digits by their position on the keyboard: AZERTY and Czech need Shift for them. */
const kindOfKey = (code: string, direction: RelationDirection): LinkKind | null => {
  const digit = /^(?:Digit|Numpad)([1-6])$/.exec(code)?.[1];
  const type = digit === undefined ? undefined : relationTypes[Number(digit) - 1];
  return type === undefined ? null : { type, direction };
};

/** The kinds of link, each with a key, and one that reverses the direction. */
const LinkKinds = ({ kind, direction, onDirection, onChoose, autoFocus }: LinkKindsProps) => {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (autoFocus) first.current?.focus();
  }, [autoFocus]);
  const turn = (): void => onDirection(otherWay(direction));
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = kindOfKey(event.code, direction);
    if (chosen !== null) onChoose(chosen);
    else if (event.key.toLowerCase() === 'x') turn();
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws its legend where no kind stands
    <div role="group" aria-label="Kind of link" className={styles.kinds} onKeyDown={press}>
      {relationTypes.map((type, index) => {
        const isOn = kind?.type === type && (isMutualRelation(type) || kind.direction === direction);
        return (
          <button
            key={type}
            ref={index === 0 ? first : null}
            type="button"
            className={joinClasses(styles.kind, isOn && styles.chosen)}
            aria-pressed={isOn}
            onClick={() => onChoose({ type, direction })}
          >
            {wordRelation(type, direction).replace(/^is /, '')} <Kbd keys={String(index + 1)} />
          </button>
        );
      })}
      <button type="button" className={styles.turn} aria-pressed={direction === 'from'} onClick={turn}>
        <ArrowLeftRight size={13} aria-hidden /> Reverse direction <Kbd keys="X" />
      </button>
    </div>
  );
};

/** It takes keys at once, before related passages have loaded: those who know the keys need not wait. */
const Linking = ({ wish, related, close }: LinkingProps) => {
  const { field, ...linking } = useLinking(wish, close);
  useEffect(() => {
    if (wish.kind !== null) field.current?.focus();
  }, [field, wish.kind]);
  /** For use from the field, where plain digits are search text. */
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
          Select the kind of link first: 1 to 4 above, or <b>Alt</b> and the digit here.
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

const LinkDialog = ({ wish, close }: { readonly wish: LinkWish; readonly close: () => void }) => {
  const { data: related } = useQuery(passageRelated, wish.on);
  return (
    <Dialog title={wish.other === null ? 'Link to…' : 'Link these two'} isOpen isMedium onClose={close}>
      {related === null ? (
        <p>This passage no longer exists.</p>
      ) : (
        <Linking wish={wish} related={related} close={close} />
      )}
    </Dialog>
  );
};

/** Asks for the missing parts of a link: its kind, the other passage, or both. */
export const askForLink = (
  on: OnPassage,
  { other = null, kind = null }: Partial<Pick<LinkWish, 'other' | 'kind'>> = {},
): void => openDialog('link', ({ close }) => <LinkDialog wish={{ on, other, kind }} close={close} />);
