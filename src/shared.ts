/** A task of which one run at a time serves all who asked before it began: who asks during a run shares the next. */
export function shared<Value>(task: () => Promise<Value>): () => Promise<Value> {
  let running: Promise<Value> | undefined;
  let next: Promise<Value> | undefined;

  function run(): Promise<Value> {
    next = undefined;
    const mine = task().finally(() => {
      if (running === mine) running = undefined;
    });
    running = mine;
    return mine;
  }

  return () => {
    if (!running && !next) return run();
    next ??= (running as Promise<Value>).then(run, run);
    return next;
  };
}
