-- Attaches Neovim's own language client to the server as the README says, asks for what it can show, and writes the answers as JSON. Neovim 0.7 is enough.
-- The environment holds the paths: CONFIGURATION, which is the README's, FILE and ANSWERS.
local patience = 20000
local answers = {}

local function client_of(buffer)
  return vim.lsp.get_client_by_id(vim.tbl_keys(vim.lsp.buf_get_clients(buffer))[1])
end

local function ask(method, params)
  local replies, problem = vim.lsp.buf_request_sync(0, method, params, patience)
  assert(replies, method .. ': ' .. tostring(problem))
  for _, reply in pairs(replies) do
    assert(not reply.error, method .. ': ' .. vim.inspect(reply.error))
    return reply.result
  end
end

local function ask_of_file(method, params)
  params.textDocument = { uri = vim.uri_from_bufnr(0) }
  return ask(method, params)
end

-- The position behind the first text of the buffer that is equal to this one.
local function behind(text)
  for line, content in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local _, last = content:find(text, 1, true)
    if last then
      return { line = line - 1, character = last }
    end
  end
  error('There is no ' .. text)
end

local function append(line)
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { line })
end

local function findings()
  local found = {}
  for _, finding in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, (finding.lnum + 1) .. ' ' .. finding.source .. ': ' .. finding.message)
  end
  return found
end

local function until_true(what, holds)
  assert(vim.wait(patience, holds, 20), 'This never happened: ' .. what)
end

local function walk()
  -- Whoever stands in the folder of one team is in its repository nevertheless.
  local folder = vim.fn.fnamemodify(os.getenv('FILE'), ':h')
  vim.cmd('cd ' .. vim.fn.fnameescape(folder))
  vim.cmd('filetype on')
  dofile(os.getenv('CONFIGURATION'))
  vim.cmd('edit ' .. vim.fn.fnameescape(os.getenv('FILE')))
  until_true('findings', function()
    return #vim.diagnostic.get(0) > 0
  end)
  answers.findings = findings()

  append('* @')
  local people = ask_of_file('textDocument/completion', { position = behind('* @') })
  people = people.items or people
  answers.people = vim.tbl_map(function(person)
    return person.label
  end, people)
  answers.person = ask('completionItem/resolve', people[1]).documentation
  vim.cmd('undo')

  answers.hover = ask_of_file('textDocument/hover', { position = behind('/platform/2025') })
  answers.definition = ask_of_file('textDocument/definition', { position = behind('/platform/2025') })
  answers.references = ask_of_file('textDocument/references', { position = behind('/platform/2025'), context = { includeDeclaration = true } })
  answers.symbols = ask_of_file('textDocument/documentSymbol', {})
  answers.meetings = ask('workspace/symbol', { query = 'storage 2025-11' })
  local renaming = ask_of_file('textDocument/rename', { position = behind('@oduya'), newName = '@oduya-kim' })
  vim.lsp.util.apply_workspace_edit(renaming, client_of(0).offset_encoding)
  answers.renamed = {}
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    local text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
    table.insert(answers.renamed, { path = vim.api.nvim_buf_get_name(buffer), text = text })
  end

  local finding = vim.diagnostic.get(0)[1]
  local range = {
    start = { line = finding.lnum, character = finding.col },
    ['end'] = { line = finding.end_lnum, character = finding.end_col },
  }
  local actions = ask_of_file('textDocument/codeAction', { range = range, context = { diagnostics = {} } })
  answers.actions = vim.tbl_map(function(action)
    return action.title
  end, actions)
  local before = #vim.diagnostic.get(0)
  -- Neovim says that it asks for an edit when somebody has chosen it.
  local chosen = actions[1].edit and actions[1] or ask('codeAction/resolve', actions[1])
  vim.lsp.util.apply_workspace_edit(chosen.edit, client_of(0).offset_encoding)
  until_true('one finding less', function()
    return #vim.diagnostic.get(0) < before
  end)
  answers.mended = vim.api.nvim_buf_get_lines(0, finding.lnum, finding.lnum + 1, false)[1]

  local id = client_of(0).id
  answers.clients = #vim.lsp.get_active_clients()
  vim.lsp.stop_client(id)
  until_true('the server ends', function()
    return vim.lsp.client_is_stopped(id)
  end)
end

local ok, problem = xpcall(walk, debug.traceback)
answers.problem = not ok and problem or nil
local file = assert(io.open(os.getenv('ANSWERS'), 'w'))
file:write(vim.json.encode(answers))
file:close()
vim.cmd('qall!')
