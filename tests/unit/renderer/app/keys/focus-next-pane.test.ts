// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { focusNextPane } from '#renderer/app/use-app-commands.tsx';

beforeEach(() => {
  // jsdom lays nothing out: what is not hidden counts as shown.
  Element.prototype.getClientRects = function (this: Element) {
    return (this.closest('[hidden]') === null ? [{}] : []) as unknown as DOMRectList;
  };
  document.body.innerHTML = `
    <nav data-pane><button id="rail">Today</button></nav>
    <section data-pane hidden><button>hidden list</button></section>
    <section data-pane tabindex="-1">
      <button id="find">find</button>
      <div id="text" data-pane-focus tabindex="0"></div>
      <aside data-pane><button id="card">card</button></aside>
    </section>`;
});

const next = () => {
  focusNextPane(document);
  return document.activeElement?.id;
};

describe('F6', () => {
  it('goes through the panes in order and round, past those that are hidden', () => {
    expect([next(), next(), next(), next()]).toEqual(['rail', 'text', 'card', 'rail']);
  });
  it('passes over a pane in which nothing takes the focus', () => {
    document.getElementById('card')?.remove();
    document.getElementById('text')?.focus();
    expect(next()).toBe('rail');
  });
  it('leads from the first steps to the text that they speak of', () => {
    document.querySelector('section[tabindex]')?.setAttribute('data-pane', 'reader');
    document.body.insertAdjacentHTML(
      'beforeend',
      '<section data-pane data-leads-to="reader"><button id="skip">Skip</button></section>',
    );
    document.getElementById('skip')?.focus();
    expect(next()).toBe('text');
  });
  it('goes on from wherever in a pane the focus is', () => {
    document.getElementById('find')?.focus();
    expect(next()).toBe('card');
  });
});
