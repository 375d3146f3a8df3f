/** The stream of classifications as it arrives. */

import type { StreamEvent } from './api';

/** Events that are kept to be looked at. */
const KEPT = 200;

/** Seconds of throughput that are shown. */
export const SECONDS = 60;

/** How often the view follows the stream [ms]: thousands of events a second are one change of the page each time. */
const PERIOD_MS = 250;

export class Live {
  state = $state<'connecting' | 'open' | 'interrupted'>('connecting');
  paused = $state(false);
  latest = $state.raw<StreamEvent[]>([]);
  total = $state(0);
  /** events in each of the last seconds, the newest last */
  perSecond = $state.raw<number[]>(new Array<number>(SECONDS).fill(0));

  #source: EventSource | undefined;
  #waiting: StreamEvent[] = [];
  #counted = 0;
  #thisSecond = 0;
  #timers: ReturnType<typeof setInterval>[] = [];

  /** @param conditions class, min_outlier */
  listen(conditions: URLSearchParams): void {
    this.stop();
    this.latest = [];
    this.total = 0;
    this.perSecond = new Array<number>(SECONDS).fill(0);
    this.#waiting = [];
    this.#counted = this.#thisSecond = 0;
    this.state = 'connecting';
    const source = new EventSource(`/api/v1/stream?${conditions}`);
    source.onopen = () => (this.state = 'open');
    source.onerror = () => (this.state = 'interrupted');
    source.addEventListener('classification', message => {
      this.#counted += 1;
      this.#thisSecond += 1;
      this.#waiting.unshift(JSON.parse(message.data as string) as StreamEvent);
      this.#waiting.length = Math.min(this.#waiting.length, KEPT);
    });
    this.#source = source;
    this.#timers = [setInterval(() => this.#show(), PERIOD_MS), setInterval(() => this.#tick(), 1000)];
  }

  stop(): void {
    this.#source?.close();
    this.#timers.forEach(clearInterval);
  }

  /** While it is paused events are counted on, and the newest of them shown when it goes on. */
  #show(): void {
    this.total = this.#counted;
    if (!this.paused && this.#waiting.length > 0) {
      this.latest = [...this.#waiting, ...this.latest].slice(0, KEPT);
      this.#waiting = [];
    }
  }

  #tick(): void {
    this.perSecond = [...this.perSecond.slice(1), this.#thisSecond];
    this.#thisSecond = 0;
  }
}
