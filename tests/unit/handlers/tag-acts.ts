import { newPassageId, newTagId } from '../../support/archive/sample-ids.ts';
import { actedText } from '../../support/archives/acted-archive.ts';
import { rangeOf } from '../../support/texts/range-of.ts';
import { pick, step } from './undoable-act.ts';

/** The requests on tags, with what each is to undo. */
export const tagActsAndUndo = {
  'tag:ensure': [
    step('add-tag', ({ handlers }, round) =>
      handlers['tag:ensure']({ tagId: newTagId(), path: ['New', `Tag ${round}`] }),
    ),
  ],
  'tag:change': [
    step('rename-tag', ({ handlers, tags }, round) =>
      handlers['tag:change']({ tagId: tags.insurance, name: `Cover ${round}` }),
    ),
    step('move-tag', ({ handlers, tags }, round) =>
      handlers['tag:change']({ tagId: tags.insurance, parentId: pick([tags.ships, null], round) }),
    ),
    step('define-tag', ({ handlers, tags }, round) =>
      handlers['tag:change']({
        tagId: tags.insurance,
        definition: { useWhen: `Case ${round}`, notWhen: '', example: '' },
        aliases: ['Premiums'],
      }),
    ),
    step('group-tag', ({ handlers, tags }, round) =>
      handlers['tag:change']({ tagId: tags.insurance, group: pick(['topic', null], round) }),
    ),
  ],
  'tag:merge': [
    step('merge-tags', ({ handlers, tags }) =>
      handlers['tag:merge']({ tagId: tags.insurance, intoId: tags.ships }),
    ),
  ],
  'tag:delete': [
    step('delete-tag', ({ handlers, tags }, round) =>
      handlers['tag:delete']({
        tagId: tags.ships,
        ...pick([{}, { giveToId: tags.insurance }] as const, round),
      }),
    ),
  ],
  'bulk:highlight': [
    step('highlight-places', ({ handlers, articleId, tags }, round) => {
      const quotes = pick([['forty ships'], ['ships were turned back before dawn']], round);
      const places = quotes.map((quote) => ({
        articleId,
        passageId: newPassageId(),
        range: rangeOf(actedText, quote),
      }));
      return handlers['bulk:highlight']({ places, label: 'data', tagIds: [tags.ships] });
    }),
  ],
  'bulk:split-tag': [
    step('split-tag', ({ handlers, tags, passages }, round) => {
      // Each tag carries its own passage: split in turn, each time to a new tag, they can be split twice.
      const [tagId, passage] = pick(
        [[tags.ships, passages.ships] as const, [tags.insurance, passages.precaution] as const],
        round,
      );
      const part = { tagId: newTagId(), name: `Part ${round}`, passageIds: [passage.id] };
      return handlers['bulk:split-tag']({ tagId, place: 'below', parts: [part] });
    }),
  ],
} as const;
