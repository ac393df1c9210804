import type { Workbench } from './workbench.ts'

const deck = 'community-call/20250626-slides.md'
const report = 'community-call/20251106.md'

/** Somebody folds a deck, to see its titles, and lets a selection grow, by keyboard alone. */
export async function walkFolding(window: Workbench): Promise<void> {
  await window.step('deck-folded', async () => {
    await window.open(deck)
    await window.line('type: slide')
    await window.pressUntil('Control+k Control+0', window.folded('# Team Platform'))
    await window.folded('---').waitFor()
    await window.line('type: slide', 'detached')
  })
  await window.step('front-matter-unfolded', async () => {
    await window.press('Control+Home')
    await window.press('Control+Shift+BracketRight')
    await window.line('type: slide')
  })
  await window.step('handle-selected', async () => {
    await window.open(report, { line: 5, column: 16 })
    for (const selected of ['oduya', '@oduya-k', 'Minutes: @oduya-k', '- Minutes: @oduya-k'])
      await window.pressUntil('Shift+Alt+ArrowRight', window.shown(`(${selected.length} selected)`))
  })
}
