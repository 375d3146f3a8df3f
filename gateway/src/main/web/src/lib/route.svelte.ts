/** Path and query of the address bar, followed without reloading the page. */

export const place = $state({ path: location.pathname, query: location.search });

function follow(): void {
  place.path = location.pathname;
  place.query = location.search;
}

export function go(address: string): void {
  history.pushState(null, '', address);
  follow();
}

/** Changes the address without a step in the history: for settings of a view. */
export function amend(query: URLSearchParams): void {
  const text = query.toString();
  history.replaceState(null, '', text ? `${location.pathname}?${text}` : location.pathname);
  follow();
}

/** Replaces this address by another, so that “back” does not return to it. */
export function replaceBy(address: string): void {
  history.replaceState(null, '', address);
  follow();
}

const SERVED_ELSEWHERE = /^\/(api|q)\/|\.json$/;

/** Follows links between these pages without a request. The browser handles all other links and new tabs. */
export function followLinks(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute('download')) {
    return;
  }
  const url = new URL(link.href);
  if (url.origin !== location.origin || SERVED_ELSEWHERE.test(url.pathname) || link.getAttribute('href')?.startsWith('#')) {
    return;
  }
  event.preventDefault();
  go(url.pathname + url.search);
}

addEventListener('popstate', follow);
