/** The one object in what a model wrote, also where it thought aloud before it or put a fence around it. */
export function objectIn(text: string): unknown {
  const rest = text.slice(text.lastIndexOf('</think>') + 1);
  const [from, to] = [rest.indexOf('{'), rest.lastIndexOf('}')];
  if (from < 0 || to < from) return undefined;
  try {
    return JSON.parse(rest.slice(from, to + 1));
  } catch {
    return undefined;
  }
}
