/** The commands that bring in what another tool has exported: one for each entry of the table of tools. */
import { type Tool, toolIds, tools } from '../exchange/tools.ts';

export type ToolCommandId = `import.from-${Tool}`;

export const toolCommandId = (tool: Tool): ToolCommandId => `import.from-${tool}`;

type Named = { readonly tool: Tool; readonly name: string };

/** What `make` makes of each tool, under the id of its command. */
export const forToolCommands = <T>(make: (named: Named) => T): Readonly<Record<ToolCommandId, T>> =>
  // One entry for each tool, which is one for each id.
  Object.fromEntries(
    toolIds.map((tool) => [toolCommandId(tool), make({ tool, name: tools[tool].name })]),
  ) as Record<ToolCommandId, T>;
