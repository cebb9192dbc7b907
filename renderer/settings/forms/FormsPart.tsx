import { Copy, Download, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import {
  type FormRow,
  formAdd,
  formDelete,
  formExport,
  formImport,
  formList,
} from '#domain/contract/form.ts';
import { type FormId, newFormIdSchema } from '#domain/ids.ts';
import { isBuiltIn } from '#domain/memo/form/built-in-form-ids.ts';
import type { Form } from '#domain/memo/form/form.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { sayDone } from '#renderer/window/notices.ts';
import { Part } from '../Part.tsx';
import { FormEditor } from './FormEditor.tsx';
import styles from './forms.module.css';

type Editing = { readonly formId: FormId; readonly form: Form };

/** "BLUF, own", "BLUF, own 2". */
const freeName = (name: string, rows: readonly FormRow[]): string => {
  const taken = new Set(rows.map(({ form }) => form.name.toLowerCase()));
  const base = `${name.slice(0, 60)}, own`;
  let free = base;
  for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${base} ${count}`;
  return free;
};

const exportForm = async ({ template }: FormRow): Promise<void> => {
  const answer = await act(formExport, { template });
  if (answer.ok) sayDone(`Exported: ${answer.value.fileName}`);
};

const importForm = async (): Promise<void> => {
  const answer = await act(formImport, { formId: newId(newFormIdSchema) });
  if (answer.ok) sayDone(`Imported: ${answer.value.name}`);
};

const deleteForm = async (formId: FormId, { name }: Form): Promise<void> => {
  const answer = await act(formDelete, { formId });
  if (answer.ok) sayUndoable(`Moved to trash: ${name}`);
};

type RowProps = {
  readonly row: FormRow;
  readonly onDuplicate: () => void;
  readonly onEdit: (editing: Editing) => void;
};

const FormItem = ({ row, onDuplicate, onEdit }: RowProps) => {
  const { template, form } = row;
  return (
    <li className={styles.form} aria-label={form.name}>
      <span className={styles.name}>{form.name}</span>
      {isBuiltIn(template) && <Badge>Built in</Badge>}
      {row.wordTemplate !== null && <Badge>Word template</Badge>}
      <span className={styles.count}>{printCount(form.sections.length, 'section')}</span>
      <IconButton icon={Copy} label={`Duplicate ${form.name}`} isSmall onPress={onDuplicate} />
      <IconButton
        icon={Download}
        label={`Export ${form.name}`}
        isSmall
        onPress={() => void exportForm(row)}
      />
      {!isBuiltIn(template) && (
        <>
          <IconButton
            icon={Pencil}
            label={`Edit ${form.name}`}
            isSmall
            onPress={() => onEdit({ formId: template, form })}
          />
          <IconButton
            icon={Trash2}
            label={`Delete ${form.name}`}
            isSmall
            onPress={() => void deleteForm(template, form)}
          />
        </>
      )}
    </li>
  );
};

/** The forms for memos: the included ones, which can be duplicated, and the archive's own. */
export const FormsPart = () => {
  const { data } = useQuery(formList, {});
  const [editing, setEditing] = useState<Editing | null>(null);
  const rows = data?.forms ?? [];
  const duplicate = async ({ template, form, wordTemplate }: FormRow): Promise<void> => {
    const formId = newId(newFormIdSchema);
    const own = { ...form, name: freeName(form.name, rows) };
    const templateOf = wordTemplate === null || isBuiltIn(template) ? {} : { templateOf: template };
    const answer = await act(formAdd, { formId, form: own, ...templateOf });
    if (answer.ok) setEditing({ formId, form: own });
  };
  return (
    <Part>
      <p className={styles.note}>
        What a memo begins with. Duplicate a built-in form to change it. Existing memos don’t change.
      </p>
      <ul className={styles.forms} aria-label="Forms">
        {rows.map((row) => (
          <FormItem
            key={row.template}
            row={row}
            onDuplicate={() => void duplicate(row)}
            onEdit={setEditing}
          />
        ))}
      </ul>
      {data !== undefined && data.unreadable > 0 && (
        <p className={styles.note}>{printCount(data.unreadable, 'form')} can’t be read. See Review.</p>
      )}
      <div>
        <Button onPress={() => void importForm()}>Import a form…</Button>
      </div>
      {editing !== null && (
        <FormEditor
          key={editing.formId}
          formId={editing.formId}
          saved={editing.form}
          onClose={() => setEditing(null)}
        />
      )}
    </Part>
  );
};
