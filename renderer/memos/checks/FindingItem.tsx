import { CheckCheck, CircleAlert, Info, Pencil, Quote, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import type { CitationField } from '#domain/article/bibliography/print-missing-fields.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import { articleCorrect, articleOpen } from '#domain/contract/article.ts';
import type { MemoFinding } from '#domain/contract/memo.ts';
import { equalJson } from '#domain/equal-json.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import type { FindingKey } from '#domain/memo/stated-reason.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { BibliographyField, matchOffers, useKnownNames } from '#renderer/parts/BibliographyFields.tsx';
import { leaveOnEscape } from '#renderer/parts/field/leave-on-escape.ts';
import { ReasonField } from '#renderer/parts/field/ReasonField.tsx';
import { EventLineActs } from '#renderer/parts/memo/EventLineActs.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import type { FocusRows } from '#renderer/ui/collections/rows.tsx';
import { isFocusLost } from '#renderer/ui/focus/focus-into.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { useLatest } from '#renderer/ui/use-latest.ts';
import styles from './checks.module.css';
import { citableOf } from './cite-quotation.ts';

const signs = { error: CircleAlert, warning: TriangleAlert, hint: Info } as const;

/** Saves with the memo why a finding is intended; null withdraws the reason. */
export type StateReason = (key: FindingKey, reason: string | null) => void | Promise<void>;

/** The acts on findings. */
export type FindingActs = {
  readonly onGoTo: (finding: MemoFinding) => void;
  /** Cites a quotation where the archive has it; null if the memo was sent. */
  readonly onCite: ((finding: MemoFinding) => void) | null;
  /** Null if no reason can be given any more. */
  readonly onState: StateReason | null;
  /** The memo, if it can be changed; null for a sent one. */
  readonly memoId: MemoId | null;
  /**
   * The finding that was last marked as intended, or no longer: its row moves to another list, and the focus with it.
   */
  readonly actedOn: FindingKey | null;
  readonly rows: FocusRows;
};

type ReasonProps = {
  readonly finding: MemoFinding;
  readonly findingKey: FindingKey;
  readonly isAsking: boolean;
  readonly onAsked: () => void;
  readonly acts: FindingActs;
};

/** The reason why the finding is intended, or the field that asks for one. */
const Reason = ({ finding, findingKey, isAsking, onAsked, acts }: ReasonProps) => {
  if (isAsking) {
    return (
      <ReasonField
        label="Intended, because"
        hint="Kept with the memo. The check asks again if the words change."
        act="Keep the reason"
        onGive={(reason) => {
          onAsked();
          void acts.onState?.(findingKey, reason);
        }}
        onCancel={onAsked}
      />
    );
  }
  if (finding.intended === null) return null;
  return (
    <div className={styles.reason}>
      <p>Because: {finding.intended}</p>
      {acts.onState !== null && (
        <Button
          isSmall
          variant="quiet"
          autoFocus={equalJson(findingKey, acts.actedOn)}
          onPress={() => void acts.onState?.(findingKey, null)}
        >
          Remove the reason
        </Button>
      )}
    </div>
  );
};

const steps: Readonly<Record<string, -1 | 1>> = { ArrowDown: 1, ArrowUp: -1 };

type MessageProps = {
  readonly id: string;
  readonly finding: MemoFinding;
  readonly acts: FindingActs;
  /** Handlers for letters. */
  readonly onKey: Readonly<Record<string, () => void>>;
};

/** The text of a finding, which leads to its place. ↑ ↓ move to the neighbouring findings, letters run its acts. */
const Message = ({ id, finding, acts, onKey }: MessageProps) => {
  const { rows, onGoTo } = acts;
  const ref = useMemo(() => rows.register(id), [rows, id]);
  const takeKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    const take = onKey[event.key];
    if (step === undefined && take === undefined) return;
    event.preventDefault();
    if (step === undefined) take?.();
    else rows.focusBeside(id, step);
  };
  return (
    <button type="button" ref={ref} onClick={() => onGoTo(finding)} onKeyDown={takeKey}>
      {finding.message}
    </button>
  );
};

type ActedFindingProps = { readonly id: string; readonly finding: MemoFinding; readonly acts: FindingActs };

type SourceFieldsProps = {
  readonly articleId: ArticleId;
  readonly missing: readonly CitationField[];
  /** Closed by Esc, or by its button. */
  readonly onDone: () => void;
  /** Nothing is missing any more: the finding disappears, and the focus with it. */
  readonly onSettled: () => void;
};

/** The missing fields of a cited article, filled in beside the finding. The initial ones stay until it is closed. */
const SourceFields = ({ articleId, missing, onDone, onSettled }: SourceFieldsProps) => {
  const [fields] = useState(missing);
  const known = useKnownNames();
  const { data: open } = useQuery(articleOpen, { articleId });
  const settled = useLatest(onSettled);
  useEffect(
    () => () => {
      if (isFocusLost()) settled.current();
    },
    [],
  );
  if (open === undefined) return null;
  return (
    <div className={styles.sourceFields} onKeyDownCapture={leaveOnEscape(onDone)}>
      {fields.map((field) => (
        <BibliographyField
          key={field}
          field={field}
          bibliography={effectiveBibliography(open.article, open.about)}
          found={open.article.found}
          focusOn={fields[0] ?? null}
          offersOf={(of, typed) => matchOffers(typed, [], known(of, typed))}
          onChange={async (corrections) => (await act(articleCorrect, { articleId, corrections })).ok}
        />
      ))}
      <div>
        <Button isSmall variant="quiet" onPress={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
};

/** A finding and its acts: fill in fields, or mark it as intended. */
const ActedFinding = ({ id, finding, acts }: ActedFindingProps) => {
  const [doing, setDoing] = useState<'intend' | 'fill' | null>(null);
  const { key, intended, place } = finding;
  const { rows, actedOn } = acts;
  const canIntend = key !== null && intended === null && acts.onState !== null;
  const canFill = place.kind === 'source';
  const intend = (): void => setDoing(canIntend ? 'intend' : null);
  const fill = (): void => setDoing(canFill ? 'fill' : null);
  const canCite = acts.onCite !== null && citableOf(finding) !== null;
  const cite = (): void => {
    if (canCite) acts.onCite?.(finding);
  };
  const end = (): void => {
    setDoing(null);
    rows.focus(id);
  };
  return (
    <>
      <Message id={id} finding={finding} acts={acts} onKey={{ i: intend, e: fill, c: cite }} />
      {place.kind === 'event' && acts.memoId !== null && (
        <div className={styles.lineActs}>
          <EventLineActs memoId={acts.memoId} eventIds={[place.eventId]} isThere={place.isThere} />
        </div>
      )}
      <div className={styles.findingActs}>
        {canCite && <IconButton icon={Quote} isSmall label="Cite" keys="c" onPress={cite} />}
        {canFill && doing !== 'fill' && (
          <IconButton icon={Pencil} isSmall label="Fill in…" keys="e" onPress={fill} />
        )}
        {canIntend && doing !== 'intend' && (
          <IconButton
            icon={CheckCheck}
            isSmall
            label="Intended…"
            keys="i"
            autoFocus={equalJson(key, actedOn)}
            onPress={intend}
          />
        )}
      </div>
      {canFill && doing === 'fill' && (
        <SourceFields
          articleId={place.articleId}
          missing={place.missing}
          onDone={end}
          onSettled={() => rows.focusBeside(undefined, 1)}
        />
      )}
      {key !== null && (doing === 'intend' || intended !== null) && (
        <div className={styles.intended}>
          <Reason
            finding={finding}
            findingKey={key}
            isAsking={doing === 'intend'}
            onAsked={end}
            acts={acts}
          />
        </div>
      )}
    </>
  );
};

export type FindingItemProps = {
  readonly id: string;
  readonly finding: MemoFinding;
  /** Absent for a read-only finding. */
  readonly acts?: FindingActs | undefined;
};

/** One finding: its text leads to its place, with its acts beside it. */
export const FindingItem = ({ id, finding, acts }: FindingItemProps) => {
  const { intended, level, message } = finding;
  const Sign = intended === null ? signs[level] : CheckCheck;
  return (
    <li data-level={intended === null ? level : 'intended'}>
      <Sign size={14} aria-hidden />
      {acts === undefined ? <span>{message}</span> : <ActedFinding id={id} finding={finding} acts={acts} />}
    </li>
  );
};
