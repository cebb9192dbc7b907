// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { passageIdSchema } from '#domain/ids.ts';
import { assignLanes, type HighlightRange } from '#renderer/reader/drawing/lay-highlights.ts';
import { numberLayer } from '#renderer/reader/drawing/paper-layers.ts';
import { passageLayer } from '#renderer/reader/drawing/passage-layer.ts';
import type { ArticleView } from '#renderer/reader/state/reader-context.ts';
import { openArticleView } from '#renderer/reader/text/article-view.ts';
import { paragraphs } from '../../../../support/texts/paragraphs.ts';
import { eventually } from '../../../../support/unit/eventually.ts';
import { preparedArticleOf } from '../article-fixture.ts';

const article = preparedArticleOf(
  paragraphs('We see China sharing machine tools.', 'Russia’s “primary contributor” it is.'),
);
const wholeText = { start: 0, end: article.index.text.length };
const drawnWith = (...ranges: readonly HighlightRange[]) => ({
  window: wholeText,
  layers: [
    numberLayer(article),
    passageLayer(article, assignLanes(ranges))({ selectedId: null, hotId: null }),
  ],
});
const outerId = passageIdSchema.parse('0198a000-0000-7000-8000-000000000001');
const innerId = passageIdSchema.parse('0198a000-0000-7000-8000-000000000002');

const events = {
  selectionChanged: vi.fn(),
  clicked: vi.fn(),
  selectedBeside: () => [],
  linkOpened: vi.fn(),
  regionPressed: () => undefined,
  passageHovered: vi.fn(),
  pictureOpened: vi.fn(),
  loadPicture: async () => null,
  keyPressed: vi.fn(() => false),
};

let view: ArticleView;
const shownText = () => view.dom.textContent;

beforeEach(() => {
  const place = document.body.appendChild(document.createElement('div'));
  view = openArticleView(place, article, events);
});
afterEach(() => {
  view.destroy();
  document.body.replaceChildren();
});

const send = (event: Event): Event => {
  view.dom.dispatchEvent(event);
  return event;
};

describe('the text of an article', () => {
  it('leaves no words drawn as selected when the selection is let go while the focus is elsewhere', () => {
    const words = view.dom.querySelector('p')?.firstChild;
    const button = document.body.appendChild(document.createElement('button'));
    button.focus();
    document.getSelection()?.setBaseAndExtent(words ?? view.dom, 0, words ?? view.dom, 6);
    view.select({ start: 0, end: 0 });
    expect(document.getSelection()?.toString()).toBe('');
  });

  it('is a text box that says it can only be read', () => {
    expect(view.dom.getAttribute('role')).toBe('textbox');
    expect(view.dom.getAttribute('aria-readonly')).toBe('true');
    expect(view.dom.getAttribute('contenteditable')).toBe('plaintext-only');
    expect(view.dom.getAttribute('lang')).toBe('en');
  });

  it.each(['insertText', 'insertParagraph', 'deleteContentBackward', 'deleteContentForward', 'formatBold'])(
    'cancels the input %s',
    (inputType) => {
      const event = send(
        new InputEvent('beforeinput', { inputType, data: 'x', bubbles: true, cancelable: true }),
      );
      expect(event.defaultPrevented).toBe(true);
      expect(shownText()).toBe(article.index.text.replaceAll('\n', ''));
    },
  );

  it.each(['paste', 'cut', 'drop'])('cancels %s', (type) => {
    view.select({ start: 0, end: 6 });
    const event = send(new Event(type, { bubbles: true, cancelable: true }));
    expect(event.defaultPrevented).toBe(true);
    expect(shownText()).toContain('We see China');
  });

  it.each(['Backspace', 'Delete', 'Enter', 'x'])(
    'stays as it is when %s is pressed over a selection',
    (key) => {
      view.select({ start: 0, end: 6 });
      send(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      send(new KeyboardEvent('keypress', { key, bubbles: true, cancelable: true }));
      expect(shownText()).toContain('We see China');
    },
  );

  it('puts back what an input method wrote into the page', async () => {
    const textNode = view.dom.querySelector('p')?.firstChild as Text;
    textNode.insertData(3, '漢字');
    expect(shownText()).toContain('漢字');
    await eventually(() => expect(shownText()).not.toContain('漢字'));
    expect(shownText()).toContain('We see China');
  });

  it('draws one passage inside another, each with its own line', () => {
    view.draw(
      drawnWith(
        { passageId: outerId, label: 'claim', start: 0, end: 34, length: 34 },
        { passageId: innerId, label: 'data', start: 21, end: 34, length: 13 },
      ),
    );
    const inner = view.dom.querySelector(`[data-passage="${innerId}"]`);
    expect(inner?.textContent).toBe('machine tools');
    expect(inner?.getAttribute('data-label')).toBe('data');
    expect(inner?.parentElement?.getAttribute('data-passage')).toBe(outerId);
    expect(inner?.getAttribute('data-lane')).not.toBe(inner?.parentElement?.getAttribute('data-lane'));
    expect(shownText()).toBe(article.index.text.replaceAll('\n', ''));
  });

  it('draws a passage over the end of a paragraph', () => {
    view.draw(drawnWith({ passageId: outerId, label: 'view', start: 21, end: 45, length: 24 }));
    const marks = [...view.dom.querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(marks).toEqual(['machine tools.', 'Russia’s ']);
  });

  it('draws nothing outside the window', () => {
    view.draw({
      ...drawnWith({ passageId: outerId, label: 'view', start: 0, end: 6, length: 6 }),
      window: { start: 36, end: 60 },
    });
    expect(view.dom.querySelectorAll('mark')).toHaveLength(0);
    expect([...view.dom.querySelectorAll('p')].map((p) => p.getAttribute('data-number'))).toEqual([
      null,
      '2',
    ]);
  });

  it('numbers its paragraphs without a character of text', () => {
    view.draw(drawnWith());
    expect([...view.dom.querySelectorAll('[data-number]')].map((p) => p.getAttribute('data-number'))).toEqual(
      ['1', '2'],
    );
    expect(shownText()).toBe(article.index.text.replaceAll('\n', ''));
  });

  it('speaks of selections in offsets of the canonical text', () => {
    view.select({ start: 21, end: 44 });
    expect(view.selected().range).toEqual({ start: 21, end: 44 });
    expect(events.selectionChanged).not.toHaveBeenCalled();
  });

  it('selects all of the text, and leaves it by an arrow at its start or its end', () => {
    const press = (key: string, ctrlKey = false) =>
      send(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }));
    const { length } = article.index.text;
    press('a', true);
    expect(view.selected().range).toEqual({ start: 0, end: length });
    press('ArrowRight');
    expect(view.selected()).toEqual({ caret: length, range: null });
    press('a', true);
    press('ArrowLeft');
    expect(view.selected()).toEqual({ caret: 0, range: null });
  });

  it.each(['b', 'i', 'z', 'y'])('leaves Ctrl+%s to the window', (key) => {
    const event = send(new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true }));
    expect(event.defaultPrevented).toBe(false);
  });

  it('names the passage under the pointer, the innermost first', () => {
    view.draw(
      drawnWith(
        { passageId: outerId, label: 'claim', start: 0, end: 34, length: 34 },
        { passageId: innerId, label: 'data', start: 21, end: 34, length: 13 },
      ),
    );
    view.dom
      .querySelector(`[data-passage="${innerId}"]`)
      ?.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    expect(events.passageHovered).toHaveBeenLastCalledWith(innerId);
  });

  it('leaves the pointer alone beneath which the text moves', () => {
    const move = (type: string, clientX: number, clientY: number) =>
      send(new MouseEvent(type, { clientX, clientY, bubbles: true }));
    events.passageHovered.mockClear();
    move('mouseover', 10, 10);
    move('mousemove', 12, 10);
    move('mouseover', 12, 10);
    expect(events.passageHovered).toHaveBeenCalledTimes(1);
    move('mouseover', 13, 10);
    expect(events.passageHovered).toHaveBeenCalledTimes(2);
  });
});

describe('an article in another script', () => {
  it.each([
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['fa-IR', 'rtl'],
    ['ur', 'rtl'],
    ['de-AT', 'ltr'],
    ['no language at all', 'ltr'],
  ])('in %s runs %s', (language, direction) => {
    const other = openArticleView(
      document.createElement('div'),
      preparedArticleOf(paragraphs('text'), language),
      events,
    );
    expect(other.dom.getAttribute('dir')).toBe(direction);
    other.destroy();
  });

  it('runs as its first letter does where its language is not known', () => {
    const other = openArticleView(
      document.createElement('div'),
      preparedArticleOf(paragraphs('2024: المضيق مغلق'), null),
      events,
    );
    expect(other.dom.getAttribute('dir')).toBe('rtl');
    expect(other.dom.hasAttribute('lang')).toBe(false);
    other.destroy();
  });
});

describe('a link in an article', () => {
  it('has no address that a browser could follow, and asks when it is clicked', () => {
    const linked = openArticleView(
      document.body.appendChild(document.createElement('div')),
      preparedArticleOf({
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              {
                type: 'text',
                text: 'the statement',
                marks: [{ type: 'link', attrs: { href: 'https://state.example/a' } }],
              },
            ],
          },
        ],
      }),
      events,
    );
    const link = linked.dom.querySelector('[data-address]');
    expect(linked.dom.querySelectorAll('a, [href]')).toHaveLength(0);
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    link?.dispatchEvent(click);
    expect(events.linkOpened).toHaveBeenCalledWith('https://state.example/a');
    expect(click.defaultPrevented).toBe(true);
    linked.destroy();
  });
});
