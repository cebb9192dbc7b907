/**
 * Long work as a generator: it yields every few milliseconds, so that its caller can let other work run between
 * two steps. Its return value is the result.
 */
export type Steps<Made> = Generator<undefined, Made>;

/** Does all steps at once. */
export const runSteps = <Made>(steps: Steps<Made>): Made => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};
