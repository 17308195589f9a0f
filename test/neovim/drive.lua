-- Runs in `nvim --headless --clean`: starts dist/server.js with the built-in client on the file $OGI_REPORT, asks what a person would
-- ask, writes the answers as JSON to $OGI_ANSWER and leaves.
local function wait(what, ask)
  local answer
  if not vim.wait(15000, function() answer = ask() return answer end, 50) then
    error('waited in vain for ' .. what)
  end
  return answer
end

local function request(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 15000) or {}
  for _, it in pairs(answers) do return it.result end
end

local function main()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.OGI_REPORT))
  local config = {
    name = 'ogi-report',
    cmd = { vim.env.OGI_NODE, vim.env.OGI_SERVER, '--stdio' },
    root_dir = vim.fn.getcwd(),
    capabilities = vim.lsp.protocol.make_client_capabilities(),
  }
  vim.lsp.buf_attach_client(0, vim.lsp.start_client(config))
  wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)

  local answer = { diagnostics = {}, actions = {} }
  local wrong
  for _, it in ipairs(vim.diagnostic.get(0)) do
    local code = it.code or (it.user_data and it.user_data.lsp and it.user_data.lsp.code)
    table.insert(answer.diagnostics, { code = code, message = it.message, line = it.lnum })
    if code == 'sum-mismatch' and not wrong then wrong = it end
  end
  local at = wrong or vim.diagnostic.get(0)[1]
  vim.api.nvim_win_set_cursor(0, { at.lnum + 1, at.col })
  answer.hover = request('textDocument/hover', vim.lsp.util.make_position_params())
  answer.symbols = request('textDocument/documentSymbol', { textDocument = vim.lsp.util.make_text_document_params() })
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {} }
  for _, it in ipairs(request('textDocument/codeAction', params) or {}) do
    table.insert(answer.actions, it.title)
  end
  return answer
end

local ok, answer = pcall(main)
local file = io.open(vim.env.OGI_ANSWER, 'w')
file:write(vim.json.encode(ok and answer or { error = tostring(answer) }))
file:close()
vim.cmd('qall!')
