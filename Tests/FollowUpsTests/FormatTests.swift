import DelimitedText
import Foundation
import Indicators
import Testing

@testable import FollowUps
@testable import Plan

@Suite("The forms of a report")
struct FormatTests {
  private func report(_ content: FollowUpContent) -> ReadReport {
    ReadReport(content: content, standing: .nothing, snapshot: nil)
  }

  private func text(_ format: ReportFormat, _ content: FollowUpContent) throws -> String {
    String(decoding: try format.bytes(of: report(content)), as: UTF8.self)
  }

  @Test func sayTheSameNumbers() throws {
    let content = try SampleReport.content()
    for format in [ReportFormat.html, .markdown] {
      let text = try text(format, content)
      for words in ["31／287", "30／270", "9.3％（38／409）", "4,321", "86.4", "16.3", "目標まであと2.7ポイント"] {
        #expect(text.contains(words), "\(format) \(words)")
      }
    }
    let rows = try csv(content)
    let judged = try #require(rows.first { $0["kind"] == "target" && $0["id"] == "T04" })
    #expect(judged["numerator"] == "31" && judged["denominator"] == "287" && judged["value"] == "10.8")
    #expect(judged["reached"] == "0")
    let measure = try #require(rows.first { $0["kind"] == "measure" && $0["id"] == "II-1-1-1" })
    #expect(measure["numerator"] == "38" && measure["denominator"] == "409" && measure["value"] == "9.3")
    let total = try #require(rows.first { $0["kind"] == "indicator" && $0["employer"] == "" })
    #expect(total["numerator"] == "4321" && total["denominator"] == "5000" && total["value"] == "86.4")
    let other = try #require(rows.first { $0["kind"] == "target-other" })
    #expect(other["numerator"] == "" && other["value"] == "16.3" && other["fiscal_year"] == "2025")
    let json = try json(content)
    let targets = try #require(json["targets"] as? [[String: Any]])
    let target = try #require(targets.first { $0["id"] as? String == "T04" })
    let ratio = try #require((target["judged"] as? [String: Any])?["ratio"] as? [String: Any])
    #expect(ratio["numerator"] as? Int == 31 && ratio["denominator"] as? Int == 287)
    #expect(target["reason"] as? String == SampleReport.hard)
  }

  /// A share of 7 in 9 is told in its parts and never as a rate.
  @Test func withholdRatesOfFewerThanTen() throws {
    let content = try SampleReport.content()
    #expect(try text(.html, content).contains("n&lt;10のため率は表示しません"))
    for format in ReportFormat.allCases { #expect(try !text(format, content).contains("77.8"), "\(format)") }
    let bureau = try #require(try csv(content).first { $0["unit_name"] == "統計局" })
    #expect(bureau["value"] == "" && bureau["numerator"] == "7")
  }

  @Test func tellWithheldFromMissing() throws {
    let rows = try csv(try SampleReport.content(judged: .withheld))
    let judged = try #require(rows.first { $0["kind"] == "target" && $0["id"] == "T04" })
    #expect(judged["numerator"] == "" && judged["value"] == "" && judged["note"] == "非表示")
    let missing = try #require(rows.first { $0["kind"] == "target" && $0["id"] == "T01" })
    #expect(missing["numerator"] == "" && missing["note"] == "")
  }

  @Test func writeCsvForSpreadsheets() throws {
    let bytes = try ReportFormat.csv.bytes(of: report(try SampleReport.content()))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    #expect(lines.dropLast().allSatisfy { $0.last == 0x0D })
    #expect(lines.last?.isEmpty == true)
  }

  @Test func letNoTextBecomeMarkup() throws {
    let content = try SampleReport.content()
    let html = try text(.html, content)
    #expect(!html.contains("<b>") && html.contains("&lt;b&gt;"))
    #expect(!html.contains("<script") && !html.contains(" style=") && !html.contains("href="))
    #expect(html.contains("size:A4"))
    #expect(try !text(.markdown, content).contains("|*"))
  }

  @Test func nameEveryMeasureAndTarget() throws {
    let content = try SampleReport.content()
    let html = try text(.html, content)
    for measure in content.plan.measures { #expect(html.contains(">\(measure.id)<"), "\(measure.id)") }
    for target in content.plan.targets { #expect(html.contains(">\(target.id)<"), "\(target.id)") }
  }

  private func csv(_ content: FollowUpContent) throws -> [[String: String]] {
    let bytes = try ReportFormat.csv.bytes(of: report(content))
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    let rows = text.split(separator: "\r\n").map { line in
      line.dropFirst().dropLast().components(separatedBy: "\",\"")
    }
    let header = try #require(rows.first)
    #expect(header == ReportCSV.header)
    return rows.dropFirst().map { row in
      #expect(row.count == header.count, "\(row)")
      return Dictionary(uniqueKeysWithValues: zip(header, row))
    }
  }

  private func json(_ content: FollowUpContent) throws -> [String: Any] {
    let bytes = try ReportFormat.json.bytes(of: report(content))
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }
}
