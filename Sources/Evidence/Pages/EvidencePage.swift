internal import Duties
internal import Attachments
internal import CivilTime
internal import Markup
internal import Site

/// One report with everything that stands beside it.
struct EvidencePage {
  let sheet: EvidenceSheetRoutes.Sheet

  private var evidence: StoredEvidence { sheet.evidence }

  var content: PageContent {
    PageContent(
      title: "取組の報告",
      breadcrumbs: EvidenceFacts.breadcrumbs(sheet),
      lead: lead,
      body: standing + EvidenceFacts.list(sheet) + words + files + history + actions
    )
  }

  private var lead: HTML {
    "\(evidence.heldOn.japanese)の\(EvidenceFacts.kindTitle(evidence))です。\(EvidenceFacts.tag(evidence))"
  }

  private var standing: HTML {
    switch evidence.standing {
    case .current: .empty
    case .corrected(let successor):
      Panels.notice(
        .warning,
        "この報告は、訂正されました。",
        body: "<p><a\(href: Paths.evidence(successor))>訂正後の報告</a>を見てください。</p>"
      )
    case .withdrawn(let at):
      Panels.notice(
        .warning,
        "この報告は、\(OfficeZone.date(of: at).japanese)に取り下げられました。件数には数えません。",
        body: "<p>理由：\(sheet.withdrawalReason ?? "")</p>"
      )
    }
  }

  private var words: HTML {
    let link = evidence.link.flatMap { ExternalLink($0) }.map { link -> HTML in
      """
      <p class="running"><a\(attribute: "href", link.text) rel="noopener noreferrer">\(link.text)</a>\
      （ほかのサイト）</p>
      """
    }
    let text = Paragraphs.html(evidence.text)
    guard !text.isEmpty || link != nil else { return .empty }
    return Panels.section("実施した内容", body: text + (link ?? .empty))
  }

  private var files: HTML {
    guard !sheet.attached.isEmpty else { return .empty }
    return Panels.section("添付ファイル", body: AttachmentLinks.list(sheet.attached))
  }

  private var history: HTML {
    guard let before = evidence.corrects else { return .empty }
    return Panels.section(
      "訂正前の報告",
      body: "<p><a\(href: Paths.evidence(before))>訂正前の報告を見る</a></p>"
    )
  }

  private var actions: HTML {
    guard sheet.mayChange else { return .empty }
    return Panels.actions([
      Buttons.link("訂正する", to: Paths.correction(evidence.id)),
      Buttons.link("取り下げる", to: Paths.withdrawal(evidence.id)),
    ])
  }
}

/// The facts of a report, shared by its page and the forms that change it.
enum EvidenceFacts {
  static func breadcrumbs(_ sheet: EvidenceSheetRoutes.Sheet) -> [Breadcrumb] {
    let measure = sheet.evidence.measure
    return [
      Breadcrumb("取組と指標", Paths.plan), Breadcrumb(sheet.measureTitle ?? measure, Paths.measure(measure)),
    ]
  }

  static func list(_ sheet: EvidenceSheetRoutes.Sheet) -> HTML {
    let evidence = sheet.evidence
    let title = sheet.measureTitle.map { "\($0)（\(evidence.measure)）" } ?? evidence.measure
    var facts: [(term: String, value: HTML)] = [
      (term: "取組", value: "<a\(href: Paths.measure(evidence.measure))>\(title)</a>"),
      (term: "実施した日", value: "\(evidence.heldOn.japanese)"),
      (term: "年度", value: "\(evidence.year.japanese)"),
      (term: "組織", value: "\(sheet.unitName ?? "\(sheet.employerName)全体")"),
    ]
    if let person = evidence.aboutEmployee {
      let name = sheet.personName ?? "在職していない職員"
      facts.append((term: "対象の職員", value: "<a\(href: "/people/\(person)")>\(name)</a>"))
    }
    facts += numbers(evidence)
    facts.append((term: "報告した日時", value: "\(OfficeZone.dateTimeText(evidence.recordedAt))"))
    return Panels.keyValues(facts)
  }

  static func kindTitle(_ evidence: StoredEvidence) -> String {
    EvidenceKinds.kind(evidence.kind)?.title ?? "報告"
  }

  static func tag(_ evidence: StoredEvidence) -> HTML {
    switch evidence.standing {
    case .current: .empty
    case .corrected: StatusTag.draw("訂正済み", tone: .neutral)
    case .withdrawn: StatusTag.draw("取り下げ", tone: .neutral)
    }
  }

  private static func numbers(_ evidence: StoredEvidence) -> [(term: String, value: HTML)] {
    guard let kind = EvidenceKinds.kind(evidence.kind), let quantity = evidence.quantity else { return [] }
    let label = EvidenceFormFields.quantityLabel(kind)
    guard let all = evidence.quantityOf else { return [(term: label, value: "\(quantity)")] }
    return [(term: label, value: "\(quantity)（対象の数 \(all)）")]
  }
}

/// Text typed with line ends, as paragraphs.
enum Paragraphs {
  static func html(_ text: String) -> HTML {
    let lines = text.utf8.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    return HTML(lines.map { "<p class=\"running\">\(String(Substring($0)))</p>" })
  }
}
