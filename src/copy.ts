/** A copy of plain data: objects, lists and simple values, as JSON has them. It is a good deal quicker than a structured clone. */
export function copyOf<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf) as Value;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const one = copyOf((value as Record<string, unknown>)[key]);
    // This name alone would not be kept as a property.
    if (key === '__proto__')
      Object.defineProperty(copy, key, { value: one, enumerable: true, configurable: true, writable: true });
    else copy[key] = one;
  }
  return copy as Value;
}

/** The value itself, which nobody can change any longer. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const one of Object.values(value)) frozen(one);
  return Object.freeze(value);
}
