import { afterEach, beforeEach, expect, vi } from 'vitest';

// A test that makes the product complain without expecting it fails; one that expects it ends with vi.mocked(console.error).mockClear().
beforeEach(() => {
  vi.spyOn(console, 'error');
});
afterEach(() => {
  if (vi.isMockFunction(console.error)) expect(console.error).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
