/// Why a text is not JSON, and where.
package struct JSONSyntaxError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Reason: Hashable, Sendable, CaseIterable {
    case unexpectedEnd
    case unexpectedCharacter
    case expectedValue
    case expectedKey
    case expectedColon
    case expectedCommaOrEnd
    case trailingContent
    case tooDeep
    case badNumber
    case notFinite
    case badEscape
    case controlCharacter
    case unterminatedString
    case unterminatedComment
    case invalidUTF8
  }

  /// The byte offset of the first byte that is wrong; the number of bytes if the text ends too early.
  package var offset: Int
  /// What is wrong there.
  package var reason: Reason

  /// Creates an error.
  package init(offset: Int, reason: Reason) {
    self.offset = offset
    self.reason = reason
  }

  /// The reason in words.
  package var message: Message { Message(reason.phrase) }
}

extension JSONSyntaxError.Reason {
  /// The reason in words.
  package var phrase: Phrase {
    switch self {
    case .unexpectedEnd: Phrase("内容不完整：缺少结尾的括号或值", "the text ends too early")
    case .unexpectedCharacter: Phrase("此处不应出现这个字符", "unexpected character")
    case .expectedValue: Phrase("此处应为一个值", "a value is expected here")
    case .expectedKey: Phrase("此处应为键名", "a key is expected here")
    case .expectedColon: Phrase("键名后应为冒号“:”", "a colon is expected after the key")
    case .expectedCommaOrEnd: Phrase("此处应为逗号或右括号", "a comma or a closing bracket is expected here")
    case .trailingContent: Phrase("最外层的值之后还有内容", "there is more after the outermost value")
    case .tooDeep: Phrase("嵌套层数太多", "values are nested too deep")
    case .badNumber: Phrase("数字的写法不对", "malformed number")
    case .notFinite: Phrase("不接受 Infinity 和 NaN", "Infinity and NaN are not accepted")
    case .badEscape: Phrase("转义序列的写法不对", "malformed escape sequence")
    case .controlCharacter:
      Phrase("字符串里有未转义的控制字符或换行", "unescaped control character or line break in a string")
    case .unterminatedString: Phrase("字符串缺少结尾的引号", "the string has no closing quotation mark")
    case .unterminatedComment: Phrase("注释缺少结尾的“*/”", "the comment has no closing */")
    case .invalidUTF8: Phrase("不是有效的 UTF-8 编码", "invalid UTF-8")
    }
  }
}
