/** Bytes that grow; offsets count from the beginning of the file. */
export class Output {
  #bytes = Buffer.alloc(1 << 20);
  length = 0;

  /** Room for so many bytes, all zero; answers where it begins. */
  reserve(count: number): number {
    const at = this.length;
    this.length += count;
    while (this.#bytes.length < this.length)
      this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(this.#bytes.length)]);
    return at;
  }

  push(...bytes: readonly number[]): void {
    const at = this.reserve(bytes.length);
    for (const [index, byte] of bytes.entries()) this.#bytes[at + index] = byte;
  }

  /** Writes bytes, one character each. */
  write(text: string): void {
    const at = this.reserve(text.length);
    this.#bytes.write(text, at, 'latin1');
  }

  /** Writes a number of so many bytes. */
  set(at: number, value: number, width: number): void {
    this.#bytes.writeUIntLE(value, at, width);
  }

  finished(): Buffer {
    return this.#bytes.subarray(0, this.length);
  }
}
