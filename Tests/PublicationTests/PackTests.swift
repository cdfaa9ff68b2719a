import CivilTime
import DisclosureRules
import Foundation
import Indicators
import Testing

@testable import Plan
@testable import Publication

@Suite("The public folder")
struct PackTests {
  typealias Sample = PublishedPlan

  static let report = PublicationPack.Report(
    html: Array("<!DOCTYPE html><html lang=\"ja\"></html>".utf8),
    figures: Array("\u{FEFF}\"a\"\r\n".utf8)
  )

  /// A small group, few women among many, and a pay gap of few: nothing of them may be read anywhere.
  static func material(isDraft: Bool = false) throws -> PublicationMaterial {
    let office = Sample.office(
      figures: [
        "workforce.women-hired": Sample.recorded(31, of: 88),
        "workforce.women-managers-july": Sample.recorded(4, of: 7),
        "workforce.women-staff": Sample.withheld,
      ],
      payGap: Sample.payGap(
        [
          Sample.figure(.permanent, 777, 9, 500), Sample.figure(.other, 913, 40, 50),
          Sample.figure(.all, nil, 0, 60),
        ],
        method: .hours
      ),
      before: Sample.payGap([], method: .persons, year: Sample.year.advanced(by: -1))
    )
    let targets = [
      Sample.target(1, "採用の女性", field: "hiring"), Sample.target(2, "登用の女性", field: "promotion"),
    ]
    return try Sample.material(
      [office],
      ["T01": .ratio(Ratio(31, of: 88)), "T02": .ratio(Ratio(4, of: 7))],
      text: Sample.text(targets, links: Sample.links),
      isDraft: isDraft,
      reason: "<script>alert(1)</script>"
    )
  }

  static func texts(_ files: [PublicFile]) -> [String: String] {
    Dictionary(files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }) { first, _ in first }
  }

  @Test func holdsEverythingOnceInOrder() throws {
    let files = try PublicationPack.files(try Self.material(), report: Self.report)
    #expect(
      files.map(\.path) == [
        "data/codes.csv", "data/definitions.csv", "data/disclosure.csv", "data/figures.csv",
        "data/history.csv",
        "data/implementation.csv", "data/pay-gap.csv", "disclosure/office.html", "index.html", "report.html",
        "style.css", "targets/T01.html", "targets/T02.html", "manifest.json",
      ]
    )
    #expect(files.allSatisfy { !$0.bytes.isEmpty })
  }

  @Test func isTheSameByteForByte() throws {
    let once = try PublicationPack.files(try Self.material(), report: Self.report)
    let again = try PublicationPack.files(try Self.material(), report: Self.report)
    #expect(once == again)
    let draft = try PublicationPack.files(try Self.material(isDraft: true), report: Self.report)
    #expect(once.map(\.path) == draft.map(\.path))
    #expect(once != draft)
  }

  @Test func showsNoRateOfFewAnywhere() throws {
    let texts = Self.texts(try PublicationPack.files(try Self.material(), report: Self.report))
    for (path, text) in texts where path.hasSuffix(".html") || path.hasSuffix(".csv") {
      // 4 of 7 is 57.1 %; the pay gap of nine women is 77.7 %.
      #expect(!text.contains("57.1"), "\(path)")
      #expect(!text.contains("77.7"), "\(path)")
    }
    #expect(try #require(texts["targets/T02.html"]).contains("n&lt;10"))
    #expect(try #require(texts["disclosure/office.html"]).contains("非表示"))
    #expect(try #require(texts["disclosure/office.html"]).contains("91.3"))
  }

  @Test func publishesRatiosWithoutHeads() throws {
    let texts = Self.texts(try PublicationPack.files(try Self.material(), report: Self.report))
    let file = try ReadBack(Array(try #require(texts["data/pay-gap.csv"]).utf8))
    #expect(file.rows.count == 3)
    #expect(file.rows.map { $0[6] } == ["", "91.3", ""])
    #expect(file.rows.map { $0[7] } == ["非表示", "表示", "該当者なし"])
    #expect(!file.heading.contains { $0.contains("人数") })
    #expect(file.rows.allSatisfy { $0[9].contains("両年度の数値は比べられません") })
  }

  @Test func releasesARowOnlyWhenItIsSet() throws {
    let row = PayGapRow.employment(.permanent)
    let figure = Sample.figure(.permanent, 777, 9, 500)
    let decided = Sample.payGap([figure]).releaseName(of: figure)
    let another = Sample.payGap([figure], year: Sample.year.advanced(by: -1)).releaseName(of: figure)
    for (name, isShown) in [(decided, true), (another, false), ("yes", false)] {
      let office = Sample.office(
        settings: ["month": "2026-06", PublicationSetting.payGapRelease(row).name: name],
        payGap: Sample.payGap([figure])
      )
      let files = try PublicationPack.files(try Sample.material([office]), report: Self.report)
      let texts = Self.texts(files)
      #expect(try #require(texts["data/pay-gap.csv"]).contains("77.7") == isShown)
      #expect(try #require(texts["data/disclosure.csv"]).contains("77.7") == isShown)
      #expect(try #require(texts["disclosure/office.html"]).contains("77.7") == isShown)
    }
  }

  @Test func readsBackAllItsOpenData() throws {
    let files = try PublicationPack.files(try Self.material(), report: Self.report)
    for file in files where file.path.hasPrefix("data/") && file.path != "data/figures.csv" {
      let back = try ReadBack(file.bytes)
      #expect(!back.rows.isEmpty, "\(file.path)")
    }
  }

  @Test func makesPagesThatStandForThemselves() throws {
    let texts = Self.texts(try PublicationPack.files(try Self.material(), report: Self.report))
    for (path, text) in texts where path.hasSuffix(".html") && path != "report.html" {
      #expect(text.contains("<html lang=\"ja\">"))
      #expect(text.components(separatedBy: "<h1>").count == 2, "\(path) has one h1")
      #expect(!text.contains("<script"), "\(path)")
      #expect(!text.contains("style="), "\(path)")
      #expect(!text.contains("src="), "\(path)")
      #expect(!text.contains("href=\"/"), "\(path) works from a disk")
      #expect(text.contains(path.contains("/") ? "../style.css" : "\"style.css\""))
    }
    #expect(try #require(texts["targets/T01.html"]).contains("&lt;script&gt;"))
  }

  @Test func saysOnEveryPageThatADraftIsOne() throws {
    let draft = Self.texts(try PublicationPack.files(try Self.material(isDraft: true), report: Self.report))
    let published = Self.texts(try PublicationPack.files(try Self.material(), report: Self.report))
    for (path, text) in draft where path.hasSuffix(".html") && path != "report.html" {
      #expect(text.contains("案：公表前の確認用です。"), "\(path)")
      let other = try #require(published[path])
      #expect(!other.contains("案："), "\(path)")
    }
  }

  @Test func refusesWhatIsBeyondTheLimitsUnlessItIsADraft() throws {
    let office = Sample.office(settings: [:])
    let error = #expect(throws: PublicationError.self) {
      try PublicationPack.files(try Sample.material([office]), report: Self.report)
    }
    guard case .limits(let findings) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(findings.map(\.column) == ["公表年月"])
    let draft = try Sample.material([office], isDraft: true)
    let files = try PublicationPack.files(draft, report: Self.report)
    #expect(files.contains { $0.path == "index.html" })
  }

  @Test func linksOnlyToFilesThatAreThere() throws {
    let files = try PublicationPack.files(try Self.material(), report: Self.report)
    let paths = Set(files.map(\.path))
    for (path, text) in Self.texts(files) where path.hasSuffix(".html") {
      for part in text.components(separatedBy: "href=\"").dropFirst() {
        let link = String(part.prefix { $0 != "\"" })
        if link.hasPrefix("https://") || link.hasPrefix("#") { continue }
        let target = link.hasPrefix("../") ? String(link.dropFirst(3)) : link
        #expect(paths.contains(target), "\(path) leads to \(link)")
      }
    }
  }
}
