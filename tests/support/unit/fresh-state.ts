// Set-up before every test file whose modules hold state, in a process that runs one file after another: modules are
// loaded again, and the window is restored.
import { afterAll, vi } from 'vitest';

vi.resetModules();
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/react');
  // Tests add to these what jsdom lacks. React Aria changes HTMLElement.prototype once for a window, which stays.
  const prototypes = [Element.prototype, Range.prototype];
  const before = prototypes.map((prototype) => Object.getOwnPropertyDescriptors(prototype));

  afterAll(() => {
    cleanup();
    localStorage.clear();
    document.head.replaceChildren();
    document.body.replaceChildren();
    for (const element of [document.documentElement, document.body]) {
      for (const name of element.getAttributeNames()) element.removeAttribute(name);
    }
    for (const [index, prototype] of prototypes.entries()) {
      const kept = before[index] ?? {};
      for (const key of Reflect.ownKeys(prototype)) {
        if (!(key in kept)) Reflect.deleteProperty(prototype, key);
      }
      Object.defineProperties(prototype, kept);
    }
  });
}
