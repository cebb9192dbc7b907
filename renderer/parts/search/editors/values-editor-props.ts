/** What every editor of the values of a condition is given. */
export type ValuesEditorProps = {
  readonly field: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
};
