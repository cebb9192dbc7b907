import { constants } from 'node:fs';

/**
 * To open for reading whatever stands there: a FIFO would keep the open waiting for a writer for ever. Windows has
 * none, nor the flag.
 */
export const READ_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
