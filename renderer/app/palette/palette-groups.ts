import { commandSynonyms } from '#domain/command/command-synonyms.ts';
import { type CommandId, commandIds, commandOf } from '#domain/command/command-table.ts';
import type { Found } from '#domain/contract/search.ts';
import { matchNames } from '#renderer/parts/field/match-names.ts';

/** Some lines of the palette below one heading. */
export type PaletteGroup = {
  readonly name: string;
  readonly commands: readonly CommandId[];
  readonly found: readonly Found[];
};

const MAX_COMMANDS = 5;

/** What the palette itself answers to needs no line in it. */
const ofPalette: ReadonlySet<CommandId> = new Set(['palette.open', 'search.archive']);

const namesOf = (id: CommandId): readonly string[] => [commandOf(id).name, ...(commandSynonyms[id] ?? [])];

const offeredCommands = (text: string, isEnabled: (id: CommandId) => boolean): readonly CommandId[] => {
  const enabled = commandIds.filter((id) => isEnabled(id) && !ofPalette.has(id));
  const matching = matchNames(enabled, text, namesOf);
  return text === '' ? matching : matching.slice(0, MAX_COMMANDS);
};

const kinds = [
  ['article', 'Articles'],
  ['memo', 'Memos'],
  ['pad', 'Scratch pad'],
  ['passage', 'Passages'],
  ['tag', 'Tags'],
  ['source', 'Sources'],
] as const satisfies readonly (readonly [Found['kind'], string])[];

/**
 * What the palette shows for `text`: acts and everything found, each kind below its heading; what was open last and
 * all acts where nothing is typed.
 */
export const paletteGroups = (
  text: string,
  found: readonly Found[],
  isEnabled: (id: CommandId) => boolean,
): readonly PaletteGroup[] => {
  const commands: PaletteGroup = { name: 'Commands', commands: offeredCommands(text, isEnabled), found: [] };
  const groups =
    text === ''
      ? [{ name: 'Recent', commands: [], found }, commands]
      : [
          commands,
          ...kinds.map(([kind, name]) => ({
            name,
            commands: [],
            found: found.filter((each) => each.kind === kind),
          })),
        ];
  return groups.filter((group) => group.commands.length + group.found.length > 0);
};
