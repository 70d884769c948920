;;; lint-rules in Emacs with eglot (part of Emacs 29; package `eglot' before).
;;
;; Put this into your init file.  `lint-rules' must be on the exec-path.

(require 'eglot)

(defvar lint-rules-command "lint-rules"
  "The program that serves Emacs.")

(add-to-list 'eglot-server-programs
             `((markdown-mode text-mode) . ,(lambda (&rest _)
                 ;; New findings wait 300 ms while their line is being typed.
                 (list lint-rules-command "serve" :initializationOptions '(:pause 300)))))

;; Settings, as in the project's file lint-rules.json5:
;; (setq-default eglot-workspace-configuration
;;               '(:lint-rules (:profile "department-budget" :lang "zh")))

(add-hook 'markdown-mode-hook #'eglot-ensure)
(add-hook 'text-mode-hook #'eglot-ensure)
