/// An error that answers a request.
struct ResponseError: Error, Sendable, Equatable {
  /// The codes of JSON-RPC and of the protocol.
  enum Code: Int, Sendable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case internalError = -32603
    case serverNotInitialized = -32002
    case requestCancelled = -32800
    case serverCancelled = -32802
    case requestFailed = -32803
  }

  /// What kind of error it is.
  var code: Code
  /// What is wrong, for the log of the client.
  var message: String

  /// Creates an error.
  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}
