import { X } from 'lucide-react';
import { Button, DialogTrigger, type KeyboardEvent } from 'react-aria-components';
import type { RecordPlace } from '#domain/contract/record-kinds.ts';
import { type Found, searchRecent } from '#domain/contract/search.ts';
import { articleIdSchema, sourceIdSchema, tagIdSchema } from '#domain/ids.ts';
import type { Clause } from '#domain/search/split-search.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Popover } from '#renderer/ui/overlays/Popover.tsx';
import { ClauseEditor } from './ClauseEditor.tsx';
import { fieldWords, printClauseValues } from './clause-fields.ts';
import styles from './query.module.css';

export type ClauseChipProps = {
  readonly clause: Clause;
  /** Null removes it. */
  readonly onChange: (clause: Clause | null) => void;
  /** Moves to the previous or next chip; past the last, to the field. */
  readonly onMove: (by: 1 | -1) => void;
};

const removing: readonly string[] = ['Delete', 'Backspace'];
const steps: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1 };

const placeOf = (field: string, value: string): RecordPlace | null => {
  if (!articleIdSchema.safeParse(value).success) return null;
  if (field === 'article') return { kind: 'article', articleId: articleIdSchema.parse(value) };
  if (field === 'tag') return { kind: 'tag', tagId: tagIdSchema.parse(value) };
  if (field === 'source' || field === 'origin' || field === 'concerned')
    return { kind: 'source', sourceId: sourceIdSchema.parse(value) };
  return null;
};

const idOf = (found: Found): string | null => {
  if (found.kind === 'article') return found.articleId;
  if (found.kind === 'tag') return found.tagId;
  return found.kind === 'source' ? found.sourceId : null;
};

/** The condition with names in place of record ids; an id is kept if its name is not unique. */
const useNamedClause = (clause: Clause): Clause => {
  const places = clause.values.flatMap((value) => placeOf(clause.field, value) ?? []).slice(0, 50);
  const { data } = useQuery(searchRecent, places.length === 0 ? null : { places, limit: places.length });
  if (data === undefined) return clause;
  const names = new Map(data.map((found) => [idOf(found), found.title]));
  return { ...clause, values: clause.values.map((value) => names.get(value) ?? value) };
};

/** A condition of a search: a press edits it; Delete removes it. */
export const ClauseChip = ({ clause, onChange, onMove }: ClauseChipProps) => {
  const { name } = fieldWords(clause.field);
  const values = printClauseValues(useNamedClause(clause));
  const says = `${clause.isExcluded ? 'Not ' : ''}${name}: ${values}`;
  const pressKey = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (removing.includes(event.key)) onChange(null);
    else if (step !== undefined) onMove(step);
    else event.continuePropagation();
  };
  return (
    <span className={joinClasses(styles.chip, clause.isExcluded && styles.excluded)}>
      <DialogTrigger>
        <Button className={joinClasses(styles.chipText)} aria-label={says} data-chip onKeyDown={pressKey}>
          <b>{clause.isExcluded ? `NOT ${name}` : name}</b>
          <span className="clipped">{values}</span>
        </Button>
        <Popover label={says} placement="bottom start">
          <ClauseEditor clause={clause} onChange={onChange} />
        </Popover>
      </DialogTrigger>
      <Button
        className={joinClasses(styles.chipEnd)}
        aria-label={`Remove ${says}`}
        excludeFromTabOrder
        onPress={() => onChange(null)}
      >
        <X size={12} aria-hidden />
      </Button>
    </span>
  );
};
