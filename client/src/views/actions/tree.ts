import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode'
import type { ActionEntry } from '../../../../server/src/lsp/protocol.ts'
import { type ActionGroup, type Grouping, groupsOf, isAbout } from './groups.ts'
import { actionItem, groupItem, isOpen, type Node } from './items.ts'

/** What the view shows of the actions. */
export interface Shown {
  readonly grouping: Grouping
  /** Whether what is done or dropped is shown as well. */
  readonly closed: boolean
  /** Words that an action has to have; empty when all are wanted. */
  readonly words: string
}

/** The rows of the view: groups, and in them actions. */
export class ActionTree implements TreeDataProvider<Node> {
  private readonly changed = new EventEmitter<undefined>()
  readonly onDidChangeTreeData = this.changed.event
  private actions: readonly ActionEntry[] = []
  private shown: Shown = { grouping: 'owner', closed: false, words: '' }
  private groups: readonly ActionGroup[] = []
  private isKnown = false

  /** How many of the actions are the user's own and open, whatever the view shows. */
  get mine(): number {
    return this.actions.filter((action) => action.mine && isOpen(action)).length
  }

  /** Whether there is nothing to show, as far as is known: nothing is before anybody has been asked. */
  get isEmpty(): boolean {
    return this.isKnown && this.groups.length === 0
  }

  setActions(actions: readonly ActionEntry[]): void {
    this.isKnown = true
    this.actions = actions
    this.update()
  }

  show(shown: Shown): void {
    this.shown = shown
    this.update()
  }

  getChildren(node?: Node): Node[] {
    if (!node) return this.groups.map((group) => ({ kind: 'group', group }))
    const { group } = node
    return node.kind === 'group' ? group.actions.map((action) => ({ kind: 'action', action, group })) : []
  }

  getTreeItem(node: Node): TreeItem {
    const { grouping } = this.shown
    return node.kind === 'group' ? groupItem(node.group, grouping) : actionItem(node.action, node.group, grouping)
  }

  getParent(node: Node): Node | undefined {
    return node.kind === 'action' ? { kind: 'group', group: node.group } : undefined
  }

  dispose(): void {
    this.changed.dispose()
  }

  private update(): void {
    const { closed, words, grouping } = this.shown
    const wanted = this.actions.filter((action) => (closed || isOpen(action)) && isAbout(action, words.trim()))
    this.groups = groupsOf(wanted, grouping)
    this.changed.fire(undefined)
  }
}
