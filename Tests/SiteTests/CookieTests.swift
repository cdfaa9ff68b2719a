import Testing

@testable import Site

@Suite("Cookies and JSON")
struct CookieTests {
  static let headers: [(String?, String?)] = [
    (nil, nil), ("", nil), ("hataraki=abc", "abc"), ("a=1; hataraki=abc; b=2", "abc"),
    ("a=1;hataraki=abc", "abc"),
    ("hataraki=", ""), ("hataraki=a=b", "a=b"), ("hataraki", nil), ("xhataraki=abc", nil),
    ("Hataraki=abc", nil),
    ("__Host-hataraki=abc", nil), ("hataraki_notice=abc", nil), ("hataraki=1; hataraki=2", "1"),
    ("a=hataraki=abc", nil), (";;; ;hataraki=abc;;", "abc"),
  ]

  @Test(arguments: headers)
  func aCookieIsFoundByItsWholeName(header: String?, value: String?) {
    #expect(Cookies.value(of: "hataraki", in: header) == value)
  }

  @Test func aSessionCookieIsKeptFromScriptsAndOtherSites() {
    let secure = Cookies.set(Cookies.sessionName(isSecure: true), "abc", isSecure: true)
    #expect(secure == "__Host-hataraki=abc; Path=/; HttpOnly; SameSite=Lax; Secure")
    let plain = Cookies.set(Cookies.sessionName(isSecure: false), "", isSecure: false, maxAge: 0)
    #expect(plain == "hataraki=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
  }

  static let notices = [
    Notice(.success, "保存しました。"), Notice(.information, "a; Path=/evil\r\nset-cookie: b=1"),
    Notice(.warning, "<script>alert(1)</script>\u{FA19}\u{1F468}"),
  ]

  @Test(arguments: notices)
  func aNoticeComesBackByteForByte(notice: Notice) throws {
    let value = NoticeCookie.value(notice)
    let isPlain = value.utf8.allSatisfy {
      (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2e
    }
    #expect(isPlain)
    let read = try #require(NoticeCookie.notice(value))
    #expect(read.kind == notice.kind)
    #expect(read.text.utf8.elementsEqual(notice.text.utf8))
  }

  static let hostile: [String?] = [
    nil, "", ".", "success", "success.", ".61", "success.6", "success.6g", "success.61.61", "Success.61",
    "error.61", "success.E3", "success.e3", "success.c0af", "success. 61", "<b>.61",
    "success." + String(repeating: "61", count: 1001),
  ]

  @Test(arguments: hostile)
  func aHostileNoticeIsNone(value: String?) {
    #expect(NoticeCookie.notice(value) == nil)
  }

  struct Written: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let value: JSONText.Value
    let text: String

    init(_ value: JSONText.Value, _ text: String) {
      testDescription = text
      self.value = value
      self.text = text
    }
  }

  static let written = [
    Written(.null, "null"), Written(.boolean(true), "true"), Written(.boolean(false), "false"),
    Written(.number(.min), "-9223372036854775808"), Written(.text(""), #""""#),
    Written(.text(#"a"b\c/"#), #""a\"b\\c/""#), Written(.text("\r\n\t"), #""\u000d\u000a\u0009""#),
    Written(.text("\u{0}\u{1f}\u{7f}"), "\"\\u0000\\u001f\u{7f}\""), Written(.text("神"), #""神""#),
    Written(.text("\"\u{301}"), "\"\\\"\u{301}\""), Written(.json(.array([])), "[]"),
    Written(.json(.array([.number(1), .null])), "[1,null]"), Written(.json(.object([])), "{}"),
    Written(.json(.object([("b\"", .text("1")), ("a", .number(2))])), #"{"b\"":"1","a":2}"#),
  ]

  @Test(arguments: written)
  func jsonIsEscapedByteByByte(written: Written) {
    let expected = "[" + written.text + "]"
    #expect(JSONText.array([written.value]).bytes == Array(expected.utf8))
  }
}
