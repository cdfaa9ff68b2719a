internal import CivilTime
internal import DelimitedText
internal import DisclosureRules
internal import Plan

/// 情報公表 – the file for the government's site with what employers publish for those who choose their work.
enum DisclosureLayout {
  /// One row an employer.
  static func table(_ material: PublicationMaterial) -> PublicTable {
    let headings = DisclosureItem.allCases.flatMap { item in
      DisclosureCells.cells(of: item, EmployerSettings([:])).map(\.heading) + [
        DisclosureCells.remark(of: item)
      ]
    }
    return PublicTable(
      columns: ["団体名", "計画へのリンク", "採用ページへのリンク"] + headings + ["公表年月"],
      rows: material.employers.map { employer in row(employer, material) }
    )
  }

  /// What one employer publishes of each item.
  static func rows(_ employer: EmployerMaterial) -> [DisclosureRow] {
    DisclosureItem.allCases.map { item in DisclosureRow(item, of: employer) }
  }

  private static func row(_ employer: EmployerMaterial, _ material: PublicationMaterial) -> [DelimitedField] {
    let links = PublicLinks(employer, material)
    let cells = rows(employer).flatMap { row -> [DelimitedField] in
      row.numbers.map { .value($0?.text ?? "") } + [.freeText(row.remark)]
    }
    return [.freeText(employer.name), .freeText(links.plan ?? ""), .freeText(links.recruiting ?? "")] + cells
      + [.value(employer.settings.month?.iso ?? "")]
  }
}

/// Where the public finds an employer's plan and its recruiting page: what the employer set, or else the plan file.
struct PublicLinks {
  let plan: String?
  let recruiting: String?

  init(_ employer: EmployerMaterial, _ material: PublicationMaterial) {
    let links = material.content.plan.links
    plan = employer.settings[.planLink] ?? links.plan
    recruiting = employer.settings[.recruitingLink] ?? links.recruiting
  }

  /// Whether a text is an address that may stand in public: `https://`, then plain ASCII without spaces.
  static func isSound(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let scheme = Array("https://".utf8)
    return bytes.starts(with: scheme) && (scheme.count + 1...2_000).contains(bytes.count)
      && bytes.allSatisfy {
        (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<")
      }
  }
}
