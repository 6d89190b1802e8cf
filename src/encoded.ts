/** Room for the bytes of many texts: making room for each costs more than filling it. */
const ROOM = 256 * 1024;
let room = Buffer.allocUnsafeSlow(ROOM);
let used = 0;

/** The bytes of a text that is sent and then forgotten. Whoever keeps them keeps the texts beside them in memory as well. */
export function encoded(text: string): Uint8Array {
  const most = 3 * text.length;
  if (most > ROOM / 4) return Buffer.from(text);
  if (used + most > ROOM) [room, used] = [Buffer.allocUnsafeSlow(ROOM), 0];
  const end = used + room.write(text, used);
  const bytes = room.subarray(used, end);
  used = end;
  return bytes;
}
