import { ArrowLeft, Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button as AriaButton, DialogTrigger, ListBox, ListBoxItem } from 'react-aria-components';
import type { Clause } from '#domain/search/written/split-search.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { focusInto } from '#renderer/ui/focus/focus-into.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Popover } from '#renderer/ui/overlays/Popover.tsx';
import { clauseFields, fieldWords } from '../clause-fields.ts';
import { ClauseEditor } from '../editors/ClauseEditor.tsx';
import styles from './query.module.css';

export type AddClauseProps = {
  readonly clauses: readonly Clause[];
  readonly onChange: (clauses: readonly Clause[]) => void;
  readonly isSmall: boolean;
  readonly isDisabled: boolean;
};

/** The condition that is being added, and the chips that there were before. */
type Adding = { readonly clause: Clause; readonly before: readonly Clause[] };

const FieldList = ({ onPick }: { readonly onPick: (field: string) => void }) => (
  <ListBox
    aria-label="Conditions"
    autoFocus="first"
    className={joinClasses(styles.fields)}
    onAction={(key) => onPick(String(key))}
  >
    {Object.entries(clauseFields).map(([field, { name }]) => (
      <ListBoxItem
        key={field}
        id={field}
        textValue={name}
        className={joinClasses('option', styles.fieldName)}
      >
        <span>{name}</span>
        <code>{field}:</code>
      </ListBoxItem>
    ))}
  </ListBox>
);

/** Adds a condition: its field, then its values; it is a chip from the first value on. */
export const AddClause = ({ clauses, onChange, isSmall, isDisabled }: AddClauseProps) => {
  const [adding, setAdding] = useState<Adding | null>(null);
  const editor = useRef<HTMLDivElement>(null);
  const field = adding?.clause.field ?? null;
  useEffect(() => {
    if (field === null) return;
    // The list that had the focus is gone, and the dialog would take it itself first.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => void focusInto(editor.current));
    });
    return () => cancelAnimationFrame(frame);
  }, [field]);
  const change = (clause: Clause | null): void => {
    if (adding === null) return;
    const next = clause ?? { ...adding.clause, values: [] };
    setAdding({ ...adding, clause: next });
    onChange(next.values.length === 0 ? adding.before : [...adding.before, next]);
  };
  return (
    <DialogTrigger onOpenChange={(isOpen) => !isOpen && setAdding(null)}>
      <AriaButton className={joinClasses(styles.add)} aria-label="Add a filter" isDisabled={isDisabled}>
        <Plus size={14} aria-hidden />
        {!isSmall && <span>Add</span>}
      </AriaButton>
      <Popover label="Add a filter" placement="bottom end">
        {adding === null ? (
          <FieldList
            onPick={(field) =>
              setAdding({ clause: { field, values: [], isExcluded: false }, before: clauses })
            }
          />
        ) : (
          <>
            <div className={styles.back}>
              <Button isSmall variant="quiet" onPress={() => setAdding(null)}>
                <ArrowLeft size={13} aria-hidden /> {fieldWords(adding.clause.field).name}
              </Button>
            </div>
            <div ref={editor}>
              <ClauseEditor clause={adding.clause} onChange={change} />
            </div>
          </>
        )}
      </Popover>
    </DialogTrigger>
  );
};
