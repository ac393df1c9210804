import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import type { MeetingTeam } from '../../../server/src/lsp/protocol.ts'
import { closeAll, fileUri, until } from './window.ts'

const somebodys = 'Do not touch\n'

describe('New minutes that cannot be made', () => {
  afterEach(closeAll)

  it('leave a file that has come while somebody chose the day', async () => {
    const uri = await nextOf('storage')
    await choosing('storage', () => write(uri, somebodys))
    assert.equal(await read(uri), somebodys)
    await vscode.workspace.fs.delete(uri)
    // The other tests begin when the server has heard of it.
    await until(async () => (await nextOf('storage')).toString() === uri.toString())
  })

  it('leave an editor of that name which is not saved, and show it', async () => {
    const uri = await nextOf('storage')
    const document = await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }))
    const editor = await vscode.window.showTextDocument(document)
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), somebodys))
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri('storage/20251215.md')))
    await choosing('storage')
    assert.equal(document.getText(), somebodys)
    assert.equal(vscode.window.activeTextEditor?.document, document)
    await assert.rejects(async () => vscode.workspace.fs.stat(uri))
  })

  it('leave nothing where their folder cannot be', async () => {
    const year = new Date().getFullYear()
    await write(fileUri(`ropes/${year - 2}/12-01.md`), `# Ropes ${year - 2}-12-01\n`)
    const inTheWay = [year, year + 1].map((one) => fileUri(`ropes/${one}`))
    for (const uri of inTheWay) await write(uri, somebodys)
    const uri = await nextOf('ropes')
    await choosing('ropes')
    for (const one of inTheWay) assert.equal(await read(one), somebodys)
    assert.equal(vscode.window.activeTextEditor, undefined, `${uri} is shown`)
    await vscode.workspace.fs.delete(fileUri('ropes'), { recursive: true })
  })
})

/** Where the minutes of a team's next meeting will stand, once the server knows the team. */
async function nextOf(folder: string): Promise<vscode.Uri> {
  const { days } = await until(async () => {
    const teams = await vscode.commands.executeCommand<MeetingTeam[]>('minutes.server.teamsToMeet')
    return teams.find((team) => team.folder === folder)
  })
  return fileUri(`${folder}/${days[0]!.day.replaceAll('-', '')}.md`)
}

/** Asks for the minutes of a team, and takes the first day once `before` has happened. */
async function choosing(folder: string, before: () => Promise<void> = async () => {}): Promise<void> {
  const done = vscode.commands.executeCommand('minutes.newMinutes', fileUri(folder)).then(() => true)
  await before()
  await until(async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
    return Promise.race([done, new Promise<false>((resolve) => setTimeout(() => resolve(false), 50))])
  })
}

async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text))
}

async function read(uri: vscode.Uri): Promise<string> {
  return Buffer.from(await vscode.workspace.fs.readFile(uri)).toString()
}
