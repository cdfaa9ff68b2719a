import Testing

@testable import People

@Suite struct FoldingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let folded: String
    var testDescription: String { text }

    init(_ text: String, _ folded: String) {
      self.text = text
      self.folded = folded
    }
  }

  static let searches = [
    Case("髙橋", "高橋"), Case("山﨑", "山崎"), Case("渡邉", "渡辺"), Case("渡邊", "渡辺"), Case("齋藤", "斉藤"),
    Case("ＡＢＣ１２", "abc12"), Case("たかはし", "タカハシ"), Case("ﾀｶﾊｼ", "タカハシ"), Case("ｶﾞｷﾞ", "ガギ"),
    Case("葛\u{E0100}城", "葛城"), Case("\u{FA19}田", "神田"), Case("髙橋　花子 ", "高橋花子"),
    Case("か\u{3099}", "ガ"), Case("ﾊﾟ", "パ"),
  ]

  @Test(arguments: searches)
  func searchFindsWhateverWayItIsTyped(_ it: Case) {
    #expect(SearchFolding.folded(it.text).utf8.elementsEqual(it.folded.utf8))
  }

  static let readings = [
    Case("たかはし", "タカハシ"), Case("ﾜﾀﾅﾍﾞ", "ワタナベ"), Case("ヴ", "ヴ"), Case("ｳﾞ", "ヴ"), Case("Smith", "Smith"),
    Case("ﾞ", "\u{309B}"), Case("ー", "ー"), Case("ｰ", "ー"),
  ]

  @Test(arguments: readings)
  func readingsBecomeFullWidthKatakana(_ it: Case) {
    #expect(KanaFolding.katakana(it.text).utf8.elementsEqual(it.folded.utf8))
  }

  @Test func everyVariantLeadsToAFormThatIsNoVariantItself() {
    let forms = Set(VariantCharacters.common.values)
    #expect(forms.isDisjoint(with: Set(VariantCharacters.common.keys)))
    #expect(VariantCharacters.common.count > 100)
  }

  @Test func wordsAreSplitAtSpacesOfAnyWidth() {
    #expect(SearchFolding.words(of: " 髙橋　ハナ ") == ["高橋", "ハナ"])
    #expect(SearchFolding.words(of: "　 ").isEmpty)
  }

  @Test(arguments: ["=1+1", "'=1", "''@x", "+81", "-", "'", "'abc", "山田", "", "＝x"])
  func guardingAgainstFormulasCanBeUndone(_ text: String) {
    #expect(CellText.unguarded(CellText.guarded(text)) == text)
  }

  @Test func textsThatOnlyLookEqualAreDifferent() {
    #expect(ExactText("\u{FA19}") != ExactText("\u{795E}"))
    #expect(ExactText("が") != ExactText("か\u{3099}"))
    #expect(ExactText("神") == ExactText("神"))
  }
}
