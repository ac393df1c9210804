/** Says texts in the language of the editor: what VS Code's `l10n` does, and which language that is. */
export interface Words {
  t(text: string, ...values: (string | number)[]): string
  /** As `Intl` names it. */
  readonly language: string
}
