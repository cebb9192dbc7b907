// What stands before every unit test. A test that waits for a page waits as long as a busy machine takes.
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/react');
  configure({ asyncUtilTimeout: 20_000 });
  // jsdom lays nothing out: no box ever changes its size.
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  // It has none, and the lists and dialogs of React Aria ask for it; no id of a test needs any.
  globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;
}

export {};
