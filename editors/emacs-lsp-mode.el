;;; lint-rules in Emacs with lsp-mode.
;;
;; Put this into your init file.  `lint-rules' must be on the exec-path.
;; lsp-mode up to 8.0 counts columns wrongly after characters beyond the first plane (𠮷) on the same line;
;; eglot does not.

(require 'lsp-mode)

(add-to-list 'lsp-language-id-configuration '(markdown-mode . "markdown"))
(add-to-list 'lsp-language-id-configuration '(text-mode . "plaintext"))

(lsp-register-client
 (make-lsp-client
  :new-connection (lsp-stdio-connection '("lint-rules" "serve"))
  :major-modes '(markdown-mode gfm-mode text-mode)
  :initialization-options (lambda () '(:pause 300))
  :server-id 'lint-rules))

(add-hook 'markdown-mode-hook #'lsp-deferred)
(add-hook 'text-mode-hook #'lsp-deferred)
