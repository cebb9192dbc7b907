import { z } from 'zod';

/**
 * What a passage is to the analyst, in the order of the keys and of the toolbar, with when to use it. A new label is an
 * entry here and its colours and line in `renderer/ui/tokens.css`.
 */
const table = {
  claim: { name: 'Claim', key: '1', useWhen: 'someone asserts it' },
  data: { name: 'Data', key: '2', useWhen: 'checkable detail: figure, date, name, event' },
  view: { name: 'View', key: '3', useWhen: 'judgement, forecast or tone of author or expert' },
  context: { name: 'Context', key: '4', useWhen: 'background to be remembered' },
  gap: { name: 'Gap', key: '5', useWhen: 'missing, vague, contradictory' },
} as const;

export type Label = keyof typeof table;
export type LabelKey = (typeof table)[Label]['key'];

type LabelEntry = { readonly name: string; readonly key: LabelKey; readonly useWhen: string };
export const labelTable: Readonly<Record<Label, LabelEntry>> = table;

export const labels = Object.keys(table) as readonly Label[];
export const labelSchema = z.enum(labels);

/** The keys from the first label to the last: "1–5", "1 to 5". */
export const printLabelKeys = (between: string): string =>
  [labels.at(0), labels.at(-1)]
    .flatMap((label) => label ?? [])
    .map((label) => labelTable[label].key)
    .join(between);
