" lint-rules in Vim with ALE (https://github.com/dense-analysis/ale).
" Put this into your vimrc. `lint-rules` must be on the PATH.
" ALE up to 3.3 counts columns wrongly after characters beyond the first plane on the same line.

function! LintRulesRoot(buffer) abort
  let l:file = findfile('lint-rules.json5', fnamemodify(bufname(a:buffer), ':p:h') . ';')
  return empty(l:file) ? fnamemodify(bufname(a:buffer), ':p:h') : fnamemodify(l:file, ':p:h')
endfunction

for s:type in ['markdown', 'text']
  call ale#linter#Define(s:type, {
  \ 'name': 'lint-rules',
  \ 'lsp': 'stdio',
  \ 'executable': 'lint-rules',
  \ 'command': '%e serve',
  \ 'project_root': function('LintRulesRoot'),
  \})
endfor
