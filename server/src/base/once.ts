/** `make()`, worked out when first asked for and kept: what is needed to read a report is not needed to start. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
