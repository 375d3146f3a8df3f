/** The stream of classifications as it arrives. */

import type { Backlog, GetBacklogData, GetBacklogResponse, StreamEvent } from '../api';
import { request } from './request';

/** The most events that are kept for display. */
const KEPT = 200;

/** Length of the throughput chart [s]. */
export const SECONDS = 60;

/** Number of events over which the delay from detection to class is averaged (median). */
const DELAYS = 50;

/** Pause before reconnecting to a stream that was refused [ms]. */
const RETRY_MS = 3000;

/** Time between two updates of the page [ms], however many events arrive. */
const PERIOD_MS = 250;

/** How many records each service has still to process. */
export function backlog(signal: AbortSignal): Promise<Backlog> {
  return request<GetBacklogData, GetBacklogResponse>('GET', '/api/v1/stream/backlog', { signal });
}

export class Live {
  state = $state<'connecting' | 'open' | 'interrupted'>('connecting');
  paused = $state(false);
  latest = $state.raw<StreamEvent[]>([]);
  alerts = $state.raw<StreamEvent[]>([]);
  /** records that were skipped while reconnecting */
  skipped = $state(0);
  /** median time from detection to class [s] */
  delay = $state<number>();
  total = $state(0);
  /** events in each of the last seconds, the newest last */
  perSecond = $state.raw<number[]>(new Array<number>(SECONDS).fill(0));

  #source: EventSource | undefined;
  #waiting: StreamEvent[] = [];
  #waitingAlerts: StreamEvent[] = [];
  #delays: number[] = [];
  #counted = 0;
  #thisSecond = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #timers: ReturnType<typeof setInterval>[] = [];

  /** @param conditions class, mission, min_probability, min_outlier, alert */
  listen(conditions: URLSearchParams): void {
    this.stop();
    this.latest = this.alerts = [];
    this.total = this.skipped = 0;
    this.delay = undefined;
    this.perSecond = new Array<number>(SECONDS).fill(0);
    this.#waiting = [];
    this.#waitingAlerts = [];
    this.#delays = [];
    this.#counted = this.#thisSecond = 0;
    this.state = 'connecting';
    this.#connect(conditions);
    this.#timers = [setInterval(() => this.#show(), PERIOD_MS), setInterval(() => this.#tick(), 1000)];
  }

  #connect(conditions: URLSearchParams): void {
    const source = new EventSource(`/api/v1/stream?${conditions}`);
    source.onopen = () => (this.state = 'open');
    source.onerror = () => {
      this.state = 'interrupted';
      // A browser reconnects by itself to a stream that broke off, but not to one that was refused.
      if (source.readyState === EventSource.CLOSED) {
        this.#retry = setTimeout(() => this.#connect(conditions), RETRY_MS);
      }
    };
    source.addEventListener('classification', message => {
      this.#counted += 1;
      this.#thisSecond += 1;
      const event = JSON.parse(message.data as string) as StreamEvent;
      keep(this.#waiting, event, KEPT);
      if (event.alerts.length > 0) {
        keep(this.#waitingAlerts, event, KEPT);
      }
      if (event.entered_at) {
        keep(this.#delays, (Date.parse(event.classified_at) - Date.parse(event.entered_at)) / 1000, DELAYS);
      }
    });
    source.addEventListener('gap', message => {
      this.skipped += (JSON.parse(message.data as string) as { skipped: number }).skipped;
    });
    this.#source = source;
  }

  stop(): void {
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#timers.forEach(clearInterval);
  }

  /** While paused, events are still counted. The newest are shown when the reader resumes. */
  #show(): void {
    this.total = this.#counted;
    this.delay = this.#delays.toSorted((a, b) => a - b)[Math.floor(this.#delays.length / 2)];
    if (!this.paused && this.#waiting.length > 0) {
      this.latest = [...this.#waiting, ...this.latest].slice(0, KEPT);
      this.#waiting = [];
    }
    if (!this.paused && this.#waitingAlerts.length > 0) {
      this.alerts = [...this.#waitingAlerts, ...this.alerts].slice(0, KEPT);
      this.#waitingAlerts = [];
    }
  }

  #tick(): void {
    this.perSecond = [...this.perSecond.slice(1), this.#thisSecond];
    this.#thisSecond = 0;
  }
}

/** Puts one in front and drops the last if there are too many. */
function keep<T>(list: T[], one: T, most: number): void {
  list.unshift(one);
  list.length = Math.min(list.length, most);
}
