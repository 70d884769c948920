// Starts the language server and shows what a rule means when its link is followed.
'use strict';

const { execFile } = require('node:child_process');
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

/** Gives the text behind `lint-rules:rules/<id>`, the links of diagnostics. */
const explanations = {
  provideTextDocumentContent(uri) {
    const rule = decodeURIComponent(uri.path.replace(/^rules\//, ''));
    return new Promise((resolve) => {
      execFile(command(), ['explain', ...language(), rule], (error, output) => {
        resolve(error ? String(error.message) : output);
      });
    });
  },
};

function command() {
  return vscode.workspace.getConfiguration('lint-rules').get('command');
}

function language() {
  const set = vscode.workspace.getConfiguration('lint-rules').get('lang');
  return set ? ['--lang', set] : [];
}

exports.activate = async function activate(context) {
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider('lint-rules', explanations),
  );
  client = new LanguageClient(
    'lint-rules',
    'lint-rules',
    { command: command(), args: ['serve'] },
    {
      // The other side of a comparison (git:) is not being written.
      documentSelector: ['file', 'untitled'].flatMap((scheme) => [
        { scheme, language: 'markdown' },
        { scheme, language: 'plaintext' },
        { scheme, pattern: '**/*.json5' },
      ]),
      synchronize: { configurationSection: 'lint-rules' },
    },
  );
  await client.start();
};

exports.deactivate = function deactivate() {
  return client && client.stop();
};
