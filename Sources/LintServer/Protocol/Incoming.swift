import LintCore

/// A message from the client.
enum Incoming {
  /// A request, to be answered exactly once.
  case request(RequestID, method: String, params: JSONValue)
  /// A notification, never answered.
  case notification(method: String, params: JSONValue)
  /// The answer to a request of the server.
  case response(RequestID, result: JSONValue?, error: JSONValue?)
  /// Something that is no message, with the id to answer if there is one.
  case invalid(RequestID?, ResponseError)

  /// Reads the content of a frame.
  init(_ content: [UInt8]) throws(JSONSyntaxError) {
    // A byte order mark is no JSON, but readers may overlook it (RFC 8259, section 8.1).
    self.init(try JSONParser.parse(content.withoutByteOrderMark))
  }

  /// Tells apart the kinds of messages.
  init(_ message: JSONValue) {
    guard message.members != nil else {
      let what = message.array == nil ? "a message must be an object" : "the protocol has no batches"
      self = .invalid(nil, ResponseError(.invalidRequest, what))
      return
    }
    let params = message["params"] ?? JSONValue(.null)
    let rawID = message["id"]
    let id = rawID.flatMap { RequestID($0) }
    guard let method = message["method"] else {
      if let id, message["result"] != nil || message["error"] != nil {
        self = .response(id, result: message["result"], error: message["error"])
      } else if rawID?.isNull == true, message["error"] != nil || message["result"] != nil {
        // The client could not read an id of ours; an answer to an answer might be answered without end.
        self = .notification(method: "$/error", params: params)
      } else {
        self = .invalid(id, ResponseError(.invalidRequest, "a message must have a method or a result"))
      }
      return
    }
    guard let method = method.string else {
      self = .invalid(id, ResponseError(.invalidRequest, "the method must be a string"))
      return
    }
    switch (rawID, id) {
    case (nil, _): self = .notification(method: method, params: params)
    case (_, let id?): self = .request(id, method: method, params: params)
    default: self = .invalid(nil, ResponseError(.invalidRequest, "an id must be a number or a string"))
    }
  }
}
