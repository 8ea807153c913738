/** A signal that is passed on at once, and then at most once per span however often it comes. */
export interface Coalesced {
  signal(): void;
  /** Forgets what has not been passed on. */
  close(): void;
}

/** The first signal must not wait, and the last one must not be lost: what came within the span is told at its end. */
export function coalesce(spanMs: number, emit: () => void): Coalesced {
  let timer: NodeJS.Timeout | null = null;
  let again = false;

  const tell = () => {
    again = false;
    timer = setTimeout(() => {
      timer = null;
      if (again) tell();
    }, spanMs);
    emit();
  };
  return {
    signal() {
      if (timer === null) tell();
      else again = true;
    },
    close() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      again = false;
    },
  };
}
