const key = 'sos-reloaded-at';
const pause = 60_000;

/**
 * A new release takes the old one's files away, and a window that was open since yesterday asks for them. Loading it
 * anew is all it needs (drafts are kept); at most once a minute, so that a file that is truly missing shows its error.
 */
export const reloadAfterRelease = (): void => {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(window.sessionStorage.getItem(key) ?? 0);
    if (!navigator.onLine || Date.now() - last < pause) return;
    event.preventDefault();
    window.sessionStorage.setItem(key, String(Date.now()));
    window.location.reload();
  });
};
