/** The labels of the archive, as the window shows them. */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { CommandId } from '#domain/command/command-table.ts';
import { labelCommandId } from '#domain/command/label-commands.ts';
import { type Label, type LabelSet, labelLooks, labelSetOf, startingSet } from '#domain/passage/label.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';

const useLabelStore = create<{ readonly labels: LabelSet }>(() => ({ labels: startingSet }));

export const useLabels = (): LabelSet => useLabelStore(({ labels }) => labels);

/** For what is said or done once; what is drawn asks `useLabels`. */
export const labelsNow = (): LabelSet => useLabelStore.getState().labels;

/** What answers the keys of the labels that are offered. */
export const labelCommands = (
  { offered }: LabelSet,
  run: (label: Label) => void,
): Readonly<Partial<Record<CommandId, () => void>>> =>
  Object.fromEntries(offered.map((label) => [labelCommandId(label.key), () => run(label)]));

/** What a line is drawn with. A wave and a double line are drawn thinner, and a border has no wave. */
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

/** Draws each label in its colours: one sheet of rules, which holds for whatever bears the id of a label. */
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

/** Keeps the labels of the window those of the archive. Once, at the top. */
export const useFollowLabels = (): void => {
  const { data } = useQuery('label:list', {});
  useEffect(() => {
    if (data !== undefined) useLabelStore.setState({ labels: labelSetOf(data) });
  }, [data]);
  useLabelColours(useLabels());
};
