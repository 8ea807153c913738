/**
 * Freezes plain data to its depth. What is frozen already is taken to be frozen to its depth, so a record that
 * shares most of its parts with a stored one costs little. Bytes cannot be frozen and are passed over.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value))
    return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
