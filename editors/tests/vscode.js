// Activates the extension for VS Code without VS Code: the modules it asks for are played by stand-ins, the language
// client by one that really starts the server and talks to it.
//   LINT_RULES=.build/debug/lint-rules node editors/tests/vscode.js
// Ends with status 0 if everything was as it should be.
'use strict';

const assert = require('node:assert/strict');
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const folder = path.join(__dirname, '..', 'vscode');
const program = process.env.LINT_RULES || 'lint-rules';
const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
const properties = manifest.contributes.configuration.properties;
const settings = Object.fromEntries(
  Object.entries(properties).map(([key, value]) => [key.replace('lint-rules.', ''), value.default]));
settings.command = program;

const providers = {};
const vscode = {
  workspace: {
    getConfiguration: () => ({ get: (key) => settings[key] }),
    registerTextDocumentContentProvider(scheme, provider) {
      providers[scheme] = provider;
      return { dispose() {} };
    },
  },
};

/** Speaks as much of the protocol as the extension leaves to the client library. */
class LanguageClient {
  constructor(id, name, server, options) {
    Object.assign(this, { id, server, options, waiting: new Map(), bytes: Buffer.alloc(0), last: 0 });
    LanguageClient.started = this;
  }

  launch() {
    this.process = spawn(this.server.command, this.server.args);
    this.exit = new Promise((resolve) => this.process.on('exit', resolve));
    this.process.stdout.on('data', (chunk) => this.take(chunk));
  }

  async start() {
    this.launch();
    const section = this.options.synchronize.configurationSection;
    await this.request('initialize', { processId: process.pid, rootUri: null, capabilities: {
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: { publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true } } } });
    this.send({ method: 'initialized', params: {} });
    this.send({ method: 'workspace/didChangeConfiguration', params: { settings: { [section]: this.settings() } } });
  }

  settings() {
    const { command, ...known } = settings;
    return known;
  }

  async stop() {
    await this.request('shutdown', null);
    this.send({ method: 'exit' });
    return this.exit;
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.process.stdin.write(body);
  }

  request(method, params) {
    this.send({ id: ++this.last, method, params });
    return this.wait(this.last);
  }

  wait(key) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`waited in vain for ${key}`)), 15000);
      this.waiting.set(key, (value) => { clearTimeout(timer); resolve(value); });
    });
  }

  take(chunk) {
    this.bytes = Buffer.concat([this.bytes, chunk]);
    for (;;) {
      const end = this.bytes.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(this.bytes.toString('latin1', 0, end))[1]);
      if (this.bytes.length < end + 4 + length) return;
      const message = JSON.parse(this.bytes.subarray(end + 4, end + 4 + length));
      this.bytes = this.bytes.subarray(end + 4 + length);
      if (message.method === 'window/logMessage') assert(message.params.type > 2, message.params.message);
      if (message.method === 'workspace/configuration') this.send({ id: message.id, result: [this.settings()] });
      else if (message.method && message.id !== undefined) this.send({ id: message.id, result: null });
      const key = message.method || message.id;
      const taken = this.waiting.get(key);
      this.waiting.delete(key);
      if (taken) taken(message.method ? message.params : message.result);
    }
  }
}

const load = Module._load;
Module._load = (request, ...rest) =>
  request === 'vscode' ? vscode
    : request === 'vscode-languageclient/node' ? { LanguageClient }
      : load(request, ...rest);

async function main() {
  const extension = require(path.join(folder, manifest.main));
  const context = { subscriptions: [] };
  await extension.activate(context);
  const client = LanguageClient.started;
  assert.equal(context.subscriptions.length, 1);
  const languages = client.options.documentSelector.map((item) => item.language).filter(Boolean);
  for (const language of languages) assert(manifest.activationEvents.includes(`onLanguage:${language}`), language);

  const text = fs.readFileSync(path.join(__dirname, 'draft.md'), 'utf8');
  client.send({ method: 'textDocument/didOpen', params: {
    textDocument: { uri: 'file:///draft.md', languageId: 'markdown', version: 1, text } } });
  let published;
  do published = await client.wait('textDocument/publishDiagnostics');
  while (!published.diagnostics.length);
  const found = published.diagnostics.find((item) => item.code === 'column-total');
  assert.match(found.message, /20\.00/);

  // The link of a finding leads to the text that the extension provides.
  const link = found.codeDescription.href;
  const [scheme, rest] = [link.slice(0, link.indexOf(':')), link.slice(link.indexOf(':') + 1)];
  const explained = await providers[scheme].provideTextDocumentContent({ path: rest });
  assert.match(explained, /column-total/);

  // Settings that the server does not know would be warned about as initializationOptions.
  const second = new LanguageClient('x', 'x', client.server, client.options);
  second.launch();
  await second.request('initialize', {
    processId: null, rootUri: null, capabilities: {}, initializationOptions: client.settings() });
  second.send({ method: 'initialized', params: {} });
  assert.equal(await second.stop(), 0);
  assert.equal(await extension.deactivate(), 0);
  console.log('ok');
}

main().catch((error) => {
  console.error('FAILED:', error);
  process.exit(1);
});
