/**
 * The commands that bring in what another tool has exported, and those that write the archive for one: one for each
 * entry of their tables.
 */

import { type Out, outIds, outs } from '../exchange/outs.ts';
import { type Tool, toolIds, tools } from '../exchange/tools.ts';
import { capital } from '../text/capital.ts';

/** A command with another tool: "Import from Zotero…", in its submenu "Zotero…". */
export const ofTool = <G extends string>(does: string, name: string, group: G, submenu: string) => ({
  name: `${does} ${name}…`,
  group,
  submenu,
  shortName: `${capital(name)}…`,
});

export type ToolCommandId = `import.from-${Tool}`;

export const toolCommandId = (tool: Tool): ToolCommandId => `import.from-${tool}`;

type Named = { readonly tool: Tool; readonly name: string };

/** What `make` makes of each tool, under the id of its command. */
export const forToolCommands = <T>(make: (named: Named) => T): Readonly<Record<ToolCommandId, T>> =>
  // One entry for each tool, which is one for each id.
  Object.fromEntries(
    toolIds.map((tool) => [toolCommandId(tool), make({ tool, name: tools[tool].name })]),
  ) as Record<ToolCommandId, T>;

type OutCommandId = `export.to-${Out}`;

type NamedOut = { readonly out: Out; readonly name: string };

/** What `make` makes of each way of writing the archive, under the id of its command. */
export const forOutCommands = <T>(make: (named: NamedOut) => T): Readonly<Record<OutCommandId, T>> =>
  // One entry for each, which is one for each id.
  Object.fromEntries(
    outIds.map((out) => [`export.to-${out}`, make({ out, name: outs[out].name })]),
  ) as Record<OutCommandId, T>;
