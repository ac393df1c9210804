/**
 * What Minutes adds to LSP. All of it is optional: an editor that knows none of it has every feature but the status item,
 * the fixes that store pictures, and what becomes of what is pasted.
 * The client imports the types and constants of this file and nothing else of the server.
 */

/** `initializationOptions` of the `initialize` request. Every member may be absent. */
export interface InitializationOptions {
  /** The editor's settings below `minutes`, for a client that is not asked for them, or has none to tell. */
  readonly minutes?: unknown
  /** The host itself checks `.minutes.json` against its JSON Schema (VS Code does): the server then reports only what a schema cannot say. */
  readonly hostChecksSettingsSchema?: boolean
  /** The host itself follows relative links, and finds the relative links to headings (VS Code does): the server then answers with the rest. */
  readonly hostReadsMarkdown?: boolean
  /**
   * URI of the folder in which the client shows the pages of the rules: that of a rule is `ID.md` in it, and the code of a finding links
   * there. Where this is absent, a server on a disk links the files beside it, and a server in a browser links none.
   */
  readonly rulePages?: string
  /**
   * URI of the script `answers.js`, for a server that is a worker: what answers requests is loaded from there. Where this is absent, it is
   * beside the worker's own script, which a worker that was started from a blob does not know.
   */
  readonly answers?: string
  /** The client has the command `minutes.saveImage`: without it, pictures on the pad are found, and no fix stores them. */
  readonly savesPictures?: boolean
  /** The client has the command `minutes.showReferences`: without it, a code lens says how many places there are, and cannot show them. */
  readonly showsReferences?: boolean
  /** The client shows what the files say together, and wants to be told by `minutes/changed` when that may be something else. */
  readonly followsChanges?: boolean
}

/**
 * Command of the client, which fixes call: it asks its user, downloads pictures, stores them where no file is, and lets the text show those
 * that it has stored. Its one argument is `SavePicturesParams`. The server itself never touches the network.
 */
export const savePicturesCommand = 'minutes.saveImage'

export interface SavePicturesParams {
  /** The document that shows the pictures, and the version of it for which the edits are made. */
  readonly uri: string
  readonly version: number
  readonly pictures: readonly PictureToSave[]
  /** The beginnings of URLs from which the repository's settings take uploads: of their hosts the user need not be asked. */
  readonly uploads?: readonly string[]
}

export interface PictureToSave {
  /** Where it is: `https:` or `http:`. */
  readonly url: string
  /** Where it is stored: relative to the document's workspace folder, with `/`. */
  readonly path: string
  /** It is there already, and only the text does not show it. */
  readonly isStored?: boolean
  /** The edits of the document that show the stored picture, as LSP's `TextEdit`. */
  readonly edits: readonly { readonly range: Range; readonly newText: string }[]
}

/** LSP's `Range`. */
export interface Range {
  readonly start: { readonly line: number; readonly character: number }
  readonly end: { readonly line: number; readonly character: number }
}

/** Command of the client, which code lenses call: it shows places beside the text. Its one argument is `ShowReferencesParams`. */
export const showReferencesCommand = 'minutes.showReferences'

export interface ShowReferencesParams {
  readonly uri: string
  readonly position: Range['start']
  readonly locations: readonly { readonly uri: string; readonly range: Range }[]
}

/**
 * Commands of the server, for `workspace/executeCommand`. The one argument of the first six is `GoToParams`, and all of these but `teams` answer
 * with a `Location` or `null`.
 */
export const serverCommands = {
  previousMeeting: 'minutes.server.previousMeeting',
  nextMeeting: 'minutes.server.nextMeeting',
  reportOfMeeting: 'minutes.server.reportOfMeeting',
  meetingOfSection: 'minutes.server.meetingOfSection',
  latestMeeting: 'minutes.server.latestMeeting',
  /** Answers with a list of `TeamEntry`, the likeliest first; where there are none, the user is told why. */
  teams: 'minutes.server.teams',
  /** Takes `ActionsParams` or nothing, and answers with a list of `ActionEntry` in the order in which they were promised. */
  actions: 'minutes.server.actions',
  /** Take `ChangeActionParams`, and answer with a `WorkspaceEdit`, or fail with a message for the user. */
  markDone: 'minutes.server.markDone',
  carryOver: 'minutes.server.carryOver',
  /** Takes `PeriodParams` or nothing, and answers with a list of `CalendarEntry`, that of the team which met last first. */
  calendar: 'minutes.server.calendar',
  /** Takes `AttendanceParams`, and answers with an `AttendanceEntry`. */
  attendance: 'minutes.server.attendance',
  /** Takes nothing, and answers with a list of `MeetingTeam`, that which meets next first. */
  teamsToMeet: 'minutes.server.teamsToMeet',
  /** Takes `NewMinutesParams`, and answers with a `NewDocument`, or `null` where its user has been told why there is none. Reports are drafted. */
  newMinutes: 'minutes.server.newMinutes',
  /** Takes nothing, and answers with a list of `ReportSeries`, that with the latest report first. */
  reportSeries: 'minutes.server.reportSeries',
  /** Takes `DraftReportParams`, and answers with a `NewDocument`, or `null` where its user has been told why there is none. */
  draftReport: 'minutes.server.draftReport',
  /** Takes `DocumentParams` of a report, and answers with a `WorkspaceEdit` of what has arrived since it was drafted, or `null`. */
  refreshReport: 'minutes.server.refreshReport',
  /** Takes `ImportPadParams`, and answers with `ImportedPad`, or `null` where its user has been told why nothing is imported. */
  importPad: 'minutes.server.importPad',
  /** Takes `DocumentParams` of an open document, and answers with `SavePicturesParams` for all pictures that it shows from a pad. */
  picturesToSave: 'minutes.server.picturesToSave',
  /** Takes `SetUpParams`, and answers with a `NewDocument`, or `null` where its user has been told why there is none. */
  setUp: 'minutes.server.setUp',
  /** Takes nothing, and answers with a `CheckOutcome`, or `null` when it was cancelled. What is wrong comes by `workspace/diagnostic`. */
  checkRepository: 'minutes.server.checkRepository',
  /**
   * Takes `OfferedAction`, as the light bulb of a client has it that takes commands alone: the client is asked to make its edit by
   * `workspace/applyEdit`.
   */
  applyAction: 'minutes.server.applyAction',
} as const

/** An action of an open document, by which it is found when it is to be made: of the document as it is by then. */
export interface OfferedAction {
  readonly uri: string
  /** Where it was asked for. */
  readonly range: Range
  readonly kind: string
  readonly title: string
  /** The place of the offer among those of its kind for the range: two of them may be called the same. */
  readonly at: number
}

/** Which repository is to have settings. */
export interface SetUpParams {
  /** The URI of a workspace folder. */
  readonly root: string
}

/** What a check of all files came to. */
export interface CheckOutcome {
  readonly files: number
  /** How many of them have findings. */
  readonly faulty: number
  readonly findings: number
}

/** A team whose next minutes may be made. */
export interface MeetingTeam {
  /** URI of the workspace folder. */
  readonly root: string
  readonly name: string
  /** That of its minutes: relative to the workspace folder, with `/`. */
  readonly folder: string
  /** The day of the latest meeting, as an ISO date. */
  readonly latest: string
  readonly days: readonly OfferedDay[]
  /** The last day from today on of which there are minutes already, as an ISO date. */
  readonly prepared?: string
}

/** A day for which there may be minutes and are none: the next meeting, one behind that, today, or a meeting of which there are none. */
export interface OfferedDay {
  /** An ISO date. */
  readonly day: string
  readonly what: 'next' | 'later' | 'today' | 'missing'
}

export interface NewMinutesParams {
  /** URI of the workspace folder, or of something in it. */
  readonly root: string
  /** That of the team's minutes; by default that in which `root` lies, or the first of `teamsToMeet` where that is elsewhere in the workspace folder. */
  readonly folder?: string
  /** By default the first of the team's days. */
  readonly day?: string
}

/** Minutes that report on those of other teams. */
export interface ReportSeries {
  /** URI of the workspace folder. */
  readonly root: string
  readonly name: string
  /** Relative to the workspace folder, with `/`. */
  readonly folder: string
  /** The days for which there may be a report and is none, the likeliest first, as ISO dates. */
  readonly days: readonly OfferedDay[]
  /** The last day from today on of which there is a report already, as an ISO date. */
  readonly prepared?: string
}

export interface DraftReportParams {
  /** URI of the workspace folder, or of something in it. */
  readonly root: string
  /** That of the series; by default the first of `reportSeries`. */
  readonly folder?: string
  /** By default the first of the series' days. */
  readonly day?: string
}

/** The text of a pad that becomes minutes. The client has downloaded it. */
export interface ImportPadParams {
  /** URI of the workspace folder, or of something in it. */
  readonly root: string
  readonly text: string
  /** The URL of the pad, or the name of a file. */
  readonly source: string
  /** That of the team's minutes; by default that of the team which the text names. */
  readonly folder?: string
  /** An ISO date; by default that which the text names. */
  readonly day?: string
}

export interface ImportedPad {
  /** What the text, or the client, says. */
  readonly folder?: string
  readonly day?: string
  /** The minutes; absent where the folder or the day is not known. */
  readonly document?: NewDocument
}

/** A document that is to be made. */
export interface NewDocument {
  readonly uri: string
  readonly text: string
  /** LSP's `WorkspaceEdit` that makes the file, never in place of another, and writes its text. */
  readonly edit: object
  /** Where typing starts. */
  readonly position: Range['start']
}

/** A file, open or not: LSP's `TextDocumentIdentifier`. */
export interface DocumentParams {
  readonly textDocument: { readonly uri: string }
}

/** The place that one goes from: LSP's `TextDocumentPositionParams`. */
export interface GoToParams {
  readonly textDocument: { readonly uri: string }
  readonly position: Range['start']
  /** For `latestMeeting`: the folder of the team's minutes; by default the document's own. */
  readonly folder?: string
}

export interface TeamEntry {
  readonly name: string
  /** Relative to the workspace folder, with `/`. */
  readonly folder: string
  /** The day of the latest meeting, as an ISO date. */
  readonly day: string
}

/** Which actions of the workspace are wanted; without any member all are. */
export interface ActionsParams {
  /** Only those that are still to be done. */
  readonly open?: boolean
  /** Only those of a person: a handle (`@ines-berg`), or a name where the minutes have no handles. */
  readonly owner?: string
  /** Only those of a team: its name, or the folder of its minutes. */
  readonly team?: string
  /** Names and addresses of the user, such as those that git knows: they say which actions are theirs unless the setting `minutes.me` does. */
  readonly me?: readonly string[]
}

/** Something that somebody promised, in however many minutes it stands. */
export interface ActionEntry {
  /** The same as long as the action is carried. */
  readonly id: string
  /** Handles with `@`, or a name; empty when nobody owns it. */
  readonly owners: readonly string[]
  /** Whether the user owns it. */
  readonly mine: boolean
  readonly text: string
  readonly team: string
  readonly state: 'open' | 'carried' | 'done' | 'dropped'
  /** For how many days it has been waiting, or had to wait. */
  readonly days: number
  /** In how many minutes it stands. */
  readonly meetings: number
  /** Where it was promised. */
  readonly origin: PlaceEntry
  /** The last minutes that have it. */
  readonly last: PlaceEntry
  /** URI of the team's latest minutes, where these are later than the last ones that have it. */
  readonly carriesInto?: string
}

/** Which action is changed: the one on the line of a position in any minutes that have it, whether or not they are open. */
export interface ChangeActionParams {
  readonly textDocument: { readonly uri: string }
  readonly position: Range['start']
  /** For `carryOver`: the minutes that shall have it; by default the latest of the team. */
  readonly into?: { readonly uri: string }
}

/** A part of the time, by ISO dates; both belong to it, and either may be absent. */
export interface PeriodParams {
  readonly since?: string
  readonly until?: string
}

/** The meetings of a team up to today, and those that are missing. */
export interface CalendarEntry {
  /** URI of the workspace folder. */
  readonly root: string
  readonly name: string
  /** That of its minutes: relative to the workspace folder, with `/`. */
  readonly folder: string
  /** Whether they report on those of other teams. */
  readonly reports: boolean
  /** The earliest first. */
  readonly days: readonly DayEntry[]
}

/** A day on which a team met, or should have met. */
export interface DayEntry {
  /** An ISO date. */
  readonly day: string
  /** `late`: a report came out without the minutes, and none leads there yet; `held`: no report has anything to say of them. */
  readonly state: 'held' | 'reported' | 'late' | 'missing'
  /** URI of the minutes, unless they are missing. */
  readonly uri?: string
  /** URI of the report that leads to the minutes, or that came out without them. */
  readonly report?: string
}

/** Whose attendance is wanted. */
export interface AttendanceParams extends PeriodParams {
  /** URI of the workspace folder. */
  readonly root: string
  /** That of the team's minutes. */
  readonly folder: string
}

export interface AttendanceEntry {
  readonly root: string
  readonly name: string
  readonly folder: string
  /** The earliest first. */
  readonly meetings: readonly {
    readonly day: string
    readonly uri: string
    /** Whether the minutes say who took part. */
    readonly listed: boolean
  }[]
  /** Those who took part most often first. */
  readonly people: readonly {
    /** A handle with `@`, or a name. */
    readonly name: string
    /** The indices of the meetings that they took part in, the earliest first. */
    readonly attended: readonly number[]
  }[]
}

export interface PlaceEntry {
  /** LSP's `Location`. */
  readonly location: { readonly uri: string; readonly range: Range }
  /** The day of the meeting, as an ISO date. */
  readonly day: string
}

/** Request: which meeting an open file belongs to, for the status item. `null` when the file is in no repository of minutes. */
export const aboutRequest = 'minutes/about'

/** Notification, without parameters, to a client that asks `minutes/about`: the answer that it had last is no longer true. */
export const aboutChangedNotification = 'minutes/aboutChanged'

/**
 * Notification, without parameters, to a client that `followsChanges`: files, settings, folders or texts in its editors have changed, and with them
 * perhaps the answers to the commands of the server. While somebody types it comes with every change.
 */
export const changedNotification = 'minutes/changed'

export interface AboutParams {
  readonly uri: string
}

export interface About {
  /** The repository's name: the last part of its forge URL, or of its folder. */
  readonly repository: string
  /** The name of the team whose series holds the file. */
  readonly team?: string
  /** The meeting date, as an ISO date. */
  readonly date?: string
  readonly weekday?: string
  /** What the file is: minutes of a meeting, minutes that report on others', a slide deck, a template, or another Markdown file. */
  readonly kind: 'minutes' | 'report' | 'deck' | 'template' | 'page'
  /** Whether its series reports on the meetings of others: decks may, too. */
  readonly reports?: boolean
}

/** Request: what may be written in place of a URL that is pasted into an open document. `null`: nothing but what has been pasted. */
export const pasteLinkRequest = 'minutes/pasteLink'

export interface PasteLinkParams {
  readonly textDocument: { readonly uri: string }
  /** What is selected, or empty where the caret is. */
  readonly range: Range
  /** What is pasted. */
  readonly text: string
}

export interface PastedLink {
  readonly title: string
  readonly newText: string
  /** Whether the writer most likely wants it; otherwise the URL itself comes first. */
  readonly isLikely: boolean
}

/** Request: how an open document shows pictures that are pasted or dropped. `null` where it shows none. The client stores them. */
export const pastePicturesRequest = 'minutes/pastePictures'

export interface PastePicturesParams {
  readonly textDocument: { readonly uri: string }
  readonly range: Range
  readonly pictures: readonly PictureToPaste[]
}

export interface PictureToPaste {
  /** The name of its file, or what a clipboard calls it. */
  readonly name: string
  /** The ending that fits its content, without the dot: `png`. */
  readonly ending: string
  /** The URI of its file, where that is known. */
  readonly uri?: string
}

export interface PastedPictures {
  readonly title: string
  readonly newText: string
  /** The URI at which each is to be stored, where no file is; `null` for one that the repository has. */
  readonly stored: readonly (string | null)[]
}

/**
 * Notification: files of a repository whose host cannot be read by the server (a browser). The client sends all Markdown files after
 * `initialized`, and each that is created, changed or deleted later. The server answers once the first telling is complete, or takes longer than
 * anybody waits: then by what has been told.
 */
export const filesNotification = 'minutes/files'

export interface FilesParams {
  /** URI of the workspace folder, with or without a slash at its end. */
  readonly root: string
  readonly files: readonly {
    /** Relative to the root, with `/`. */
    readonly path: string
    /** `undefined`: the file exists, its text is not told (a picture). `null`: the file, or all of a folder, is no more. */
    readonly text?: string | null
  }[]
  /** Whether more notifications of the first telling follow. Changes are told behind the last of them. */
  readonly more?: boolean
}
