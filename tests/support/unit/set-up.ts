import { createRequire } from 'node:module';

// Set-up before every unit test. A test that waits for a page waits as long as a busy machine needs.
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/react');
  configure({ asyncUtilTimeout: 20_000 });
  // React records where each element was created, ten thousand a second: a sixth of the time of these tests, for
  // nothing.
  const react = Object.values(await import('react')).find(
    (part) => 'recentlyCreatedOwnerStacks' in Object(part),
  );
  Object.defineProperty(react, 'recentlyCreatedOwnerStacks', {
    get: () => Number.POSITIVE_INFINITY,
    set() {},
  });
  // jsdom has no layout: no box ever changes its size.
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  // Nor does it paint: it is idle as soon as nothing else runs.
  globalThis.requestIdleCallback ??= (call) =>
    Number(setTimeout(() => call({ didTimeout: false, timeRemaining: () => 0 })));
  globalThis.cancelIdleCallback ??= clearTimeout;
  // It has none, and React Aria's lists and dialogs call it; no id in a test needs escaping.
  globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;
}

type Names = { namedItem(this: unknown, name: string): unknown };

/**
 * jsdom checks every element's name whenever a property of a list is read, especially its length: a walk over 20,000
 * comments takes 200 million steps. Properties that every list has are not names of elements.
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
