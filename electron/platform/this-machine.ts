import { v7 } from 'uuid';
import type { Machine } from '../ports/machine.ts';

/** The real clock, and ids that sort by time. */
export const thisMachine: Machine = { nowMs: Date.now, newId: () => v7() };
