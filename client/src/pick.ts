import {
  Disposable,
  type InputBox,
  type QuickInputButton,
  QuickInputButtons,
  type QuickPick,
  type QuickPickItem,
  window,
} from 'vscode'

/** One of several questions, which are asked one after the other. */
export interface Question {
  readonly title: string
  readonly placeholder: string
  readonly step: number
  readonly of: number
}

/** What somebody answers who wants to see the question before. */
export const back = Symbol('back')

/** `undefined`: nobody wants to answer any more. */
type Answer<Value> = Value | typeof back | undefined

/** Lets somebody choose; from the second question on there is a way back. */
export function pickOne<Item extends QuickPickItem>(question: Question, items: readonly Item[]): Promise<Answer<Item>> {
  const pick = window.createQuickPick<Item>()
  Object.assign(pick, { items, matchOnDescription: true, matchOnDetail: true })
  return answered(pick, question, () => pick.selectedItems[0])
}

/** Lets somebody type; `problem` says what is wrong with a text, which then is no answer. */
export function askText(question: Question, problem: (text: string) => string | undefined): Promise<Answer<string>> {
  const input = window.createInputBox()
  input.onDidChangeValue((text) => Object.assign(input, { validationMessage: text && problem(text) }))
  return answered(input, question, () => {
    const message = problem(input.value)
    Object.assign(input, { validationMessage: message })
    return message === undefined ? input.value : undefined
  })
}

/** Shows a question until it has an answer, and takes it away then. */
async function answered<Value>(
  input: QuickPick<QuickPickItem> | InputBox,
  { title, placeholder, step, of }: Question,
  answer: () => Value | undefined,
): Promise<Answer<Value>> {
  const buttons: QuickInputButton[] = step > 1 ? [QuickInputButtons.Back] : []
  // A single question is no step of anything.
  Object.assign(input, { title, placeholder, buttons, ...(of > 1 && { step, totalSteps: of }) })
  const shown: Disposable[] = [input]
  try {
    return await new Promise((resolve) => {
      const accept = () => {
        const value = answer()
        if (value !== undefined) resolve(value)
      }
      shown.push(
        input.onDidAccept(accept),
        input.onDidTriggerButton(() => resolve(back)),
        input.onDidHide(() => resolve(undefined)),
      )
      input.show()
    })
  } finally {
    Disposable.from(...shown).dispose()
  }
}
