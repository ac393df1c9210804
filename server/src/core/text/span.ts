/** A half-open range of UTF-16 offsets into one text: `start` is inside, `end` is not. */
export interface Span {
  readonly start: number
  readonly end: number
}

export function span(start: number, end: number): Span {
  return { start, end }
}

/** The span alone of something that has more to it. */
export function spanOf({ start, end }: Span): Span {
  return { start, end }
}

/** The text between the ends of a span. */
export function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end)
}

/** Whether `inner` lies wholly inside of `outer`; equal spans do. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Whether a caret at `offset` touches the span; both ends count. */
export function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end
}
