/**
 * The address of what is on the screen, with the release named: a link that is
 * sent on must not mean another release tomorrow.
 */
export function tabLink(releaseId: string | undefined): string {
  const url = new URL(window.location.href);
  if (releaseId) url.searchParams.set('release', releaseId);
  return url.toString();
}
