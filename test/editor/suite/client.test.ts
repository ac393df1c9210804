import assert from 'node:assert/strict'
import { extensions } from 'vscode'

describe('The client', () => {
  it('is there and starts', async () => {
    const extension = extensions.getExtension('minutes.minutes')
    await extension?.activate()
    assert.equal(extension?.isActive, true)
  })
})
