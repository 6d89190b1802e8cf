/** Runs a task when those of its name that came before it have ended, in this process. */
export type InLine = <Value>(name: string, task: () => Promise<Value>) => Promise<Value>;

export function createInLine(): InLine {
  const ends = new Map<string, Promise<unknown>>();
  return (name, task) => {
    const before = ends.get(name);
    const end = before ? before.then(task, task) : task();
    ends.set(name, end);
    return end.finally(() => {
      if (ends.get(name) === end) ends.delete(name);
    });
  };
}
