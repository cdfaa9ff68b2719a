import Markup
import Site
import Testing

@Suite struct ComponentSafetyTests {
  /// Texts that have broken out of markup elsewhere.
  static let probes = [
    "\"\u{301} onfocus=document.title='XSS' autofocus x=\"",
    "\"\u{FE0F} onmouseover=alert(1) x=\"",
    "\"\u{E0100}><script>alert(1)</script>",
    "<\u{301}img src=x onerror=alert(1)>",
    "' onclick='alert(1)",
    "</textarea></title></h1><svg onload=alert(1)>",
    "javascript:alert(1)",
    "//example.org\r\n\"\r\n>",
  ]

  @Test(arguments: Samples.all, probes)
  func noTextChangesTheTagsOfAComponent(sample: Samples.Sample, probe: String) {
    #expect(TagReader.skeleton(of: sample.draw(probe)) == TagReader.skeleton(of: sample.draw("無害")))
  }

  @Test(
    arguments: Samples.all,
    ["javascript:alert(1)", "//example.org", "/\\example.org", "/\t/example.org"]
  )
  func noLinkLeavesTheSite(sample: Samples.Sample, address: String) {
    for tag in TagReader.tags(in: sample.draw(address)) {
      for attribute in tag.attributes where ["href", "action", "src", "formaction"].contains(attribute.name) {
        #expect(SitePath.isSafe(attribute.value), "\(tag.name) \(attribute.name)=\(attribute.value)")
      }
    }
  }

  @Test(arguments: Samples.all)
  func nothingIsInlineThatThePolicyForbids(sample: Samples.Sample) {
    for tag in TagReader.tags(in: sample.draw("無害")) {
      #expect(tag.name != "style")
      #expect(tag.name != "script" || tag.value(of: "src") != nil)
      for attribute in tag.attributes {
        #expect(attribute.name != "style" && !attribute.name.utf8.starts(with: "on".utf8))
      }
    }
  }

  @Test(arguments: Samples.all)
  func whatDescribesOrLabelsIsThere(sample: Samples.Sample) {
    let tags = TagReader.tags(in: sample.draw("名"))
    let ids = tags.compactMap { $0.value(of: "id") }
    for tag in tags {
      for name in ["aria-describedby", "aria-labelledby", "for"] {
        for id in tag.value(of: name)?.split(separator: " ").map(String.init) ?? [] {
          #expect(ids.contains(id), "\(tag.name) \(name)=\(id)")
        }
      }
    }
  }

  @Test(arguments: ["葛\u{E0100}城 翠", "\u{FA19}谷", "𠮷田", "山﨑"])
  func namesAreShownByteForByte(name: String) {
    let context = ShellContext(
      signedInAs: (name: name, unit: "秘書課"),
      navigation: [],
      path: "/",
      notice: nil,
      formToken: "",
      isDemo: false
    )
    let page = PageShell.draw(PageContent(title: "今日の勤務", body: .empty), in: context)
    let shown = Array("<span class=\"name\">\(name)</span>".utf8)
    #expect(page.bytes.indices.contains { page.bytes[$0...].starts(with: shown) })
  }
}
