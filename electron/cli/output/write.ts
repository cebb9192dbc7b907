/** What a terminal obeys instead of showing it (ECMA-48): words of an archive may come from anywhere. */
const obeyed = /[^\P{Cc}\n\t]/gu;

const isTerminal = (stream: NodeJS.WritableStream): boolean => 'isTTY' in stream && stream.isTTY === true;

/**
 * Writes and waits until the system has taken it: what is still in the pipe when the app exits would be lost. Whoever
 * reads may end before the answer does (`list articles | head`): that is no failure, and the rest is not written. A
 * terminal shows the control characters of a text, and obeys none of them; a file or a pipe gets them as they are.
 */
export const write = (stream: NodeJS.WritableStream, text: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    // The stream tells of a failure twice; without a listener the second time is a bug that nobody caught.
    const ignore = (): void => {};
    stream.once('error', ignore);
    const shown = typeof text === 'string' && isTerminal(stream) ? text.replace(obeyed, '\ufffd') : text;
    stream.write(shown, (error) => {
      if (error && !isBrokenPipe(error)) return reject(error);
      if (!error) stream.removeListener('error', ignore);
      resolve();
    });
  });

const isBrokenPipe = (error: Error): boolean =>
  'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
