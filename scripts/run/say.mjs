/**
 * Tells the person at the terminal what is being done. Always on stderr: on stdout stands the answer of
 * the command line and nothing else.
 *
 * @param {string} sentence
 */
export function say(sentence) {
  process.stderr.write(`precis: ${sentence}\n`);
}

/** A failure that is explained in words and needs no stack: the person has to do something. */
export class SetupError extends Error {}

/**
 * Runs a command of this folder, and turns what it throws into an exit code and a sentence.
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
