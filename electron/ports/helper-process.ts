/** A helper process beside main: requests go in, answers come out. */
export type HelperProcess<Request, Answer> = {
  send(request: Request): void;
  onAnswer(listener: (answer: Answer) => void): void;
  /** Called once, however it ends. */
  onExit(listener: () => void): void;
  kill(): void;
};
