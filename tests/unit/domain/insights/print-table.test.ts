import { describe, expect, it } from 'vitest';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { insightLine } from '#domain/insights/insight-table.ts';
import { printInsightTable, printLinks } from '#domain/insights/print-table.ts';
import { startingSet } from '#domain/passage/label.ts';

const about = { title: 'Gaps by tag', search: '=HYPERLINK("x")', day: '2026-11-21' };

describe('a chart as a table in a file', () => {
  it('holds every number, what stands in no row, and of what it is', () => {
    const text = printInsightTable(
      {
        rowName: 'Tag',
        columnName: 'Follow-up',
        rows: [insightLine({ id: 'a', name: 'Ports, transit', detail: 'A', count: 5 })],
        columns: [
          insightLine({ id: 'x', name: 'With', count: 2 }),
          insightLine({ id: 'y', name: 'Without', count: 4 }),
        ],
        cells: [[2, 3]],
        clauses: [],
        count: 6,
        leftOut: [{ says: 'without a tag', count: 1, clauses: null }],
      },
      about,
    );
    expect(text.split('\r\n')).toEqual([
      'chart,Gaps by tag',
      'search,"\'=HYPERLINK(""x"")"',
      'as of,2026-11-21',
      '',
      'Tag,detail,With,Without,all',
      '"Ports, transit",A,2,3,5',
      'not in the rows: without a tag,,,,1',
      '"all, each once",,2,4,6',
      '',
    ]);
  });

  it('holds a line for each relation', () => {
    const passage = (id: string) => ({
      id: id as PassageId,
      articleId: 'article' as ArticleId,
      label: 'claim' as const,
      grade: { reliability: 'B' as const, credibility: null },
      quote: `words of ${id}`,
      speaker: null,
      publication: 'Gazette',
      paragraph: 2,
    });
    const link = {
      from: 'a' as PassageId,
      to: 'b' as PassageId,
      type: 'contradicts' as const,
      citedIn: ['PM-1', 'PM-2'],
    };
    const graph = { passages: [passage('a'), passage('b')], links: [link], count: 1, shownCount: 1 };
    expect(printLinks(graph, about, startingSet).split('\r\n').at(-2)).toBe(
      'a,Claim,B–,,Gazette,words of a,contradicts,b,Claim,B–,,Gazette,words of b,PM-1; PM-2',
    );
  });
});
