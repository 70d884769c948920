-- Drives Neovim, headless, through a session with the language server:
--   LINT_RULES=.build/debug/lint-rules nvim --headless -u NONE -S editors/tests/neovim.lua
-- Ends with status 0 if everything was as it should be.

local here = vim.fn.fnamemodify(vim.fn.expand('<sfile>:p'), ':h')
if vim.fn.isdirectory(here .. '/../tests') == 0 then here = vim.fn.getcwd() .. '/editors/tests' end
vim.g.lint_rules_command = os.getenv('LINT_RULES') or 'lint-rules'
vim.cmd('filetype on')
dofile(here .. '/../neovim.lua')

local function fail(message)
  io.stderr:write('FAILED: ' .. message .. '\n')
  vim.cmd('cquit 1')
end

local function expect(condition, message)
  if not condition then fail(message) end
end

-- The text of a range of the protocol as the editor understands it.
local function text_at(diagnostic)
  local line = vim.api.nvim_buf_get_lines(0, diagnostic.lnum, diagnostic.lnum + 1, false)[1] or ''
  return line:sub(diagnostic.col + 1, diagnostic.end_col)
end

local function wait_for(message, condition)
  expect(vim.wait(15000, condition, 10), 'waited in vain for ' .. message)
end

local function diagnostic(code)
  for _, found in ipairs(vim.diagnostic.get(0)) do
    local own = found.code or (found.user_data and found.user_data.lsp and found.user_data.lsp.code)
    if own == code then return found end
  end
end

local function request(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 15000)
  expect(answers ~= nil, method .. ' was not answered')
  for _, answer in pairs(answers) do
    expect(answer.error == nil and answer.err == nil, method .. ' was answered with an error')
    return answer.result
  end
end

local draft = vim.fn.tempname() .. '/草案 𠮷.md'
vim.fn.mkdir(vim.fn.fnamemodify(draft, ':h'), 'p')
vim.fn.writefile(vim.fn.readfile(here .. '/draft.md', 'b'), draft, 'b')
vim.cmd('edit ' .. vim.fn.fnameescape(draft))
vim.bo.filetype = 'markdown'

wait_for('diagnostics', function() return diagnostic('column-total') ~= nil end)
local found = diagnostic('column-total')
expect(text_at(found) == '25.00', 'the range after 𠮷 marks ' .. text_at(found))
expect(found.severity == vim.diagnostic.severity.ERROR, 'the severity is wrong')
expect(found.source == 'lint-rules', 'the source is wrong')

local client = (vim.lsp.get_clients or vim.lsp.get_active_clients)()[1]
local encoding = client.offset_encoding or 'utf-16'
io.stdout:write('encoding ' .. encoding .. '\n')

local function position(line, byte)
  local content = vim.api.nvim_buf_get_lines(0, line, line + 1, false)[1]
  local column = byte
  if encoding == 'utf-16' then column = select(2, vim.str_utfindex(content, byte)) end
  return { line = line, character = column }
end

local document = { uri = vim.uri_from_bufnr(0) }
local place = position(found.lnum, found.col + 1)

local hover = request('textDocument/hover', { textDocument = document, position = place })
expect(hover and hover.contents.value:find('20.00', 1, true), 'the hover does not tell the terms')

local symbols = request('textDocument/documentSymbol', { textDocument = document })
expect(symbols and #symbols > 0 and symbols[1].name:find('部门', 1, true), 'the outline is wrong')

-- A row of edits: the finding stays on its figure while text with 𠮷 grows before it.
for step = 1, 10 do
  vim.api.nvim_buf_set_text(0, found.lnum, 4, found.lnum, 4, { '𠮷' })
  wait_for('diagnostics after edit ' .. step, function()
    local now = diagnostic('column-total')
    return now ~= nil and text_at(now) == '25.00' and now.col == found.col + 4 * step
  end)
end
vim.api.nvim_buf_set_lines(0, 0, 0, false, { '首行', '' })
wait_for('diagnostics after new lines', function()
  local now = diagnostic('column-total')
  return now ~= nil and now.lnum == found.lnum + 2 and text_at(now) == '25.00'
end)

-- The quick fix.
local now = diagnostic('column-total')
local range = { start = position(now.lnum, now.col), ['end'] = position(now.lnum, now.end_col) }
local actions = request('textDocument/codeAction', {
  textDocument = document, range = range, context = { diagnostics = {}, only = { 'quickfix' } },
})
local chosen
for _, action in ipairs(actions or {}) do
  if action.title:find('20.00', 1, true) then chosen = chosen or action end
end
expect(chosen ~= nil, 'no fix is offered')
vim.lsp.util.apply_workspace_edit(chosen.edit, encoding)
wait_for('the finding to vanish', function() return diagnostic('column-total') == nil end)

io.stdout:write('ok\n')
vim.cmd('qall!')
