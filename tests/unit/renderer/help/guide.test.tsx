// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Nodes } from 'mdast';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { helpPageOf } from '#renderer/bridge/error-words.ts';
import { guide } from '#renderer/help/guide/GuideText.tsx';
import { readGuideDocument } from '#renderer/help/guide/guide-page.ts';
import { findPages, GuideOver, HelpView, placeOf, placeOfLink, termsOf } from '#renderer/help/HelpView.tsx';
import { useBlockedKeys } from '#renderer/ui/use-blocked-keys.ts';
import {
  currentPlace,
  goTo,
  goToHelp,
  openGuide,
  pageOfView,
  useGuideOver,
  usePlace,
} from '#renderer/window/navigation.ts';
import { setViewState } from '#renderer/window/view-state.ts';
import { everyError } from '../../../support/every-error.ts';

const pages = guide.flatMap((document) => document.pages);

const linksIn = (node: Nodes): readonly string[] => [
  ...(node.type === 'link' ? [node.url] : []),
  ...('children' in node ? node.children.flatMap(linksIn) : []),
];

describe('a document of the guide', () => {
  const { title, pages: read } = readGuideDocument(
    'harbour',
    '# The harbour\n\nHow ships *come* in.\n\n## Pilots & tugs\n\n### At night\n\n- one\n- two\n\n## Empty\n',
  );

  it('is its beginning and a page for each section that says something', () => {
    expect(title).toBe('The harbour');
    expect(read).toMatchObject([
      { id: 'harbour', title: 'Overview', heading: 'The harbour', text: 'How ships come in.' },
      { id: 'harbour#pilots--tugs', title: 'Pilots & tugs', text: 'At night one two' },
    ]);
  });

  it('is gone to by page, by a heading in one, and nowhere else', () => {
    expect(placeOf(read, 'harbour#pilots--tugs')).toEqual({ page: read[1], heading: null });
    expect(placeOf(read, 'harbour#at-night')).toEqual({ page: read[1], heading: 'at-night' });
    expect(placeOf(read, 'harbour#by-day')).toBeNull();
    expect(placeOf(read, 'quay')).toBeNull();
  });

  it('names places by its links', () => {
    expect(placeOfLink('harbour', '#at-night')).toBe('harbour#at-night');
    expect(placeOfLink('harbour', 'teams.md#with-git')).toBe('teams#with-git');
    expect(placeOfLink('harbour', '../README.md')).toBeNull();
    expect(placeOfLink('harbour', 'https://example.org/teams.md')).toBeNull();
  });
});

describe('the guide that ships', () => {
  it('has documents, and pages that are not named alike', () => {
    expect(guide.map(({ pages: [first] }) => first?.id)).toContain('user-guide');
    expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
  });

  it('has the page of each view and of each error', () => {
    for (const place of Object.values(pageOfView)) expect(placeOf(pages, place), place).not.toBeNull();
    for (const error of everyError) expect(placeOf(pages, helpPageOf(error)), error.code).not.toBeNull();
  });

  it('leads to a heading that there is by each link within it', () => {
    const within = pages.flatMap((page) =>
      page.nodes.flatMap(linksIn).map((url) => placeOfLink(page.document, url)),
    );
    const wanted = within.filter(
      (place) => place !== null && guide.some((each) => place.startsWith(`${each.pages[0]?.id}#`)),
    );
    expect(wanted.length).toBeGreaterThan(2);
    for (const place of wanted) expect(placeOf(pages, place ?? ''), place ?? '').not.toBeNull();
  });
});

describe('a search in the guide', () => {
  it('finds pages by the beginnings of all words, wherever they stand', () => {
    const { pages: read } = readGuideDocument('a', '# A\n\nÉtat of the port\n\n## Ships\n\nports and tugs');
    const found = findPages(read, termsOf('etat por'));
    expect(found.map(({ page }) => page.id)).toEqual(['a']);
    expect(
      found[0]?.snippet?.marks.map(({ start, end }) => found[0]?.snippet?.text.slice(start, end)),
    ).toEqual(['État', 'port']);
    expect(findPages(read, termsOf('tugs')).map(({ page }) => page.id)).toEqual(['a#ships']);
    expect(findPages(read, termsOf('')).length).toBe(2);
    expect(findPages(read, termsOf('lighthouse'))).toEqual([]);
  });
});

const Shown = () => <HelpView place={usePlace().helpPlace} />;

describe('the view of the guide', () => {
  const user = userEvent.setup();
  beforeEach(() => {
    Element.prototype.scrollIntoView = () => undefined;
    setViewState('help.text', '');
    goTo({ view: 'help' });
    render(<Shown />);
  });
  afterEach(() => {
    cleanup();
  });

  it('begins at the beginning and opens the page that is selected', async () => {
    expect(screen.getByRole('heading', { level: 1, name: guide[0]?.title ?? '' })).toBeDefined();
    await user.click(screen.getByRole('option', { name: 'Read the charts' }));
    expect(screen.getByRole('heading', { level: 1, name: 'Read the charts' })).toBeDefined();
    expect(currentPlace().helpPlace).toBe('user-guide#read-the-charts');
  });

  it('narrows the list to what is sought and opens the first by Enter', async () => {
    const field = screen.getByRole('searchbox', { name: 'Search the user guide' });
    await user.type(field, 'syncthing');
    const options = within(screen.getByRole('listbox', { name: 'Pages' })).getAllByRole('option');
    expect(options.length).toBeLessThan(pages.length);
    await user.type(field, '{Enter}');
    expect(screen.getByRole('article').querySelector('mark')?.textContent?.toLowerCase()).toBe('syncthing');
    await user.clear(field);
    await user.type(field, 'zeppelin');
    expect(screen.getByText('No page has these words')).toBeDefined();
  });

  it('goes to the heading that a link names', async () => {
    await user.click(screen.getByRole('option', { name: 'Work from Today' }));
    await user.click(screen.getByRole('link', { name: 'Backup' }));
    expect(currentPlace().helpPlace).toBe('administration#backup');
  });

  it('opens at the page that fits the view, and at the check of an import', () => {
    goTo({ view: 'insights' });
    openGuide();
    expect(currentPlace()).toMatchObject({ view: 'help', helpPlace: 'user-guide#read-the-charts' });
    openGuide();
    expect(currentPlace().helpPlace).toBe('user-guide#read-the-charts');
  });
});

const OpenDialog = () => {
  useBlockedKeys();
  return null;
};

const OverDialog = () => {
  const place = useGuideOver((state) => state.place);
  return place !== null && <GuideOver place={place} />;
};

describe('help on an error', () => {
  it('stands over the dialog that is open, and in the view of the guide where none is', async () => {
    goTo({ view: 'today' });
    render(<OverDialog />);
    const { unmount } = render(<OpenDialog />);
    goToHelp('administration#encryption');
    const dialog = await screen.findByRole('dialog', { name: 'Encryption' });
    expect(currentPlace().view).toBe('today');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    unmount();
    goToHelp('administration#encryption');
    expect(currentPlace()).toMatchObject({ view: 'help', helpPlace: 'administration#encryption' });
  });
});
