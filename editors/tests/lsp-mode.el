;;; Drives Emacs with lsp-mode through a session with the language server:
;;   PATH=.build/debug:$PATH emacs --batch -l editors/tests/lsp-mode.el
;; Checks messages and lines; lsp-mode up to 8.0 shifts columns after characters beyond the first plane by itself.
;; Ends with status 0 if everything was as it should be.

(package-initialize)
(defconst tests-folder (file-name-directory load-file-name))
(defvar lsp-session-file (make-temp-file "lsp-session"))
(load (expand-file-name "../emacs-lsp-mode.el" tests-folder) nil t)
(remove-hook 'text-mode-hook #'lsp-deferred)
(setq lsp-auto-guess-root t lsp-warn-no-matched-clients t lsp-idle-delay 0.05
      lsp-enable-file-watchers nil lsp-restart 'ignore lsp-enable-snippet nil
      lsp-debounce-full-sync-notifications-interval 0.05 create-lockfiles nil)

(defun expect (condition message)
  "Fail with MESSAGE unless CONDITION holds."
  (unless condition
    (message "FAILED: %s" message)
    (kill-emacs 1)))

(defun findings ()
  "The diagnostics of the wrong figure in the current buffer."
  (seq-filter (lambda (it) (string-match-p "25\\.00" (gethash "message" it (or (ignore-errors (lsp:diagnostic-message it)) ""))))
              (append (gethash (lsp--fix-path-casing buffer-file-name) (lsp-diagnostics)) nil)))

(defun wait-for (message condition)
  "Wait until CONDITION holds, or fail with MESSAGE."
  (let ((left 300))
    (while (and (> left 0) (not (funcall condition)))
      (accept-process-output nil 0.05)
      (setq left (1- left)))
    (expect (> left 0) (concat "waited in vain for " message))))

(let* ((folder (make-temp-file "drafts" t))
       (file (expand-file-name "草案.txt" folder)))
  (copy-file (expand-file-name "draft.md" tests-folder) file)
  (lsp-workspace-folders-add folder)
  (find-file file)
  (text-mode)
  (lsp)
  (wait-for "diagnostics" #'findings)
  (expect (= 8 (gethash "line" (gethash "start" (gethash "range" (car (findings)))))) "the line is wrong")
  (goto-char (point-min))
  (search-forward "25.00")
  (replace-match "20.00")
  (wait-for "the finding to vanish" (lambda () (null (findings))))
  (message "ok")
  (kill-emacs 0))
