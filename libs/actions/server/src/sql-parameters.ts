/** The values of a statement that is put together from parts, in the order of their placeholders. */
export class SqlParameters {
  readonly values: unknown[] = [];

  /** @returns the placeholder, such as `$3`. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
