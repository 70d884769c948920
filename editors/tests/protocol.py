#!/usr/bin/env python3
"""Checks every message of the server against the typed protocol of the PyPI package `lsprotocol`.

    pip install lsprotocol
    python3 editors/tests/protocol.py .build/debug/lint-rules [DRAFT...]

Strict: an unknown member counts as a mistake as well. Ends with status 0 if every message is as typed.
"""

import json
import pathlib
import subprocess
import sys

import attrs
from lsprotocol import converters, types

CONVERTER = converters.get_converter()
HERE = pathlib.Path(__file__).parent


class Session:
    """One server, and what it sent."""

    def __init__(self, program):
        self.process = subprocess.Popen(
            [program, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.asked = {}
        self.seen = 0
        self.methods = set()

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while (line := self.process.stdout.readline()) != b"\r\n":
            assert line, "the server closed its output"
            name, value = line.split(b":")
            if name == b"Content-Length":
                length = int(value)
        message = json.loads(self.process.stdout.read(length))
        self.check(message)
        return message

    def check(self, message):
        """Structures a message by its type and back, and compares."""
        self.seen += 1
        if "method" in message:
            kind = types.METHOD_TO_TYPES[message["method"]][0]
            self.methods.add(message["method"])
        elif "error" in message:
            kind = types.ResponseErrorMessage
        else:
            method = self.asked[message["id"]]
            kind = types.METHOD_TO_TYPES[method][1]
            self.methods.add(method)
        value = CONVERTER.structure(message, kind)
        back = json.loads(json.dumps(CONVERTER.unstructure(value)))
        lost = difference(message, back)
        assert not lost, f"{message.get('method') or self.asked[message['id']]}: {lost}"

    def request(self, method, params):
        key = len(self.asked) + 1
        self.asked[key] = method
        self.send({"id": key, "method": method, "params": params})
        while True:
            message = self.receive()
            if "method" in message and "id" in message:
                result = [None] * len(message["params"]["items"]) if "items" in (message.get("params") or {}) else None
                self.send({"id": message["id"], "result": result})
            elif message.get("id") == key:
                assert "error" not in message, f"{method}: {message}"
                return message["result"]

    def notify(self, method, params):
        self.send({"method": method, "params": params})


def difference(sent, typed, path=""):
    """The first member that the server sent and the types do not know."""
    if isinstance(sent, dict):
        if not isinstance(typed, dict):
            return path
        for key, value in sent.items():
            if key not in typed:
                # An optional member that is null is dropped on the way back.
                if value is None:
                    continue
                return f"{path}.{key}"
            if lost := difference(value, typed[key], f"{path}.{key}"):
                return lost
    elif isinstance(sent, list):
        if not isinstance(typed, list) or len(sent) != len(typed):
            return path
        for index, value in enumerate(sent):
            if lost := difference(value, typed[index], f"{path}[{index}]"):
                return lost
    elif sent != typed:
        return f"{path}: {sent!r} became {typed!r}"
    return None


CAPABILITIES = {
    "general": {"positionEncodings": ["utf-16"]},
    "workspace": {
        "configuration": True,
        "workspaceEdit": {"documentChanges": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
        "didChangeConfiguration": {"dynamicRegistration": True},
        "diagnostics": {"refreshSupport": True},
        "inlayHint": {"refreshSupport": True},
    },
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True, "codeDescriptionSupport": True},
        "hover": {"contentFormat": ["markdown"]},
        "definition": {"linkSupport": True},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "documentLink": {"tooltipSupport": True},
        "codeAction": {
            "isPreferredSupport": True,
            "disabledSupport": True,
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}},
        },
    },
}


def drive(program, text, rich, pull):
    session = Session(program)
    capabilities = json.loads(json.dumps(CAPABILITIES)) if rich else {}
    if pull:
        capabilities.setdefault("textDocument", {})["diagnostic"] = {}
    folder = HERE.resolve().as_uri()
    session.request(
        "initialize",
        {"processId": None, "rootUri": folder, "capabilities": capabilities, "trace": "verbose",
         "workspaceFolders": [{"uri": folder, "name": "drafts"}], "initializationOptions": {"unknown": 1}},
    )
    session.notify("initialized", {})
    uri = "file:///home/draft.md"
    document = {"uri": uri}
    session.notify(
        "textDocument/didOpen",
        {"textDocument": {"uri": uri, "languageId": "markdown", "version": 1, "text": text}},
    )
    lines = text.split("\n")
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": len(lines), "character": 0}}
    session.request("textDocument/documentSymbol", {"textDocument": document})
    session.request("textDocument/foldingRange", {"textDocument": document})
    session.request("textDocument/inlayHint", {"textDocument": document, "range": whole})
    session.request("workspace/symbol", {"query": ""})
    for link in session.request("textDocument/documentLink", {"textDocument": document}):
        assert "target" in session.request("documentLink/resolve", link), "a link must lead somewhere"
    for only in ({}, {"only": ["source.fixAll"]}):
        context = {"diagnostics": [], **only}
        session.request("textDocument/codeAction", {"textDocument": document, "range": whole, "context": context})
    for line in range(0, len(lines), max(1, len(lines) // 120)):
        for part in (0, len(lines[line]) // 2, len(lines[line])):
            at = {"textDocument": document, "position": {"line": line, "character": part}}
            for method in ("hover", "documentHighlight", "definition", "completion"):
                session.request("textDocument/" + method, at)
            session.request("textDocument/references", {**at, "context": {"includeDeclaration": True}})
            session.request("textDocument/selectionRange", {"textDocument": document, "positions": [at["position"]]})
    if pull:
        first = session.request("textDocument/diagnostic", {"textDocument": document})
        session.request(
            "textDocument/diagnostic", {"textDocument": document, "previousResultId": first["resultId"]}
        )
        session.request("workspace/diagnostic", {"previousResultIds": [], "workDoneToken": "w"})
    session.notify("workspace/didChangeConfiguration", {"settings": {"lang": "en"}})
    session.request("textDocument/documentSymbol", {"textDocument": document})
    session.notify("textDocument/didClose", {"textDocument": document})
    session.request("shutdown", None)
    session.notify("exit", None)
    assert session.process.wait(10) == 0, "the server must end with status 0"
    return session


def main():
    program = sys.argv[1]
    drafts = [pathlib.Path(name) for name in sys.argv[2:]] or [HERE / "draft.md"]
    seen, methods = 0, set()
    for draft in drafts:
        text = draft.read_text(encoding="utf-8")
        for rich in (False, True):
            for pull in (False, True):
                session = drive(program, text, rich, pull)
                seen += session.seen
                methods |= session.methods
    print(f"{seen} messages of {len(methods)} kinds are as typed: {', '.join(sorted(methods))}")


if __name__ == "__main__":
    main()
