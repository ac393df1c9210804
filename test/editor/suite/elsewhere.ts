import assert from 'node:assert/strict'
import processes from 'node:child_process'
import { commands, extensions, Position, window, workspace } from 'vscode'
import { expectFindings, fileUri, openFile, until } from './window.ts'

const minutes = '# Team 2025-01-09\n'
const git = '[remote "origin"]\n\turl = https://github.com/harbour/minutes.git\n'

/** Runs in a window whose folder has a README and no minutes. */
describe('In a folder without minutes', () => {
  let started = 0
  let server: processes.ChildProcess | undefined
  for (const way of ['fork', 'spawn'] as const) {
    const original = processes[way] as (...args: unknown[]) => processes.ChildProcess
    const counting = (...args: unknown[]) => {
      const child = original(...args)
      if (JSON.stringify(args).includes('server.js')) {
        started++
        server = child
      }
      return child
    }
    Object.assign(processes, { [way]: counting })
  }

  it('no server is started', async () => {
    await openFile('README.md')
    const extension = extensions.getExtension('minutes.minutes')
    await extension!.activate()
    assert.equal(started, 0)
  })

  it('nor by looking at the view that says how to begin', async () => {
    await commands.executeCommand('minutes.welcome.focus')
    assert.equal(started, 0)
  })

  it('what the walkthrough offers says that it is too early', async () => {
    const told: string[] = []
    const { showInformationMessage } = window
    Object.assign(window, { showInformationMessage: async (message: string) => void told.push(message) })
    try {
      for (const command of ['minutes.newMinutes', 'minutes.draftReport']) await commands.executeCommand(command)
      assert.match(told.join('\n'), /^There are no minutes here yet\. .*\nThere are no minutes here yet\./)
    } finally {
      Object.assign(window, { showInformationMessage })
    }
  })

  it('one is started when the first minutes appear', async () => {
    await write('.git/config', git)
    await write('2025-01-09.md', minutes)
    await until(() => started)
    assert.equal(started, 1)
  })

  it('and what it will have read is waited for where somebody sets up the repository', async () => {
    await commands.executeCommand('minutes.setUp')
    const settings = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(fileUri('.minutes.json'))))
    assert.equal(settings.forge, 'https://github.com/harbour/minutes')
    await commands.executeCommand('workbench.action.closeAllEditors')
    await workspace.fs.delete(fileUri('.minutes.json'))
  })

  it('one that is killed is started again, and finds what it found', async () => {
    const editor = await openFile('2025-01-09.md')
    await editor.edit((builder) => builder.insert(new Position(0, 0), '# Team 2025-01-02\n'))
    const found = ['1 date-mismatch']
    await expectFindings('2025-01-09.md', found)
    for (let start = 2; start <= 5; start += 1) {
      server!.kill('SIGKILL')
      await until(() => started === start)
      await expectFindings('2025-01-09.md', found)
      assert.equal(editor.document.getText(), `# Team 2025-01-02\n${minutes}`)
    }
  })

  it('after the fifth time its user is asked', async () => {
    await commands.executeCommand('notifications.clearAll')
    server!.kill('SIGKILL')
    await until(isToldToReload)
    await assert.rejects(async () => workspace.fs.stat(fileUri('.minutes.json')))
    await until(async () => {
      await commands.executeCommand('notifications.focusFirstToast')
      await commands.executeCommand('notification.acceptPrimaryAction')
      return started === 6
    })
  })
})

async function write(path: string, text: string): Promise<void> {
  await workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text))
}

/** Whether somebody who sets up the repository is told to reload the window. Other errors are shown as ever. */
async function isToldToReload(): Promise<boolean> {
  let isTold = false
  const { showErrorMessage } = window
  const listening = async (message: string, ...items: string[]) => {
    if (!message.includes('Reload the window')) return showErrorMessage(message, ...items)
    isTold = true
    return undefined
  }
  Object.assign(window, { showErrorMessage: listening })
  try {
    await commands.executeCommand('minutes.setUp')
  } finally {
    Object.assign(window, { showErrorMessage })
  }
  return isTold
}
