/** Characters that a terminal acts on instead of showing them (ECMA-48): texts of an archive may come from anywhere. */
const obeyed = /[^\P{Cc}\n\t]/gu;

const isTerminal = (stream: NodeJS.WritableStream): boolean => 'isTTY' in stream && stream.isTTY === true;

/**
 * Writes and waits until the system has accepted the data: data still in the pipe when the app exits would be lost. If
 * the reader closes the pipe early (`list articles | head`), that is no failure, and the rest is not written. For a
 * terminal, control characters are made visible; a file or a pipe gets them unchanged.
 */
export const write = (stream: NodeJS.WritableStream, text: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    // The stream reports a failure twice; without a listener the second report would be an uncaught exception.
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
