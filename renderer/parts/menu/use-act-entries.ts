import { type CommandId, commandIn, layOutGroup, type MenuPart } from '#domain/command/command-table.ts';
import { useEnabledCommands } from '#renderer/commands/commands.ts';
import type { ContextMenuSpec } from '#renderer/commands/context-menu.ts';
import { usePrintedKeys } from '#renderer/commands/keys.ts';
import { useLabels } from '#renderer/parts/passage/labels.ts';
import type { MenuEntry } from '#renderer/ui/overlays/Menu.tsx';

const isDangerous = (id: CommandId): boolean => id.endsWith('.delete');

const partsOf = ({ groups, also = [] }: ContextMenuSpec): readonly MenuPart[] => {
  const own = groups.flatMap(layOutGroup);
  const others = also.map((id): MenuPart => ({ kind: 'command', id }));
  const trash = own.findIndex((part) => part.kind === 'command' && isDangerous(part.id));
  // Commands that move to the trash come last, after the separator.
  const end = trash === -1 ? own.length : Math.max(trash - 1, 0);
  return others.length === 0 ? own : [...own.slice(0, end), { kind: 'line' }, ...others, ...own.slice(end)];
};

/** Every command in the menu, including its submenus. */
export const idsOf = (acts: ContextMenuSpec): readonly CommandId[] =>
  partsOf(acts).flatMap((part) => {
    if (part.kind === 'line') return [];
    return part.kind === 'command' ? [part.id] : part.ids;
  });

/** The entries of a context menu, with their keys, disabled if nothing answers them. */
export const useActEntries = (acts: ContextMenuSpec, run: (id: CommandId) => void): readonly MenuEntry[] => {
  const printed = usePrintedKeys();
  const enabled = useEnabledCommands();
  const labels = useLabels();
  const entryOf = (id: CommandId): readonly MenuEntry[] => {
    const command = commandIn(labels, id);
    if (command === null) return [];
    const name = command.shortName ?? command.name;
    const isDisabled = !enabled(id);
    return [{ id, name, keys: printed(id)[0], isDisabled, isDangerous: isDangerous(id), run: () => run(id) }];
  };
  return partsOf(acts).flatMap((part): readonly MenuEntry[] => {
    if (part.kind === 'line') return ['separator'];
    if (part.kind === 'command') return entryOf(part.id);
    return [{ id: part.name, name: part.name, entries: part.ids.flatMap(entryOf) }];
  });
};
