/** What takes long is tried in a short form, and in its long form when SOAK is set. */
export function shortOrLong<Size>(short: Size, long: Size): Size {
  return process.env.SOAK ? long : short;
}
