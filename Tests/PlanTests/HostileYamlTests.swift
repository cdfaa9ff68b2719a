import Plan
import Testing

@Suite("Files that are not plans, or mean harm")
struct HostileYamlTests {
  struct FileCase: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let line: Int
    let message: String
    var testDescription: String { name }
  }

  @Test(arguments: [
    FileCase(name: "empty", text: "", line: 1, message: "the file is empty"),
    FileCase(name: "only blanks", text: " \n\n", line: 1, message: "the file is empty"),
    FileCase(name: "only a comment", text: "# nothing\n", line: 1, message: "the file is empty"),
    FileCase(name: "only a document mark", text: "---\n", line: 1, message: "the file is empty"),
    FileCase(name: "a sentence", text: "これは計画ではありません。", line: 1, message: "expected a mapping"),
    FileCase(name: "a list", text: "- a\n- b\n", line: 1, message: "expected a mapping"),
    FileCase(name: "open quote", text: "format: 1\ntitle: \"開いたまま\n", line: 3, message: "not YAML"),
    FileCase(name: "tab indentation", text: "period:\n\tuntil: 2026-03-31\n", line: 2, message: "not YAML"),
    FileCase(name: "wrong indentation", text: "a:\n  b: 1\n c: 2\n", line: 3, message: "not YAML"),
    FileCase(name: "two documents", text: "a: 1\n---\nb: 1\n", line: 2, message: "another document"),
    FileCase(name: "alias without anchor", text: "a: *b\n", line: 1, message: "undefined alias"),
    FileCase(name: "NUL", text: "a: 1\nb: \0\n", line: 2, message: "U+0000"),
    FileCase(name: "invisible line break", text: "a: 1\nb: あ\u{2028}c: 1\n", line: 2, message: "U+2028"),
    FileCase(name: "anchor", text: "a: 1\nb: &x [1]\n", line: 2, message: "anchor"),
    FileCase(name: "anchor after a quoted key", text: "a: 1\n\n{\"b\":&x 1}\n", line: 3, message: "anchor"),
    FileCase(name: "marked key", text: "a: 1\n? b\n: c\n", line: 2, message: "marks a YAML key"),
  ])
  func areRefusedWithTheirLine(_ example: FileCase) throws {
    let found = faults(in: example.text)
    let fault = try #require(found.first)
    #expect(fault.message.contains(example.message), "\(fault.message)")
    #expect(fault.line == example.line)
  }

  @Test func namesTheFirstLineThatIsNotUTF8() throws {
    let bytes = Array("format: 1\ntitle: ".utf8) + [0x91, 0x8D, 0x96, 0xB1, 0x0A]
    guard case .failure(let found) = PlanFile.read(utf8: bytes) else {
      Issue.record("CP932 was taken for UTF-8")
      return
    }
    #expect(found.faults.map(\.line) == [2])
    #expect(found.faults.map(\.message) == ["this line is not UTF-8 text"])
  }

  @Test func countsLinesOfWindowsFilesAsAnEditorDoes() throws {
    let found = faults(in: "a: 1\r\n\r\nb: &x 1\r\n")
    #expect(found.map(\.line) == [3])
    #expect(found.map(\.column) == [4])
  }

  @Test func refusesAFileLargerThanItsLimit() {
    let text = soundPlan + "#" + String(repeating: "x", count: PlanFile.mostBytes)
    #expect(faults(in: text).map(\.message) == ["the file is larger than 1 MiB"])
  }

  @Test func refusesValuesThatMultiplyThemselves() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1..<40 {
      text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
    }
    #expect(faults(in: text).allSatisfy { fault in fault.message.contains("anchor") })
    #expect(faults(in: text).count == 40)
  }

  @Test(arguments: ["[", "{a: ", "- ", "[{a: "])
  func endsOnDeepNesting(_ opening: String) {
    let text = "a: " + (opening == "- " ? "\n" : "") + String(repeating: opening, count: 100_000)
    #expect(!faults(in: text).isEmpty)
  }

  @Test func endsOnManyKeysThatAreThemselvesMappings() {
    let key = String(repeating: "{", count: 150) + "x" + String(repeating: "}: a", count: 150)
    let text = String(repeating: key + "\n", count: PlanFile.mostBytes / (key.utf8.count + 2))
    #expect(faults(in: text).allSatisfy { fault in fault.message.contains("a list or mapping a YAML key") })
    #expect(faults(in: text).count == 500)
  }

  @Test func tellsNoMoreFaultsThanAPersonCanRead() {
    let keys = (0..<20_000).map { number in "k\(number): 1\n" }.joined()
    guard case .failure(let found) = PlanFile.read(soundPlan + keys) else {
      Issue.record("unknown keys were taken")
      return
    }
    #expect(found.faults.count == 500)
    #expect(found.leftOut == 19_500)
    let lines = PlanCheck.report(found, file: "x").split(separator: "\n")
    #expect(lines.last == "x: 19500 more faults are not shown — correct these first")
  }

  @Test func takesAmpersandsAndQuestionMarksInSentences() {
    let text = spoiled("title: 宣言\n", "title: R&D と Q & A は本当に必要か？ https://example.jp/?a=1&b=2\n")
    #expect(faults(in: text).isEmpty)
  }
}
