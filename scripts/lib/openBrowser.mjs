import { spawn } from 'node:child_process';

const OPENERS = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] };

/** Whether there is a person at a screen who did not say no. */
export function mayOpenBrowser(
  env = process.env,
  isTTY = process.stdout.isTTY,
) {
  if (!isTTY || env.CI || env.BROWSER === 'none') return false;
  return (
    process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
  );
}

/** Opens the page if that makes sense; never fails. */
export function openBrowser(url) {
  if (!mayOpenBrowser()) return;
  const [command, ...args] = process.env.BROWSER
    ? [process.env.BROWSER]
    : OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, url], {
    stdio: 'ignore',
    detached: true,
  });
  child.on('error', () => {});
  child.unref();
}
