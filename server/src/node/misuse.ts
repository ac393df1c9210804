/** The command line or what it names cannot be used; the message says what to do. */
export class Misuse extends Error {}
