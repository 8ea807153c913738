/** What a benchmark opened, closed in reverse order when its scope is left. */
interface AtEnd extends AsyncDisposable {
  do(close: () => unknown): void;
}

/** By an error too: no benchmark leaves an agent, a browser or a folder behind. */
export function createAtEnd(): AtEnd {
  const closes: (() => unknown)[] = [];
  return {
    do: (close) => void closes.push(close),
    async [Symbol.asyncDispose]() {
      for (const close of closes.splice(0).reverse()) await close();
    },
  };
}
