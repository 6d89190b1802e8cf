/** Something that is done again and again. */
export type Beat = { stop(): void };

/** Does a task every so many milliseconds, never twice at a time; what it throws is told, and it goes on. */
export function every(milliseconds: number, task: () => Promise<unknown>, failed: (error: unknown) => void): Beat {
  let busy = false;
  async function beat(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      await task();
    } catch (error) {
      failed(error);
    } finally {
      busy = false;
    }
  }
  const timer = setInterval(() => void beat(), milliseconds);
  return { stop: () => clearInterval(timer) };
}
