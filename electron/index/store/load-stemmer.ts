/**
 * The stemmer, which is WebAssembly. It asks whether it was handed a `Response`; in Node that question alone loads all of
 * fetch, which takes as long as everything else that an index loads. So there is none while it is loaded.
 */
const response = Object.getOwnPropertyDescriptor(globalThis, 'Response');
if (response !== undefined) Reflect.deleteProperty(globalThis, 'Response');
// Not imported above: it asks as it is loaded.
export const { stem } = await import('multilingual-stemmer').finally(() => {
  if (response !== undefined) Object.defineProperty(globalThis, 'Response', response);
});
