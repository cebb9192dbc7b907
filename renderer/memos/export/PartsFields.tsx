import type { ReactNode } from 'react';
import type { ExportParts } from '#domain/memo/export/export-parts.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './choice.module.css';

type PartRow = {
  readonly part: 'author' | 'annex' | 'notes' | 'hashes' | 'metadata';
  readonly name: string;
  readonly detail: string;
  /** Whether there is a place for it in what is chosen. */
  readonly hasPlace?: (parts: ExportParts) => boolean;
};

const rowsOf = (from: string): readonly PartRow[] => [
  ...(from === '' ? [] : [{ part: 'author', name: 'Author and desk', detail: from } as const]),
  { part: 'annex', name: 'Evidence, in its paragraphs', detail: 'Annex' },
  { part: 'notes', name: 'Notes', detail: 'In the annex', hasPlace: ({ annex }) => annex },
  { part: 'hashes', name: 'Hashes of copies and of what was sent', detail: 'Annex' },
  { part: 'metadata', name: 'File metadata', detail: 'Needed by Verify' },
];

export type PartsFieldsProps = {
  /** Who the memo is from; empty where it says nobody. */
  readonly from: string;
  readonly value: ExportParts;
  readonly onChange: (parts: ExportParts) => void;
  /** The follow-ups. */
  readonly children: ReactNode;
};

const CITED = 'cited';

/** Of what the annex is: what the memo cites, or what a saved search finds. */
const AnnexOf = ({ value, onChange }: Pick<PartsFieldsProps, 'value' | 'onChange'>) => {
  const { data: searches = [] } = useQuery('search:list', {});
  if (searches.length === 0) return null;
  const found = searches.map(({ id, name, count }) => ({
    id: id as string,
    name: `Saved search: ${name}`,
    ...(count !== null && { detail: count.toLocaleString('en-GB') }),
  }));
  return (
    <Select
      label="The annex shows"
      options={[{ id: CITED, name: 'Cited passages' }, ...found]}
      value={value.annexSearch ?? CITED}
      onChange={(id) =>
        onChange({ ...value, annexSearch: searches.find((search) => search.id === id)?.id ?? null })
      }
    />
  );
};

/** What goes into the file beside what always does. */
export const PartsFields = ({ from, value, onChange, children }: PartsFieldsProps) => (
  <fieldset className={styles.parts}>
    <legend className={styles.legend}>What goes in</legend>
    {rowsOf(from).map(({ part, name, detail, hasPlace }) => {
      const isPossible = hasPlace?.(value) ?? true;
      return (
        <Checkbox
          key={part}
          isDisabled={!isPossible}
          isSelected={isPossible && value[part]}
          onChange={(isIn) => onChange({ ...value, [part]: isIn })}
        >
          <span className={styles.part}>
            {name} <span className={joinClasses('clipped', styles.detail)}>{detail}</span>
          </span>
        </Checkbox>
      );
    })}
    {value.annex && <AnnexOf value={value} onChange={onChange} />}
    {children}
  </fieldset>
);
