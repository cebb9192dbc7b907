import { createRequire } from 'node:module';

// What stands before every unit test. A test that waits for a page waits as long as a busy machine takes.
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/react');
  configure({ asyncUtilTimeout: 20_000 });
  // React keeps where each element was made, ten thousand a second: a sixth of the time of these tests, read by nobody.
  const react = Object.values(await import('react')).find(
    (part) => 'recentlyCreatedOwnerStacks' in Object(part),
  );
  Object.defineProperty(react, 'recentlyCreatedOwnerStacks', {
    get: () => Number.POSITIVE_INFINITY,
    set() {},
  });
  // jsdom lays nothing out: no box ever changes its size.
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  // Nor does it paint: there is time as soon as nothing else runs.
  globalThis.requestIdleCallback ??= (call) =>
    Number(setTimeout(() => call({ didTimeout: false, timeRemaining: () => 0 })));
  globalThis.cancelIdleCallback ??= clearTimeout;
  // It has none, and the lists and dialogs of React Aria ask for it; no id of a test needs any.
  globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;
}

type Names = { namedItem(this: unknown, name: string): unknown };

/**
 * jsdom asks every element of a list whether it is called so wherever something of the list itself is asked for, its
 * length above all: a walk over 20 000 comments takes 200 million steps. What every list has is no element's name.
 */
const quicken = (lists: Names): void => {
  const { namedItem } = lists;
  if (namedItem.name === 'ofElements') return;
  const ofList = new Set(['length', 'item', 'namedItem']);
  lists.namedItem = function ofElements(name) {
    return ofList.has(name) ? null : namedItem.call(this, name);
  };
};
quicken(
  createRequire(import.meta.url)('jsdom/lib/jsdom/living/nodes/HTMLCollection-impl.js').implementation
    .prototype,
);
