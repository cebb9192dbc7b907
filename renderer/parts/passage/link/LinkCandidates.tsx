import { type RefObject, useState } from 'react';
import { Autocomplete, ListBox, ListBoxItem } from 'react-aria-components';
import {
  type LinkedRow,
  type PassageRow,
  passageList,
  type RelatedPassages,
} from '#domain/contract/passage.ts';
import type { PassageId } from '#domain/ids.ts';
import { wordRelation } from '#domain/passage/word-relation.ts';
import { asBeginnings } from '#domain/search/written-conditions.ts';
import { isOtherOrigin, sameOrigin, sameOriginWords } from '#domain/source/compare-origins.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { ListFilter } from '#renderer/ui/ListFilter.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { useFirstOption } from '#renderer/ui/use-first-option.ts';
import { GradeSign } from '../GradeSign.tsx';
import { LabelSign } from '../LabelSign.tsx';
import { PassageWords } from '../PassageWords.tsx';
import { RowFacts } from '../RowFacts.tsx';
import styles from './link.module.css';

/** How many are shown; more words find the others. */
const MAX_SHOWN = 50;
const MAX_OFFERED = 12;

export type LinkCandidatesProps = {
  /** Never listed; null if all may be. */
  readonly ownId: PassageId | null;
  /** Undefined until loaded. */
  readonly related: RelatedPassages | undefined;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onChoose: (row: PassageRow) => void;
  /** Whether the link has to confirm: passages that can't are marked. */
  readonly mustConfirm: boolean;
};

/** Listed before anything is typed: similar passages, then those with its tags. */
const offered = ({ linked, similar, sameTags }: RelatedPassages): readonly PassageRow[] => {
  const known = new Set(linked.map(({ row }) => row.id));
  const rows = [...similar, ...sameTags].map(({ row }) => row).filter(({ id }) => !known.has(id));
  return [...new Map(rows.map((row) => [row.id, row])).values()].slice(0, MAX_OFFERED);
};

type Candidates = {
  readonly rows: readonly PassageRow[];
  readonly count: number;
  /** Whether they match the current text of the field. */
  readonly isCurrent: boolean;
};

const useCandidates = (
  { ownId, related }: Pick<LinkCandidatesProps, 'ownId' | 'related'>,
  text: string,
): Candidates => {
  const {
    data: found,
    error,
    isPrevious,
  } = useQuery(
    passageList,
    text === '' ? null : { filter: { text: asBeginnings(text.slice(0, 500)) }, limit: MAX_SHOWN },
    { keepsPrevious: true },
  );
  if (text === '') {
    const rows = related === undefined ? [] : offered(related);
    return { rows, count: rows.length, isCurrent: related !== undefined };
  }
  const rows = (found?.rows ?? []).filter(({ id }) => id !== ownId);
  return { rows, count: found?.count ?? 0, isCurrent: (found ?? error) !== undefined && !isPrevious };
};

const originSign = (row: PassageRow, other: PassageRow, mustConfirm: boolean) => {
  const same = sameOrigin(row, other);
  if (same !== null) {
    const { short } = sameOriginWords[same];
    return mustConfirm ? `${short}: does not confirm` : short;
  }
  return mustConfirm && !isOtherOrigin(row, other) ? 'origin unknown: does not confirm' : null;
};

const linkWords = (linked: readonly LinkedRow[], { id }: PassageRow): string =>
  linked
    .filter(({ row }) => row.id === id)
    .map(({ type, direction }) => wordRelation(type, direction))
    .join(', ');

/** The other passage, found by its words in the whole archive. */
export const LinkCandidates = ({ ownId, related, field, onChoose, mustConfirm }: LinkCandidatesProps) => {
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const { rows, count, isCurrent } = useCandidates({ ownId, related }, text);
  useFirstOption(field, text, isCurrent);
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <ListFilter
        label="The other passage"
        placeholder="Words of the other passage, or of its note"
        input={field}
        looks="framed"
      />
      <p className={styles.heading}>
        {text === '' && rows.length > 0 ? 'Suggestions' : ''}
        {count > MAX_SHOWN &&
          `${rows.length} of ${count.toLocaleString('en-GB')} shown. Type more words to narrow`}
      </p>
      <ListBox
        aria-label="Passages"
        className={joinClasses(styles.rows)}
        items={rows}
        selectionMode="none"
        dependencies={[related, mustConfirm]}
        onAction={(key) => {
          const row = rows.find(({ id }) => id === key);
          if (row !== undefined) onChoose(row);
        }}
        renderEmptyState={() => (
          <p className={styles.nothing}>
            {isCurrent && text !== '' && `No other passage has “${text}”. Try fewer words.`}
            {isCurrent && text === '' && 'No similar passages. Type words of the other passage.'}
          </p>
        )}
      >
        {(row) => {
          const origin = related === undefined ? null : originSign(related.row, row, mustConfirm);
          const already = linkWords(related?.linked ?? [], row);
          return (
            <ListBoxItem id={row.id} textValue={row.quote} className={joinClasses(styles.row)}>
              <span className={styles.rowHead}>
                <LabelSign label={row.label} />
                <GradeSign grade={row.grade} />
                {origin !== null && <Badge>{origin}</Badge>}
                {already !== '' && <Badge tone="accent">{already}</Badge>}
              </span>
              <PassageWords row={row} />
              <RowFacts row={row} />
            </ListBoxItem>
          );
        }}
      </ListBox>
    </Autocomplete>
  );
};
