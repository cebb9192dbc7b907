/**
 * SQLite, which is WebAssembly. V8 compiles a function anew, as good as it can, when so many bytes of its code were run
 * since, and counts the whole of a function for a step in it. The function that does all statements is so large that a
 * start, which asks for next to nothing, had it compiled for a third of a second on other cores. With a larger budget
 * that is left until much is asked or entered.
 */
import { setFlagsFromString } from 'node:v8';

/** In bytes; V8's own is 13 million. A start on a small archive stays below half of it. */
const BUDGET = 1_000_000_000;

setFlagsFromString(`--wasm-tiering-budget=${BUDGET}`);
// Not imported above: the flag holds for what is compiled after it.
export const { default: sqlite } = await import('node-sqlite3-wasm');
