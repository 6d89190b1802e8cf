const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LONGEST_END = 22 + 0xffff;

/** What a packed file says that it holds, without unpacking it; undefined when it is not whole. */
export function entriesOf(bytes: Uint8Array): { name: string; size: number }[] | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const least = Math.max(0, view.length - LONGEST_END);
  let end = view.length - 22;
  while (end >= least && view.readUInt32LE(end) !== END) end -= 1;
  if (end < least) return undefined;
  const count = view.readUInt16LE(end + 10);
  const entries: { name: string; size: number }[] = [];
  let at = view.readUInt32LE(end + 16);
  for (let number = 0; number < count; number++) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== ENTRY) return undefined;
    const name = view.readUInt16LE(at + 28);
    entries.push({ name: view.toString('utf8', at + 46, at + 46 + name), size: view.readUInt32LE(at + 24) });
    at += 46 + name + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return entries;
}
