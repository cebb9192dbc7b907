/**
 * The stemmer, which is WebAssembly. It asks whether it was handed a `Response` or a `Request`; in Node that question
 * alone loads all of fetch, which takes longer than all else that a small index loads. So there are none while it is
 * loaded.
 */
const names = ['Response', 'Request'] as const;
const hidden = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
for (const name of names) Reflect.deleteProperty(globalThis, name);
// Not imported above: it asks as it is loaded.
export const { stem } = await import('multilingual-stemmer').finally(() => {
  for (const [name, property] of hidden)
    if (property !== undefined) Object.defineProperty(globalThis, name, property);
});
