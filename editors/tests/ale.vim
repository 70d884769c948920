" Drives Vim with ALE through a session with the language server:
"   PATH=.build/debug:$PATH vim -Nu NONE -i NONE -n --not-a-term -S editors/tests/ale.vim
" Checks messages and lines; ALE up to 3.3 shifts columns after characters beyond the first plane by itself.
" Ends with status 0 if everything was as it should be.
set nocompatible hidden
let g:ale_linters_explicit = 0
let g:ale_lint_delay = 50
filetype plugin on
let s:here = expand('<sfile>:p:h')
packadd! ale
runtime! plugin/ale.vim
execute 'source ' . fnameescape(s:here . '/../vim-ale.vim')

function! s:fail(message) abort
  call writefile(['FAILED: ' . a:message], '/dev/stderr', 'a')
  cquit
endfunction

function! s:found() abort
  return filter(copy(ale#engine#GetLoclist(bufnr(''))), {_, item -> item.text =~# '25\.00'})
endfunction

function! s:wait(what, wanted) abort
  for s:step in range(300)
    if !empty(s:found()) == a:wanted | return | endif
    sleep 50m
  endfor
  call s:fail('waited in vain for ' . a:what)
endfunction

let s:file = tempname() . '.md'
call writefile(readfile(s:here . '/draft.md', 'b'), s:file, 'b')
execute 'edit ' . fnameescape(s:file)
setfiletype markdown
let b:ale_linters = ['lint-rules']
ALELint
call s:wait('diagnostics', 1)
if s:found()[0].lnum != 9 || s:found()[0].type !=# 'E' | call s:fail('line or severity is wrong') | endif
call append(0, ['首行', ''])
doautocmd TextChanged
for s:step in range(100)
  if !empty(s:found()) && s:found()[0].lnum == 11 | break | endif
  sleep 50m
endfor
if empty(s:found()) || s:found()[0].lnum != 11 | call s:fail('the finding did not follow the text') | endif
%s/25\.00/20.00/
doautocmd TextChanged
call s:wait('the finding to vanish', 0)
qall!
