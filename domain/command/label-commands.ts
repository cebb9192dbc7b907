/** The commands that give a passage a label: one for each entry of the table of labels. */
import { type Label, type LabelKey, labels, labelTable } from '../passage/label.ts';

export type LabelCommandId = `passage.label-${LabelKey}`;

export const labelCommandId = (label: Label): LabelCommandId => `passage.label-${labelTable[label].key}`;

/** What `make` makes of each label, under the id of its command. */
export const forLabelCommands = <T>(make: (label: Label) => T): Readonly<Record<LabelCommandId, T>> =>
  // One entry for each label, which is one for each id.
  Object.fromEntries(labels.map((label) => [labelCommandId(label), make(label)])) as Record<
    LabelCommandId,
    T
  >;
