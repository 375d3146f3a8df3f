import { ApiError } from './request';

/** An answer of the suite: loading, loaded or failed. A new request cancels the one before. */
export class Remote<T> {
  value = $state.raw<T | undefined>();
  failure = $state.raw<ApiError | undefined>();
  loading = $state(false);
  #asked: AbortController | undefined;

  async ask(question: (signal: AbortSignal) => Promise<T>): Promise<void> {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    this.loading = true;
    this.failure = undefined;
    try {
      const value = await question(asked.signal);
      if (!asked.signal.aborted) {
        this.value = value;
      }
    } catch (cause) {
      if (!asked.signal.aborted) {
        this.failure = ApiError.from(cause);
        this.value = undefined;
      }
    } finally {
      if (this.#asked === asked) {
        this.loading = false;
      }
    }
  }

  stop(): void {
    this.#asked?.abort();
  }
}
