import { z } from 'zod';

/** What a passage is to the analyst. The order is that of the keys 1 to 5 and of the toolbar. */
export const labels = ['claim', 'data', 'view', 'context', 'gap'] as const;
export const labelSchema = z.enum(labels);
export type Label = z.infer<typeof labelSchema>;

/** When to use each label. */
export const labelTable: Readonly<Record<Label, { name: string; useWhen: string }>> = {
  claim: { name: 'Claim', useWhen: 'someone asserts it' },
  data: { name: 'Data', useWhen: 'checkable detail: figure, date, name, event' },
  view: { name: 'View', useWhen: 'judgement, forecast or tone of author or expert' },
  context: { name: 'Context', useWhen: 'background to be remembered' },
  gap: { name: 'Gap', useWhen: 'missing, vague, contradictory' },
};
