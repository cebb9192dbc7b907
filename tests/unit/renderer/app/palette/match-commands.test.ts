import { describe, expect, it } from 'vitest';
import { commandSynonyms } from '#domain/command/command-synonyms.ts';
import { type CommandId, commandIds, commandIn, commandOf } from '#domain/command/command-table.ts';
import { startingSet } from '#domain/passage/label.ts';
import { foldName } from '#domain/text/fold-text.ts';
import { matchCommands, matchSettings } from '#renderer/app/match-commands.ts';

const SHOWN = 6;

describe('the commands that words find', () => {
  it.each([
    ['paste', 'import.clipboard'],
    ['new article', 'import.clipboard'],
    ['upload', 'import.files'],
    ['pdf', 'memo.export'],
    ['save as', 'memo.export'],
    ['zoom in', 'zoom.in'],
    ['dark mode', 'theme.dark'],
    ['night', 'theme.dark'],
    ['dark theme', 'theme.dark'],
    ['memo new', 'memo.new'],
    ['to-do', 'task.new'],
    ['quotes', 'view.passages'],
    ['people', 'view.sources'],
    ['bin', 'view.trash'],
    ['password', 'archive.encrypt'],
    ['reject', 'remark.decline'],
    ['accept change', 'remark.take'],
    ['contradicts', 'passage.link'],
    ['kappa', 'tag.compare-coder'],
    ['tampered', 'memo.verify'],
    ['retract', 'memo.withdraw'],
    ['undelete', 'trash.restore'],
    ['metadata', 'article.details'],
    ['shortcuts', 'help.keys'],
    ['manual', 'help.guide'],
    ['tutorial', 'help.tour'],
    ['key judgment', 'format.judgement'],
    ['probability', 'format.likelihood'],
    ['photo', 'figure.insert'],
    ['hide sidebar', 'pane.sidebar'],
  ] as const)('%s: %s', (typed, id) => {
    expect(matchCommands(commandIds, typed).slice(0, SHOWN)).toContain(id);
  });

  it('are found by their own names, before others that the same words find', () => {
    const nameOf = (id: CommandId | undefined) =>
      (id === undefined ? null : commandIn(startingSet, id)?.name) ?? null;
    for (const id of commandIds) {
      const name = nameOf(id);
      if (name === null) continue;
      const [best] = matchCommands(commandIds, name);
      expect(foldName(nameOf(best) ?? '')).toBe(foldName(name));
    }
  });

  it('have no word twice, nor their own name as another word', () => {
    for (const [id, words] of Object.entries(commandSynonyms)) {
      const said = [commandOf(id as keyof typeof commandSynonyms).name, ...words].map(foldName);
      expect({ id, said: [...new Set(said)] }).toEqual({ id, said });
    }
  });
});

describe('what is typed for a page of the settings', () => {
  it.each([
    ['settings labels', ['labels']],
    ['retire', ['labels']],
    ['theme', ['general']],
    ['settings language', ['spelling', 'import']],
    ['qzx', []],
    ['th', []],
  ])('finds by name and by what it holds: %s', (typed, pages) => {
    expect(matchSettings(typed)).toEqual(pages);
  });
});
