import type * as lsp from 'vscode-languageserver'
import type { IssueLink } from '../../core/ide/navigation/issue-links.ts'
import type { FileLink } from '../../core/ide/navigation/links.ts'
import type { Answers } from '../answers.ts'
import { openingUri } from '../convert.ts'
import { answering, type Feature } from '../feature.ts'
import { toLocation } from '../navigation.ts'
import type { OpenDocument } from '../repositories.ts'

/**
 * `textDocument/documentLink`: a URL of the repository opens the file that is here, at its heading or its lines, and the shorthand of an issue
 * its page on the forge.
 */
export const documentLink: Feature = {
  capabilities: () => ({ documentLinkProvider: {} }),
  register(context) {
    const { connection, repositories, client } = context
    connection.onDocumentLinks(
      answering(
        context,
        [],
        async (answers, { textDocument: { uri } }: lsp.DocumentLinkParams): Promise<lsp.DocumentLink[]> => {
          await repositories.whenReady(uri)
          const document = repositories.document(uri)
          if (!document?.minutes) return []
          const { minutes, workspace } = document
          const files = answers.fileLinks(minutes, workspace.repository, client.hostReadsMarkdown)
          const issues = answers.issueLinks(minutes, workspace.repository)
          const links = [
            ...files.map((link) => toLink(link, document)),
            ...issues.map((link) => toIssue(link, document, answers)),
          ]
          if (client.capabilities.textDocument?.documentLink?.tooltipSupport) return links
          return links.map(({ tooltip: _, ...link }) => link)
        },
      ),
    )
  },
}

function toLink({ span, target, ref }: FileLink, document: OpenDocument): lsp.DocumentLink {
  const as = ref === undefined ? '' : ` as it is here, not as in ${ref}`
  return {
    range: document.places.range(span),
    tooltip: `Open ${target.path}${as}`,
    target: targetUri(target, document),
  }
}

function toIssue(
  { span, issue: { issue, url } }: IssueLink,
  { places, workspace }: OpenDocument,
  { titledIssue }: Answers,
): lsp.DocumentLink {
  return { range: places.range(span), tooltip: `Open ${titledIssue(issue, workspace.repository)}`, target: url }
}

/** A file as a whole is opened where its reader left it. */
function targetUri(target: FileLink['target'], document: OpenDocument): string {
  const location = toLocation(target, document)
  return target.span.end ? openingUri(location) : location.uri
}
