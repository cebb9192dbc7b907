// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import { sayRemark } from '#domain/article/draft/import-remarks.ts';
import { parseHtmlPage } from '#renderer/importer/html/parse-html-page.ts';

const subjects = [
  'gate',
  'pump',
  'weir',
  'bridge',
  'canal',
  'dredger',
  'pilot',
  'barge',
  'tariff',
  'harbour',
];

/** A paragraph of the article: what is said of the subject is said nowhere else. */
const sentence = (at: number): string => {
  const subject = `${subjects[at % subjects.length]} ${at + 1}`;
  return `The ${subject} was inspected on Monday by engineers, who found that its bearings had worn by ${at + 3} millimetres since spring. They told the council that the ${subject} would hold until autumn, though not through another flood.`;
};
const paragraphs = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => `<p>${sentence(from + at)}</p>`).join('\n');

const title = 'Engineers inspect the old lock';
const teasers = Array.from(
  { length: 6 },
  (_, at) =>
    `<div class="tile"><a href="/t${at}"><h3>Town ${at} opens a market hall this week</h3></a></div>`,
).join('');

const read = (body: string, head = '') => {
  const parsed = parseHtmlPage(
    `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body>${body}</body></html>`,
  );
  if (parsed === null) throw new Error('the page holds text');
  const text = canonicalText(withoutLeftOut(parsed.body, parsed.leftOut));
  const kept = subjects.filter((_, at) => text.includes(sentence(at))).length;
  return { text, kept, remarks: parsed.remarks ?? [] };
};

const json = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');
const described = (node: object): string =>
  `<script type="application/ld+json">${json({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: title, ...node })}</script>`;

describe('an article that a page has split, hidden or only in its data', () => {
  it('is whole where its text stands in several containers with advertisements between', () => {
    const chunk = (from: number, to: number): string =>
      `<div class="grid"><div class="body-container">${paragraphs(from, to)}</div></div><div class="slot"><a href="/ad">Buy a boat</a></div>`;
    const { kept, text } = read(
      `<div class="chunks"><h1>${title}</h1>${chunk(0, 4)}${chunk(4, 7)}${chunk(7, 10)}</div>${teasers}`,
    );
    expect(kept).toBe(10);
    expect(text).not.toContain('market hall');
  });

  it('is whole where a class hides it until a script has run', () => {
    const { kept } = read(
      `<article><h1>${title}</h1><p>${sentence(0)}</p><div style="display: none">${paragraphs(1, 10)}</div></article>${teasers}`,
    );
    expect(kept).toBe(10);
  });

  it('is whole where each of its paragraphs is hidden by itself', () => {
    const hidden = paragraphs(1, 10).replaceAll('<p>', '<p style="display:none">');
    expect(read(`<article><h1>${title}</h1><p>${sentence(0)}</p>${hidden}</article>`).kept).toBe(10);
  });

  it('is whole where it waits in a template', () => {
    expect(
      read(
        `<article><h1>${title}</h1><p>${sentence(0)}</p><template>${paragraphs(1, 10)}</template></article>`,
      ).kept,
    ).toBe(10);
  });

  it('is taken from what the page says of itself where the page shows less', () => {
    const articleBody = subjects.map((_, at) => sentence(at)).join('\n\n');
    expect(
      read(
        `<article><h1>${title}</h1><p>${sentence(0)}</p><p>${sentence(1)}</p></article>`,
        described({ articleBody }),
      ).kept,
    ).toBe(10);
  });

  it('is taken from the state that its scripts start from where the page shows nothing', () => {
    const state = { article: { title, contentHtml: paragraphs(0, 10) }, menu: ['News', 'Sport'] };
    const { kept } = read(
      `<div id="root">Loading</div><script>window["__S"] = window["__S"] || [];window["__S"].push(${json(state)});</script>`,
    );
    expect(kept).toBe(10);
  });

  it('is whole where its lines are parted by breaks alone', () => {
    const lines = subjects.map((_, at) => sentence(at)).join('<br><br>');
    const { kept, text } = read(
      `<div class="top"><h1>${title}</h1></div><div class="text">${lines}</div><div class="more">${teasers}</div>`,
    );
    expect(kept).toBe(10);
    expect(text).not.toContain('market hall');
  });

  it('is not the form of an account, nor raw template text', () => {
    const form = `<section class="account"><p>{* mergeAccounts {"custom": true} *}</p><p>{| current_emailAddress |} is not yet confirmed, so please look into your mail box and press the link there.</p><p>{{ user.name }} has signed in with another account, and should sign out of that account first of all.</p></section>`;
    const { kept, text } = read(
      `<article><h1>${title}</h1><section style="visibility: hidden">${paragraphs(0, 10)}</section></article>${form.repeat(3)}`,
    );
    expect(kept).toBe(10);
    expect(text).not.toContain('{');
  });

  it('does not take hidden words about something else for its text', () => {
    const consent = Array.from(
      { length: 12 },
      (_, at) =>
        `<p>Partner ${at} may store your choices on this device for a year, and reads them on each of your visits.</p>`,
    ).join('');
    const { text, kept } = read(
      `<article><h1>${title}</h1><p>${sentence(0)}</p><p>${sentence(1)}</p></article><div style="display: none">${consent}</div>`,
    );
    expect(kept).toBe(2);
    expect(text).not.toContain('Partner');
  });

  it('is left as it is where the page describes another article', () => {
    const articleBody = Array.from(
      { length: 12 },
      (_, at) =>
        `Growers in valley ${at} lost their cherries to late frost, and asked for help from a fund of the region.`,
    ).join('\n');
    const { text } = read(
      `<article><h1>${title}</h1>${paragraphs(0, 4)}</article>`,
      described({ articleBody }),
    );
    expect(text).not.toContain('cherries');
  });
});

it('tells in about how many words a text has of how many', () => {
  expect(sayRemark({ kind: 'part-of-article', read: 483, of: 3012 })).toContain(
    'about 480 of about 3,000 words',
  );
});
