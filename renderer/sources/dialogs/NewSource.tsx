import { useState } from 'react';
import type { SourceId } from '#domain/ids.ts';
import { parseSourcePath } from '#domain/source/parse-source-path.ts';
import type { SourceKind } from '#domain/source/source.ts';
import { ensureSource } from '#renderer/parts/source/ensure-source.ts';
import { kindOptions } from '#renderer/parts/source/kind-options.ts';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';

export type NewSourceProps = { readonly onClose: () => void; readonly onMade: (id: SourceId) => void };

/** What carries stands in no tree: its name is taken as it is typed. */
const carriers: ReadonlySet<SourceKind> = new Set(['publication', 'document']);

export const NewSource = ({ onClose, onMade }: NewSourceProps) => {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<SourceKind>('organisation');
  const path = carriers.has(kind) ? { above: [], name: name.trim() } : parseSourcePath(name);
  const isReady = path !== null && path.name !== '';
  const make = async (): Promise<void> => {
    if (!isReady) return;
    const { sourceId, outcome } = await ensureSource(path, kind);
    if (outcome === 'refused') return;
    onClose();
    if (outcome === 'saved') onMade(sourceId);
  };
  return (
    <FormDialog title="New source" submitName="Create" isReady={isReady} onSubmit={make} onClose={onClose}>
      <TextField
        label="Name"
        hint="Organisation / Body / Person puts it below them."
        autoFocus
        maxLength={200}
        value={name}
        onChange={setName}
      />
      <Select label="Kind" options={kindOptions} value={kind} onChange={setKind} />
    </FormDialog>
  );
};
