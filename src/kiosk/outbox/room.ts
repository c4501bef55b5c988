/** A lesson's records take well under this; below it nothing new is begun. */
const NEEDED_BYTES = 5 * 1024 * 1024;

/** Whether the disk has room for a lesson's records. Browsers that cannot say are believed to have it. */
export async function hasRoom(): Promise<boolean> {
  const estimate = await navigator.storage?.estimate?.().catch(() => null);
  if (!estimate?.quota) return true;
  return estimate.quota - (estimate.usage ?? 0) >= NEEDED_BYTES;
}
