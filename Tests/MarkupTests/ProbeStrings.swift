/// Texts that have broken out of markup elsewhere, and texts that must come through whole.
enum ProbeStrings {
  /// A quote hidden from a comparison of `Character`s by the mark that follows it, in five ways.
  static let hiddenQuotes = [
    "\"\u{301} onfocus=document.title='XSS' autofocus x=\"",
    "\"\u{FE0F} onmouseover=alert(1) x=\"",
    "\"\u{200D} onload=alert(1) x=\"",
    "\"\u{E0100} onerror=alert(1) x=\"",
    "<\u{301}script>alert(1)<\u{301}/script>",
  ]

  /// Plain attempts to leave an attribute or an element.
  static let breakOuts = [
    "\"><script>alert(1)</script>",
    "' onclick='alert(1)",
    "</textarea><img src=x onerror=alert(1)>",
    "&quot;><b>",
    "\r\n\"\r\n>",
    "--><svg/onload=alert(1)>",
    "\u{0}\"\u{0}<",
  ]

  /// Names as people bear them: variation sequences, compatibility ideographs, characters beyond the first plane.
  static let names = [
    "葛\u{E0100}城 翠", "葛\u{E0101}飾 一郎", "髙橋 花子", "山﨑 健", "𠮷田 一郎", "\u{FA19}谷", "が゙", "O\u{2019}Neil", "①㈱Ⅰ㍻",
    "😀",
  ]
}
