import { commandSynonyms } from '#domain/command/command-synonyms.ts';
import { type CommandId, commandIn, commandOf } from '#domain/command/command-table.ts';
import { foldName } from '#domain/text/fold-text.ts';
import { fitOf } from '#renderer/parts/field/match-names.ts';
import { labelsNow } from '#renderer/parts/passage/labels.ts';
import { type SettingsPageId, settingsPages } from '#renderer/parts/show-settings.ts';

const wordsOf = (text: string): readonly string[] =>
  text.split(/[^\p{L}\p{N}’'-]+/u).filter((word) => word !== '');

/** Whether each typed word begins a word of the command's names: "dark theme", "memo new". */
const holdsWords = (names: readonly string[], sought: string): boolean => {
  const words = wordsOf(foldName(names.join(' ')));
  const typed = wordsOf(sought);
  return typed.length > 0 && typed.every((each) => words.some((word) => word.startsWith(each)));
};

const bestFit = (names: readonly string[], typed: string, sought: string): number =>
  Math.max(0, ...names.map((name) => fitOf(name, typed, sought)));

/** How well a command matches: its own name ranks above an equally good synonym, single words in any order last. */
const answerOf = (id: CommandId, typed: string, sought: string): number => {
  const { name, group } = commandIn(labelsNow(), id) ?? commandOf(id);
  const others = commandSynonyms[id] ?? [];
  const own = bestFit([name], typed, sought);
  const best = Math.max(own === 0 ? 0 : 2 * own + 1, 2 * bestFit(others, typed, sought));
  return best === 0 && holdsWords([name, group, ...others], sought) ? 1 : best;
};

/** The commands that match the typed text, the best first; all if it is empty. */
export const matchCommands = (ids: readonly CommandId[], typed: string): readonly CommandId[] => {
  const sought = foldName(typed);
  if (sought === '') return ids;
  return ids
    .map((id) => ({ id, answer: answerOf(id, typed, sought) }))
    .filter(({ answer }) => answer > 0)
    .sort((a, b) => b.answer - a.answer)
    .map(({ id }) => id);
};

const MAX_PAGES = 6;
/** With fewer letters nearly every page would match. */
const FEWEST_LETTERS = 3;
const settingsIds = Object.keys(settingsPages) as readonly SettingsPageId[];

/** The settings pages whose name, or a setting on them, matches: "settings labels", "theme". */
export const matchSettings = (typed: string): readonly SettingsPageId[] => {
  const sought = foldName(typed);
  if (sought.length < FEWEST_LETTERS) return [];
  return settingsIds
    .filter((id) => {
      const { name, settings } = settingsPages[id];
      return holdsWords(['Settings', name, ...settings], sought);
    })
    .slice(0, MAX_PAGES);
};
