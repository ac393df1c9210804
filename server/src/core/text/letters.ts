/**
 * The letters and digits of the alphabets that people write in, to be put between the brackets of a pattern without the flag `u`. Each
 * `\p{L}` costs V8 a sixth of a millisecond before its pattern is used at all, and a command line that checks a repository uses hundreds.
 */
export const letters = 'A-Za-z0-9À-ÖØ-öø-ʯ\\u0370-\\u1fff\\u3040-\\ud7ff'

/** Their capitals. Of the Latin letters behind the first 256, where both alternate, the small ones too. */
export const capitals = 'A-ZÀ-ÖØ-ÞĀ-ɏΆ-ΫЀ-Я'
