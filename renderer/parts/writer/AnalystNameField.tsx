import { writerNameOf } from '#domain/written-by.ts';
import { changeSettings, useSettings } from '#renderer/bridge/app-state.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';

type AnalystNameFieldProps = { readonly label: string; readonly hint: string };

/** The name stored with records from now on; empty: none. */
export const AnalystNameField = (words: AnalystNameFieldProps) => {
  const { analystName } = useSettings();
  return (
    <CommitField
      {...words}
      value={analystName}
      onCommit={async (text) => {
        await changeSettings({ analystName: writerNameOf(text) ?? '' });
        return true;
      }}
    />
  );
};
