// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { focusViewSoon } from '#renderer/app/focus-view.ts';
import { eventually } from '../../../../support/unit/eventually.ts';

let view: HTMLElement;
beforeEach(() => {
  // jsdom lays nothing out: what is not hidden counts as shown.
  Element.prototype.getClientRects = function (this: Element) {
    return (this.closest('[hidden]') === null ? [{}] : []) as unknown as DOMRectList;
  };
  document.body.innerHTML = '<button id="rail">Passages</button><main></main>';
  const [main] = document.getElementsByTagName('main');
  if (main === undefined) throw new Error('there is no view');
  view = main;
});

const go = (hasText = false) => focusViewSoon({ view, hasText, isWanted: () => true });
const focused = () => document.activeElement?.id;
const frames = async (count: number): Promise<void> => {
  for (let frame = 0; frame < count; frame += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
};

describe('the focus in a view that was gone to', () => {
  it('is in the list, however late it is drawn, and not in the field above it', async () => {
    view.innerHTML = '<section data-pane><input id="filter"></section>';
    go();
    await frames(6);
    expect(focused()).toBe('');
    view.innerHTML += '<section data-pane><ul id="list" data-pane-focus tabindex="0"></ul></section>';
    await eventually(() => expect(focused()).toBe('list'));
  });
  it('is in the text that is read or written, where one is open beside the list', async () => {
    view.innerHTML = '<ul id="list" data-pane-focus tabindex="0"></ul>';
    go(true);
    await frames(6);
    expect(focused()).toBe('');
    view.innerHTML += '<div id="text" data-pane-focus contenteditable="true" tabindex="0"></div>';
    await eventually(() => expect(focused()).toBe('text'));
  });
  it('is on the row that is selected, else on the first, and not on the list, which would open it', async () => {
    const row = (id: string, isSelected: boolean) =>
      `<div role="row" id="${id}" aria-selected="${isSelected}" tabindex="-1"></div>`;
    view.innerHTML = `<div id="list" data-pane-focus tabindex="0">${row('one', false)}${row('two', true)}</div>`;
    go();
    await eventually(() => expect(focused()).toBe('two'));
    document.getElementById('rail')?.focus();
    view.innerHTML = `<div id="list" data-pane-focus tabindex="0">${row('one', false)}${row('two', false)}</div>`;
    go();
    await eventually(() => expect(focused()).toBe('one'));
  });
  it('is on the first row of a page of rows', async () => {
    view.innerHTML =
      '<section data-pane><button id="add"></button><li id="row" data-row-id="1" tabindex="0"></li></section>';
    go();
    await eventually(() => expect(focused()).toBe('row'));
  });
  it('is on the pane of a view without any of these, and not on a control that Space would press', async () => {
    view.innerHTML = '<section id="pane" data-pane tabindex="-1"><button id="first"></button></section>';
    go();
    await eventually(() => expect(focused()).toBe('pane'));
    // The list may come after all, and the pane has the focus in its place until then.
    document
      .getElementById('pane')
      ?.insertAdjacentHTML('beforeend', '<i id="row" data-row-id="1" tabindex="0"></i>');
    await eventually(() => expect(focused()).toBe('row'));
  });
  it('is not taken from hands that went on', async () => {
    document.getElementById('rail')?.focus();
    go();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));
    view.innerHTML = '<ul id="list" data-pane-focus tabindex="0"></ul>';
    await frames(6);
    expect(focused()).toBe('rail');
  });
});
