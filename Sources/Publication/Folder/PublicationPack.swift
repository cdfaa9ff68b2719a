internal import CivilTime
internal import Crypto
internal import DelimitedText
internal import Markup
internal import Plan

/// 公開フォルダー – the pages and open data that an employer puts on its own site.
///
/// The same material makes the same bytes.
package enum PublicationPack: Sendable {
  /// What the follow-up itself makes, in its own forms.
  package struct Report: Sendable {
    /// The whole report as a page.
    package let html: [UInt8]
    /// Its figures, one a line.
    package let figures: [UInt8]

    /// The forms of a report.
    package init(html: [UInt8], figures: [UInt8]) {
      self.html = html
      self.figures = figures
    }
  }

  /// All files of the folder, in the order of their paths.
  ///
  /// - Throws: ``PublicationError/limits(_:)`` when something is beyond the limits of the site; a draft may be.
  package static func files(_ material: PublicationMaterial, report: Report) throws -> [PublicFile] {
    let faults = LayoutCheck.findings(material).filter { $0.weight == .fault }
    guard faults.isEmpty || material.isDraft else { throw PublicationError.limits(faults) }
    var files = try pages(material) + data(material, report)
    files.append(PublicFile(path: "report.html", bytes: report.html))
    files.append(PublicFile(path: "style.css", bytes: Array(PublicStyle.css.description.utf8)))
    files.sort { left, right in left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
    return files + [manifest(files, material)]
  }

  /// The name of the file by which a folder of ours is known again.
  package static let manifestPath = "manifest.json"

  private static func pages(_ material: PublicationMaterial) -> [PublicFile] {
    let content = material.content
    let targets = content.plan.targets.compactMap { target in
      content.target(target.id).map { line in
        PublicFile(
          path: "targets/\(target.id).html",
          bytes: PublicTargetPage(target: target, line: line, material: material).page.bytes
        )
      }
    }
    let disclosure = material.employers.map { employer in
      PublicFile(
        path: "disclosure/\(employer.code).html",
        bytes: PublicDisclosurePage(employer: employer, material: material).page.bytes
      )
    }
    return [PublicFile(path: "index.html", bytes: IndexPage(material: material).page.bytes)] + targets
      + disclosure
  }

  private static func data(_ material: PublicationMaterial, _ report: Report) throws -> [PublicFile] {
    try PublicData.allCases.map { file in
      let bytes =
        switch file {
        case .implementation: try ImplementationLayout.table(material).csv()
        case .disclosure: try DisclosureLayout.table(material).csv()
        case .figures: report.figures
        case .payGap: try PublicTables.payGap(material).csv()
        case .definitions: try PublicTables.definitions(material).csv()
        case .codes: try PublicTables.codes(material).csv()
        case .history: try PublicTables.history(material).csv()
        }
      return PublicFile(path: file.path, bytes: bytes)
    }
  }

  /// By what each file and the whole can be told from another; names and codes are ASCII, so nothing is escaped.
  private static func manifest(_ files: [PublicFile], _ material: PublicationMaterial) -> PublicFile {
    let version = material.content.version
    let lines = files.map { file in "    \"\(file.path)\": \"\(hex(SHA256.hash(data: file.bytes)))\"" }
    let text = """
      {
        "plan": "\(version.plan.code)",
        "edition": \(version.plan.edition),
        "planDigest": "\(version.digest)",
        "fiscalYear": \(material.year.startYear),
        "madeOn": "\(material.content.madeOn.iso)",
        "isDraft": \(material.isDraft),
        "files": {
      \(lines.joined(separator: ",\n"))
        }
      }

      """
    return PublicFile(path: manifestPath, bytes: Array(text.utf8))
  }

  private static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}
