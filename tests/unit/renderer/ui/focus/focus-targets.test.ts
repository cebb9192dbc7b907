// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { createFocusTargets } from '#renderer/ui/focus/focus-targets.ts';

let targets: ReturnType<typeof createFocusTargets<'card' | 'text'>>;

const draw = (key: 'card' | 'text', html: string): (() => void) => {
  const place = document.createElement('div');
  place.innerHTML = html;
  document.body.append(place);
  const release = targets.register(key)(place);
  return () => {
    place.remove();
    if (typeof release === 'function') release();
  };
};
/** What comes after what is drawn. */
const settle = () => Promise.resolve();
const focusedId = () => document.activeElement?.id;

beforeEach(() => {
  document.body.innerHTML = '<button id="elsewhere">elsewhere</button>';
  document.getElementById('elsewhere')?.focus();
  targets = createFocusTargets();
});

describe('a place that is there', () => {
  it('gives the focus to its first control that takes it', () => {
    draw(
      'card',
      '<input type="hidden"><button disabled>no</button><b tabindex="-1">no</b><button id="first">yes</button>',
    );
    targets.focus('card');
    expect(focusedId()).toBe('first');
  });
  it('takes the focus itself where it can', () => {
    const place = document.createElement('div');
    place.tabIndex = 0;
    place.id = 'place';
    place.innerHTML = '<button>inside</button>';
    document.body.append(place);
    targets.register('text')(place);
    targets.focus('text');
    expect(focusedId()).toBe('place');
    expect(targets.focused()).toBe('text');
  });
  it('is left to itself where it sends the focus on', () => {
    draw('text', '<div id="list" tabindex="0"><div id="row" tabindex="-1"><button>act</button></div></div>');
    document.getElementById('list')?.addEventListener('focus', () => document.getElementById('row')?.focus());
    targets.focus('text');
    expect(focusedId()).toBe('row');
  });
  it('is the one that was drawn last, and the one before once that is gone', () => {
    draw('card', '<button id="old">old</button>');
    const removeNew = draw('card', '<button id="new">new</button>');
    targets.focus('card');
    expect(focusedId()).toBe('new');
    removeNew();
    targets.focus('card');
    expect(focusedId()).toBe('old');
  });
});

describe('a place that is not there yet', () => {
  it('gets the focus as soon as it is drawn, and only once', async () => {
    targets.focus('card');
    expect(focusedId()).toBe('elsewhere');
    const remove = draw('card', '<button id="first">first</button>');
    await settle();
    expect(focusedId()).toBe('first');
    remove();
    document.getElementById('elsewhere')?.focus();
    draw('card', '<button id="second">second</button>');
    await settle();
    expect(focusedId()).toBe('elsewhere');
  });
  it.each([
    ['a key', () => new KeyboardEvent('keydown', { key: 'j' })],
    ['a press', () => new Event('pointerdown')],
  ])('is not waited for after %s', async (_, next) => {
    targets.focus('card');
    window.dispatchEvent(next());
    draw('card', '<button id="first">first</button>');
    await settle();
    expect(focusedId()).toBe('elsewhere');
  });
  it('is waited for while the key that asked is held down', async () => {
    targets.focus('card');
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', repeat: true }));
    draw('card', '<button id="first">first</button>');
    await settle();
    expect(focusedId()).toBe('first');
  });
  it('is not waited for after another wish', async () => {
    targets.focus('card');
    targets.focus('text');
    draw('card', '<button id="card">card</button>');
    await settle();
    expect(focusedId()).toBe('elsewhere');
    draw('text', '<button id="text">text</button>');
    await settle();
    expect(focusedId()).toBe('text');
  });
});

it('waits until a menu that keeps the focus gives it back', async () => {
  draw('card', '<button id="first">first</button>');
  const elsewhere = document.getElementById('elsewhere');
  const keep = (): void => elsewhere?.focus();
  document.addEventListener('focusin', keep, { once: true });
  targets.focus('card');
  expect(focusedId()).toBe('elsewhere');
  // It has closed, and the focus goes back to its button.
  elsewhere?.blur();
  elsewhere?.focus();
  await settle();
  expect(focusedId()).toBe('first');
});
