-- lint-rules in Neovim 0.7 and later, without a plugin.
-- Put this file where your init.lua can `require` it, or copy it into init.lua.
-- `lint-rules` must be on the PATH; name it in full below if it is not.

local settings = {
  pause = 300, -- milliseconds that new findings wait while their line is being typed
  -- profile = 'department-budget',
  -- severities = { ['rounding-tail'] = 'off' },
  -- lang = 'en',
}

local function config(buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  local folder = name ~= '' and vim.fn.fnamemodify(name, ':p:h') or vim.fn.getcwd()
  local project = vim.fn.findfile('lint-rules.json5', folder .. ';')
  return {
    name = 'lint-rules',
    cmd = { vim.g.lint_rules_command or 'lint-rules', 'serve' },
    root_dir = project ~= '' and vim.fn.fnamemodify(project, ':p:h') or folder,
    init_options = settings,
  }
end

-- Neovim 0.7 has no vim.lsp.start; there one client per folder is kept here.
local clients = {}
local function start(buffer)
  local wanted = config(buffer)
  if vim.lsp.start then
    return vim.lsp.start(wanted, { bufnr = buffer })
  end
  clients[wanted.root_dir] = clients[wanted.root_dir] or vim.lsp.start_client(wanted)
  vim.lsp.buf_attach_client(buffer, clients[wanted.root_dir])
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = { 'markdown', 'text' },
  callback = function(event)
    start(event.buf or vim.api.nvim_get_current_buf())
  end,
})
