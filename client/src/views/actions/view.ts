import { commands, Disposable, l10n, type TreeView, window, workspace } from 'vscode'
import { type BaseLanguageClient, ExecuteCommandRequest, State } from 'vscode-languageclient'
import { type ActionEntry, type ActionsParams, serverCommands } from '../../../../server/src/lsp/protocol.ts'
import { carryOver, markDone } from '../../commands/change-action.ts'
import type { MinutesChange } from '../../minutes-change.ts'
import { Repeated } from '../../repeated.ts'
import { showPlace } from '../../show-place.ts'
import { type Grouping, groupings } from './groups.ts'
import { type Node, openCommand } from './items.ts'
import { namesInGit, whenGitKnows } from './me.ts'
import { ActionTree, type Shown } from './tree.ts'

const viewId = 'minutes.actions'
/** The context keys by which the manifest shows the buttons of the view. */
const keys = {
  grouping: 'minutes.actions.grouping',
  closed: 'minutes.actions.closed',
  filtered: 'minutes.actions.filtered',
}

/** The view of all that was promised, in a side bar of its own. The result ends it. */
export function showActions(client: BaseLanguageClient, change: MinutesChange): Disposable {
  const tree = new ActionTree()
  const view = window.createTreeView(viewId, { treeDataProvider: tree, showCollapseAll: true })
  const actions = new ActionsView(client, tree, view, change)
  return Disposable.from(tree, view, actions)
}

class ActionsView {
  private shown: Shown = { grouping: 'owner', closed: false, words: '' }
  private readonly ends: Disposable

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly tree: ActionTree,
    private readonly view: TreeView<Node>,
    change: MinutesChange,
  ) {
    const refreshing = new Repeated(() => this.refresh())
    const soon = () => change.tellSoon()
    this.ends = Disposable.from(
      change.onDidChange(() => refreshing.run()),
      workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('minutes.me') && soon()),
      whenGitKnows(soon),
      client.onDidChangeState(({ newState }) => newState === State.Running && soon()),
      ...groupings.map((grouping) =>
        commands.registerCommand(`minutes.groupActionsBy${capital(grouping)}`, () => this.show({ grouping })),
      ),
      commands.registerCommand('minutes.showClosedActions', () => this.show({ closed: true })),
      commands.registerCommand('minutes.hideClosedActions', () => this.show({ closed: false })),
      commands.registerCommand('minutes.filterActions', () => this.filter()),
      commands.registerCommand('minutes.clearActionFilter', () => this.show({ words: '' })),
      commands.registerCommand('minutes.focusActions', () => commands.executeCommand(`${viewId}.focus`)),
      commands.registerCommand(openCommand, ({ last }: ActionEntry) => showPlace(last.location)),
      commands.registerCommand('minutes.markActionDone', (node?: Node) => markDone(client, actionOf(node))),
      commands.registerCommand('minutes.carryActionOver', (node?: Node) => carryOver(client, actionOf(node))),
    )
    this.show({})
    soon()
  }

  dispose(): void {
    this.ends.dispose()
  }

  private show(change: Partial<Shown>): void {
    this.shown = { ...this.shown, ...change }
    const { grouping, closed, words } = this.shown
    void commands.executeCommand('setContext', keys.grouping, grouping)
    void commands.executeCommand('setContext', keys.closed, closed)
    void commands.executeCommand('setContext', keys.filtered, words !== '')
    this.tree.show(this.shown)
    this.tell()
  }

  private async filter(): Promise<void> {
    const words = await window.showInputBox({
      title: l10n.t('Filter Actions'),
      prompt: l10n.t('Words of the action, its owner or its team'),
      value: this.shown.words,
    })
    if (words !== undefined) this.show({ words: words.trim() })
  }

  private async refresh(): Promise<void> {
    if (this.client.state !== State.Running) return
    const params: ActionsParams = { me: await namesInGit() }
    // A request fails when the server stops meanwhile, and then the state changes.
    const actions: ActionEntry[] | undefined = await this.client
      .sendRequest(ExecuteCommandRequest.type, { command: serverCommands.actions, arguments: [params] })
      .catch(() => undefined)
    if (!actions) return
    this.tree.setActions(actions)
    this.tell()
  }

  /** What stands beside the view's title, on its icon, and in its place when it has no rows. */
  private tell(): void {
    const { words } = this.shown
    const { mine, isEmpty } = this.tree
    this.view.description = words && `"${words}"`
    this.view.badge = mine
      ? {
          value: mine,
          tooltip: mine === 1 ? l10n.t('1 open action of yours') : l10n.t('{0} open actions of yours', mine),
        }
      : undefined
    const none = words ? l10n.t('No action has "{0}".', words) : l10n.t('Nobody has promised anything that is open.')
    this.view.message = isEmpty ? none : ''
  }
}

function actionOf(node: Node | undefined): ActionEntry | undefined {
  return node?.kind === 'action' ? node.action : undefined
}

function capital(word: Grouping): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
