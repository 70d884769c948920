;;; Drives Emacs with eglot through a session with the language server:
;;   LINT_RULES=.build/debug/lint-rules emacs --batch -l editors/tests/eglot.el
;; Ends with status 0 if everything was as it should be.

(setq load-prefer-newer t)
(package-initialize)
(defconst tests-folder (file-name-directory load-file-name))
(load (expand-file-name "../emacs-eglot.el" tests-folder) nil t)
(setq lint-rules-command (or (getenv "LINT_RULES") "lint-rules")
      eglot-sync-connect 10
      eglot-autoshutdown nil
      flymake-no-changes-timeout 0.1
      eglot-send-changes-idle-time 0.05
      create-lockfiles nil)
(remove-hook 'text-mode-hook #'eglot-ensure)

(defun expect (condition message)
  "Fail with MESSAGE unless CONDITION holds."
  (unless condition
    (message "FAILED: %s" message)
    (kill-emacs 1)))

(defun wait-for (message condition)
  "Wait until CONDITION holds, or fail with MESSAGE."
  (let ((left 300))
    (while (and (> left 0) (not (funcall condition)))
      (accept-process-output nil 0.05)
      ;; Batch mode has no idle time, so what waits for it is called here.
      (when (and (eglot-managed-p) eglot--recent-changes) (eglot--signal-textDocument/didChange))
      (setq left (1- left)))
    (expect (> left 0) (concat "waited in vain for " message))))

(defun finding ()
  "The diagnostic of the wrong figure."
  (seq-find (lambda (diag) (string-match-p "25\\.00" (flymake-diagnostic-text diag)))
            (flymake-diagnostics)))

(defun text-of (diag)
  "The text that DIAG marks."
  (buffer-substring-no-properties (flymake-diagnostic-beg diag) (flymake-diagnostic-end diag)))

(let* ((folder (make-temp-file "drafts" t))
       (file (expand-file-name "草案 𠮷.txt" folder)))
  (copy-file (expand-file-name "draft.md" tests-folder) file)
  (find-file file)
  (text-mode)
  (setq-local flymake-start-on-flymake-mode t)
  (apply #'eglot (eglot--guess-contact))
  (wait-for "the connection" #'eglot-managed-p)
  (flymake-mode 1)
  (wait-for "diagnostics" (lambda () (flymake-start) (finding)))
  (expect (equal (text-of (finding)) "25.00") (concat "the range marks " (text-of (finding))))
  (expect (eq (flymake-diagnostic-type (finding)) 'eglot-error) "the severity is wrong")

  ;; Hover.
  (goto-char (1+ (flymake-diagnostic-beg (finding))))
  (let ((hover (jsonrpc-request (eglot--current-server-or-lose) :textDocument/hover
                                (eglot--TextDocumentPositionParams))))
    (expect (string-match-p "20\\.00" (plist-get (plist-get hover :contents) :value))
            "the hover does not tell the terms"))

  ;; Outline.
  (let ((symbols (jsonrpc-request (eglot--current-server-or-lose) :textDocument/documentSymbol
                                  `(:textDocument ,(eglot--TextDocumentIdentifier)))))
    (expect (> (length symbols) 0) "there is no outline"))

  ;; A row of edits before the figure.
  (dotimes (step 5)
    (goto-char (point-min))
    (search-forward "208\t")
    (insert "𠮷")
    (wait-for (format "diagnostics after edit %d" step)
              (lambda () (flymake-start) (and (finding) (equal (text-of (finding)) "25.00")
                                              (null eglot--recent-changes)))))

  ;; The quick fix.
  (goto-char (flymake-diagnostic-beg (finding)))
  (let* ((actions (jsonrpc-request
                   (eglot--current-server-or-lose) :textDocument/codeAction
                   (list :textDocument (eglot--TextDocumentIdentifier)
                         :range (list :start (eglot--pos-to-lsp-position (flymake-diagnostic-beg (finding)))
                                      :end (eglot--pos-to-lsp-position (flymake-diagnostic-end (finding))))
                         :context '(:diagnostics [] :only ["quickfix"]))))
         (action (seq-find (lambda (it) (string-match-p "20\\.00" (plist-get it :title))) actions)))
    (expect action "no fix is offered")
    (eglot--apply-workspace-edit (plist-get action :edit) nil))
  (expect (save-excursion (goto-char (point-min)) (search-forward "支出\t20.00\t20.00" nil t)) "the fix was not applied")
  (wait-for "the finding to vanish" (lambda () (flymake-start) (null (finding))))
  (eglot-shutdown (eglot--current-server-or-lose))
  (message "ok")
  (kill-emacs 0))
