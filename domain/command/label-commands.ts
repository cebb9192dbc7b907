/** The commands that give a passage a label: one for each digit, which an archive has a label for or has not. */
import { type LabelKey, type LabelSet, labelKeys } from '../passage/label.ts';
import type { Command } from './command.ts';

export type LabelCommandId = `passage.label-${LabelKey}`;

export const labelCommandId = (key: LabelKey): LabelCommandId => `passage.label-${key}`;

const toLabel = (key: LabelKey): Command => ({
  name: `Label ${key}`,
  group: 'Passage',
  singleKey: key,
  submenu: 'Label',
});

/** The entries of the table of commands; what each is called follows from the archive. */
export const labelCommands = Object.fromEntries(
  labelKeys.map((key) => [labelCommandId(key), toLabel(key)]),
  // One entry for each key, which is one for each id.
) as Readonly<Record<LabelCommandId, Command>>;

const keyOf = (id: string): LabelKey | undefined => labelKeys.find((key) => labelCommandId(key) === id);

/**
 * A command that assigns a label, with its name in an archive; null if the archive has none for its digit, undefined
 * for any other command.
 */
export const labelCommandIn = ({ offered }: LabelSet, id: string): Command | null | undefined => {
  const key = keyOf(id);
  if (key === undefined) return undefined;
  const label = offered.find((each) => each.key === key);
  return label === undefined
    ? null
    : { ...toLabel(key), name: `Label: ${label.name}`, shortName: label.name };
};
