import { limitOf } from '#domain/limit-of.ts';
import { byAnalyst, type Maker, makerKinds, makerSchema } from '#domain/translation/translation.ts';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { makerKindNames } from './translations.ts';

const kinds = makerKinds.map((id) => ({ id, name: makerKindNames[id] }));

const nameLabels = {
  colleague: 'Name',
  published: 'Published by, or translator',
  machine: 'Program',
} as const;

/** Whether a maker is complete: a machine needs a name. */
export const isMakerKnown = ({ kind, name }: Maker): boolean => kind !== 'machine' || name.trim() !== '';

export type MakerFieldsProps = { readonly maker: Maker; readonly onChange: (maker: Maker) => void };

/** Who made a translation. */
export const MakerFields = ({ maker, onChange }: MakerFieldsProps) => (
  <>
    <Select
      label="Made by"
      options={kinds}
      value={maker.kind}
      onChange={(kind) => onChange(kind === 'analyst' ? byAnalyst : { ...maker, kind, version: '' })}
    />
    {maker.kind !== 'analyst' && (
      <div className={maker.kind === 'machine' ? 'pair' : undefined}>
        <TextField
          label={nameLabels[maker.kind]}
          value={maker.name}
          maxLength={limitOf(makerSchema.shape.name)}
          onChange={(name) => onChange({ ...maker, name })}
        />
        {maker.kind === 'machine' && (
          <TextField
            label="Version"
            value={maker.version}
            maxLength={limitOf(makerSchema.shape.version)}
            onChange={(version) => onChange({ ...maker, version })}
          />
        )}
      </div>
    )}
  </>
);
