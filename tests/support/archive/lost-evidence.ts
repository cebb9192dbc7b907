/** Evidence that is no longer supported, for the table of rules. */
import { calendarDateSchema, toTimestamp } from '#domain/time.ts';
import { writeArticle } from '../memo/written-article.ts';
import { cite, paragraph } from '../memo/written-memo.ts';

export const inTrash = writeArticle(
  ['It is gone.'],
  [{ quote: 'It is gone', passage: { deletedAt: toTimestamp(Date.parse('2024-04-24T08:00:00.000Z')) } }],
);

const yards = (withdrawn: { at: string; note: string } | null) =>
  writeArticle(['The yards were rebuilt.'], ['The yards were rebuilt'], {
    bibliography: { title: 'Yards' },
    about: {
      withdrawn: withdrawn && { at: calendarDateSchema.parse(withdrawn.at), note: withdrawn.note },
    },
  });
const [withdrawn, standing] = [yards({ at: '2024-05-03', note: 'They stand.' }), yards(null)];

/** The two examples of the rule: a withdrawn article is reported once, however often it is cited. */
export const onWithdrawnArticle = {
  level: 'warning',
  violating: {
    blocks: [paragraph('So.', cite(withdrawn, 0), cite(withdrawn, 0))],
    articles: [withdrawn],
  },
  says: '“Yards” was withdrawn by its publisher on 3 May 2024 (“They stand.”). Cite other evidence, or write in the memo that it was withdrawn.',
  clean: { blocks: [paragraph('So.', cite(standing, 0))], articles: [standing] },
} as const;
