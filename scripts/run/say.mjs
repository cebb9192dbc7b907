/**
 * Tells the person at the terminal what is being done. Always on stderr: stdout is reserved for the answer of the
 * command line.
 *
 * @param {string} sentence
 */
export function say(sentence) {
  process.stderr.write(`precis: ${sentence}\n`);
}

/** Between two progress messages on a terminal, and in a log. */
const SHOWN_EVERY_MS = 500;
const LOGGED_EVERY_MS = 30_000;

/**
 * Reports progress during work: on a terminal in one line that is overwritten, in a log now and then.
 *
 * @template T
 * @param {() => string} tell what is being done, and its progress
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
export async function sayWhile(tell, work) {
  const { isTTY } = process.stderr;
  const show = () => (isTTY ? process.stderr.write(`\r\u001b[Kprecis: ${tell()}`) : say(tell()));
  const timer = setInterval(show, isTTY ? SHOWN_EVERY_MS : LOGGED_EVERY_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    if (isTTY) process.stderr.write('\r\u001b[K');
  }
}

/** A failure that is explained in words and needs no stack trace: the person has to do something. */
export class SetupError extends Error {}

/**
 * Runs a command of this folder, and turns exceptions into an exit code and a sentence.
 *
 * @param {() => Promise<number>} command resolves to the exit code
 */
export async function runAsProgram(command) {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (error instanceof SetupError) say(error.message);
    else console.error(error);
    process.exitCode = 1;
  }
}
