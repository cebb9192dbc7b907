/**
 * Long work, a step at a time: it stops every few milliseconds, so that whoever does it can let something else be done
 * between two steps. What it makes comes out at the end.
 */
export type Steps<Made> = Generator<undefined, Made>;

/** Does all steps at once. */
export const runSteps = <Made>(steps: Steps<Made>): Made => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};
