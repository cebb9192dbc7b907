/** The labels of the archive, as the window shows them. */

import { useEffect } from 'react';
import { create } from 'zustand';
import type { CommandId } from '#domain/command/command-table.ts';
import { labelCommandId } from '#domain/command/label-commands.ts';
import { labelList } from '#domain/contract/label.ts';
import { type Label, type LabelSet, labelLooks, labelSetOf, startingSet } from '#domain/passage/label.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';

const useLabelStore = create<{ readonly labels: LabelSet }>(() => ({ labels: startingSet }));

export const useLabels = (): LabelSet => useLabelStore(({ labels }) => labels);

/** For a one-time message or act; components use `useLabels`. */
export const labelsNow = (): LabelSet => useLabelStore.getState().labels;

/** Handlers for the keys of the labels in use. */
export const labelCommands = (
  { offered }: LabelSet,
  run: (label: Label) => void,
): Readonly<Partial<Record<CommandId, () => void>>> =>
  Object.fromEntries(offered.map((label) => [labelCommandId(label.key), () => run(label)]));

/** The line styles. A wave and a double line are thinner, and borders can't be wavy. */
const lineRules = {
  solid: '',
  double: '--label-line: double; --label-thickness: 1.4px; --label-border: 3px double;',
  wavy: '--label-line: wavy; --label-thickness: 1.4px; --label-thickness-hot: 2px; --label-border: 2px groove; --label-swatch: 0 solid; --label-wave: 4px;',
  dotted: '--label-line: dotted; --label-border: 2px dotted;',
  dashed: '--label-line: dashed; --label-border: 2px dashed;',
} as const;

const printLabelRules = ({ all }: LabelSet): string =>
  all
    .map(({ id, look }) => {
      const { light, dark, line } = labelLooks[look];
      return `[data-label="${id}"] { --label: light-dark(${light}, ${dark}); ${lineRules[line]} }`;
    })
    .join('\n');

/** Sets the colours of each label: one style sheet that applies to every element with the id of a label. */
const useLabelColours = (labels: LabelSet): void => {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(printLabelRules(labels));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [labels]);
};

/** Keeps the window's labels in step with the archive's. Used once, at the top. */
export const useFollowLabels = (): void => {
  const { data } = useQuery(labelList, {});
  useEffect(() => {
    if (data !== undefined) useLabelStore.setState({ labels: labelSetOf(data) });
  }, [data]);
  useLabelColours(useLabels());
};
