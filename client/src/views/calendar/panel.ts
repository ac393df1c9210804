import { commands, Disposable, env, l10n, Uri, ViewColumn, type WebviewPanel, window } from 'vscode'
import { type BaseLanguageClient, ExecuteCommandRequest, State } from 'vscode-languageclient'
import {
  type ActionEntry,
  type AttendanceEntry,
  type AttendanceParams,
  type CalendarEntry,
  serverCommands,
} from '../../../../server/src/lsp/protocol.ts'
import type { MinutesChange } from '../../minutes-change.ts'
import { Repeated } from '../../repeated.ts'
import { showPlace } from '../../show-place.ts'
import { teamTitle } from '../../team-title.ts'
import { actionsPicture } from './actions-picture.ts'
import { attendancePicture } from './attendance-picture.ts'
import { calendarPicture } from './calendar-picture.ts'
import { newNonce, pageOf } from './page.ts'
import type { Picture, Shown, Told } from './picture.ts'
import { Places } from './places.ts'
import type { Words } from './words.ts'

/** The command that shows the pictures of the repository: who met and when, and what is still to be done. The result ends it. */
export function showCalendar(client: BaseLanguageClient, extension: Uri, change: MinutesChange): Disposable {
  let shown: CalendarPanel | undefined
  const command = commands.registerCommand('minutes.showCalendar', () => {
    if (shown) return shown.reveal()
    const opened = new CalendarPanel(client, extension, change)
    shown = opened
    opened.onEnd(() => {
      if (shown === opened) shown = undefined
    })
  })
  return Disposable.from(command, new Disposable(() => shown?.dispose()))
}

class CalendarPanel {
  private readonly panel: WebviewPanel
  private readonly ends: Disposable
  private places = new Places()
  /** What is chosen: by name, because others may come. */
  private year: string | undefined
  private team: string | undefined
  private options: { readonly years: readonly string[]; readonly teams: readonly string[] } = { years: [], teams: [] }
  /** Whether the page listens. That of a hidden panel is thrown away, and begins anew when it is shown. */
  private isReady = false
  /** What the page shows. */
  private drawn: string | undefined
  private readonly drawing = new Repeated(() => this.draw())

  constructor(
    private readonly client: BaseLanguageClient,
    extension: Uri,
    change: MinutesChange,
  ) {
    const folder = Uri.joinPath(extension, 'dist', 'calendar')
    this.panel = window.createWebviewPanel('minutes.calendar', l10n.t('Calendar of Meetings'), ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: [folder],
    })
    const { webview } = this.panel
    const uriOf = (name: string) => webview.asWebviewUri(Uri.joinPath(folder, name)).toString()
    this.ends = Disposable.from(
      webview.onDidReceiveMessage((message: Told) => this.follow(message)),
      this.panel.onDidDispose(() => this.end()),
      this.panel.onDidChangeViewState(() => this.panel.visible || this.forgetPage()),
      change.onDidChange(() => this.drawing.run()),
      client.onDidChangeState(({ newState }) => newState === State.Running && this.drawing.run()),
    )
    webview.html = pageOf(uriOf('main.js'), uriOf('calendar.css'), webview.cspSource, newNonce(), env.language)
  }

  reveal(): void {
    this.panel.reveal()
  }

  onEnd(listener: () => void): void {
    this.panel.onDidDispose(listener)
  }

  dispose(): void {
    this.panel.dispose()
  }

  private async follow(message: Told): Promise<void> {
    if (message.kind === 'open') return this.open(message.place)
    if (message.kind === 'ready') this.meetPage()
    if (message.kind === 'choose' && message.choice === 0) this.year = this.options.years[message.option]
    if (message.kind === 'choose' && message.choice === 1) this.team = this.options.teams[message.option]
    await this.drawing.run()
  }

  private end(): void {
    this.forgetPage()
    this.ends.dispose()
  }

  private meetPage(): void {
    this.isReady = true
    this.drawn = undefined
  }

  private forgetPage(): void {
    this.isReady = false
    this.drawn = undefined
  }

  private async open(number: number): Promise<void> {
    const place = this.places.at(number)
    if (place) await showPlace(place)
  }

  /** Asks for what the files say now, and draws it where it is something else: whoever is about to click does so on what there was. */
  private async draw(): Promise<void> {
    if (!this.isReady || this.client.state !== State.Running) return
    try {
      const shown = await this.read()
      const text = JSON.stringify(shown)
      if (!this.isReady || text === this.drawn) return
      this.drawn = text
      await this.panel.webview.postMessage(shown)
    } catch (error) {
      // A server that has stopped meanwhile is asked again when it runs.
      if (this.client.state === State.Running) void this.tell(error)
    }
  }

  /** An older picture is better than none, and is drawn anew when something changes: then the log alone says what went wrong. */
  private async tell(error: unknown): Promise<void> {
    this.client.error('The calendar could not be drawn', error)
    if (this.drawn !== undefined) return
    const log = l10n.t('Show Log')
    const choice = await window.showErrorMessage(l10n.t('The calendar could not be drawn. The log says why.'), log)
    if (choice === log) this.client.outputChannel.show()
  }

  private async read(): Promise<Shown> {
    const [calendars, actions] = await Promise.all([
      this.ask<CalendarEntry[]>(serverCommands.calendar),
      this.ask<ActionEntry[]>(serverCommands.actions, { open: true }),
    ])
    const years = [...new Set(calendars.flatMap(({ days }) => days.map(({ day }) => day.slice(0, 4))))].sort().reverse()
    const year = this.year !== undefined && years.includes(this.year) ? this.year : (years[0] ?? '')
    const teams = calendars.map(keyOf)
    const team =
      calendars.find((one) => keyOf(one) === this.team) ?? calendars.find(({ reports }) => !reports) ?? calendars[0]
    const places = new Places()
    const words: Words = { t: l10n.t.bind(l10n), language: env.language }
    const attendance = team ? [attendancePicture(await this.attendanceOf(team, year), year, places, words)] : []
    const pictures: Picture[] = [
      calendarPicture(calendars, year, places, words),
      ...attendance,
      actionsPicture(actions, places, words),
    ]
    this.places = places
    this.options = { years, teams }
    return {
      choices: [
        { label: l10n.t('Year'), options: years, chosen: years.indexOf(year) },
        {
          label: l10n.t('Attendance of'),
          options: calendars.map(teamTitle),
          chosen: team ? teams.indexOf(keyOf(team)) : -1,
        },
      ],
      pictures,
    }
  }

  private attendanceOf({ root, folder }: CalendarEntry, year: string): Promise<AttendanceEntry> {
    const params: AttendanceParams = { root, folder, since: `${year}-01-01`, until: `${year}-12-31` }
    return this.ask(serverCommands.attendance, params)
  }

  private ask<Answer>(command: string, ...args: object[]): Promise<Answer> {
    return this.client.sendRequest(ExecuteCommandRequest.type, { command, arguments: args })
  }
}

function keyOf({ root, folder }: CalendarEntry): string {
  return `${root}\n${folder}`
}
