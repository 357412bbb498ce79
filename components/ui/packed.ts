declare const packed: unique symbol;

/**
 * A value on its way from a page to a client component, as JSON text. React writes and reads what it passes field by
 * field, a text at once: for a checklist that is a tenth of the time (docs/performance.md).
 */
export type Packed<T> = string & { readonly [packed]: T };

/** @param value JSON-safe: no Date, no function, no undefined in a list */
export const pack = <T>(value: T): Packed<T> => JSON.stringify(value) as Packed<T>; // the only place that mints the brand

export const unpack = <T>(text: Packed<T>): T => JSON.parse(text);

/** What is made of an object once, for as long as the object is kept. */
export function onceFor<From extends object, Made>(make: (from: From) => Made): (from: From) => Made {
  const made = new WeakMap<From, { value: Made }>();
  return (from) => {
    const known = made.get(from) ?? { value: make(from) };
    made.set(from, known);
    return known.value;
  };
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/**
 * What long lists send of each entry: a page carries them twice, as HTML and as data.
 * @param usual what most entries are like @returns the fields of `value` that differ from it; an empty list equals another
 */
export function unusual<T extends object>(value: T, usual: Partial<T>): Partial<T> {
  const rest: Partial<T> = {};
  for (const key in value)
    if (!(key in usual) || (value[key] !== usual[key] && !(isEmpty(value[key]) && isEmpty(usual[key]))))
      rest[key] = value[key];
  return rest;
}
