/** A random name for this open editor. Not crypto.randomUUID: a base may be reached without HTTPS. */
function newClientId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * This tab's name for one account (who signs in after another in the same tab is another editor), the same after a reload. It holds a lock of that name as long as it lives: a doubled tab finds the lock taken and gets
 * another name, and what a dead tab left can be told from what a living one is still writing.
 */
export async function claimClientId(lesson: string, account: string, wanted = sessionStorage.getItem(slot(account))): Promise<string> {
  const client = wanted && (await holdLock(lesson, wanted)) ? wanted : newClientId();
  if (client !== wanted) await holdLock(lesson, client);
  sessionStorage.setItem(slot(account), client);
  return client;
}

/** Whether an editor of that name is open in this browser now. */
export async function isAlive(lesson: string, client: string): Promise<boolean> {
  if (!navigator.locks) return false;
  const { held } = await navigator.locks.query();
  return held?.some(({ name }) => name === lockName(lesson, client)) ?? false;
}

function holdLock(lesson: string, client: string): Promise<boolean> {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(lockName(lesson, client), { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      // Held until the page is gone.
      return lock === null ? undefined : new Promise(() => undefined);
    });
  });
}

function slot(account: string): string {
  return `furrow-studio-client ${account}`;
}

function lockName(lesson: string, client: string): string {
  return `furrow-studio ${lesson} ${client}`;
}
