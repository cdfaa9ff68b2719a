internal import CivilTime
internal import Duties
internal import Evidence
internal import Journal
internal import People
internal import Store

/// Something that somebody of the demo did for a duty.
struct DemoDeed: Sendable {
  /// The identifiers of what is written for a deed, made before its transaction.
  struct Numbers: Sendable {
    let evidence: RecordID<EvidenceEntry>
    let entry: RecordID<JournalEntry>

    init(_ source: RecordIDSource) {
      evidence = source.next()
      entry = source.next()
    }
  }

  let duty: OpenDuty
  let account: Int64
  let report: EvidenceReport

  /// The deed for a duty; nil where it is undone on the last day that is over.
  init?(_ duty: OpenDuty, until yesterday: CivilDate, seats: DemoSeats, chance: inout Chance) {
    guard duty.startsOn <= yesterday, duty.evidence.rawValue.utf8.starts(with: "hand.".utf8),
      let account = seats.account(of: duty)
    else { return nil }
    let isDue = duty.dueOn <= yesterday
    guard chance.permille(isDue ? 860 : Self.progress(duty, yesterday)) else { return nil }
    let last = min(yesterday, isDue && chance.permille(80) ? duty.dueOn.adding(days: 20) : duty.dueOn)
    let span = max(0, duty.startsOn.distance(to: last))
    let heldOn = duty.startsOn.adding(days: chance.within(span / 3...max(span / 3, span)))
    let words = DemoEvidenceWords(duty.evidence.rawValue, chance: &chance)
    self.duty = duty
    self.account = account
    report = EvidenceReport(
      plan: duty.plan,
      measure: duty.measure,
      kind: duty.evidence,
      employer: duty.employer,
      unit: duty.unit,
      aboutEmployee: duty.subject,
      year: nil,
      heldOn: heldOn,
      quantity: words.quantity,
      quantityOf: words.quantityOf,
      text: words.text,
      link: nil,
      files: []
    )
  }

  /// How many in a thousand are done before they are due: more as the day comes nearer.
  private static func progress(_ duty: OpenDuty, _ yesterday: CivilDate) -> Int {
    let whole = max(1, duty.startsOn.distance(to: duty.dueOn))
    return 550 * duty.startsOn.distance(to: yesterday) / whole
  }

  func write(
    _ numbers: Numbers,
    steps: RecordIDSource,
    at now: Instant,
    in tree: UnitTree,
    on connection: any SQLConnection
  ) throws {
    try EvidenceService.insert(
      report,
      id: numbers.evidence,
      entry: numbers.entry,
      by: .account(account),
      account: account,
      at: now,
      in: tree,
      on: connection
    )
    _ = try DutyFulfilment.fulfil(
      duty.id,
      with: duty.evidence,
      revision: nil,
      on: report.heldOn,
      by: .account(account),
      at: now,
      entry: numbers.entry,
      steps: steps,
      connection: connection
    )
  }
}

/// What the demo's evidence says.
struct DemoEvidenceWords {
  private(set) var text = ""
  private(set) var quantity: Int?
  private(set) var quantityOf: Int?

  private static let reports = [
    "課内会議で確認し、来月から全員で取り組みます。", "担当を決めて進めています。次の四半期に結果を確かめます。",
    "前年度のやり方を見直し、手順を1枚にまとめました。", "係ごとに話し合い、できることから始めました。",
    "他の課の例を聞き、同じ方法を試しています。", "繁忙期を避けて実施しました。残りは下期に行います。",
  ]
  private static let documents = [
    "通知を全職員に送り、掲示板にも載せました。", "資料を作り、共有フォルダーに置きました。", "分析の結果をまとめ、局内で共有しました。",
  ]

  init(_ kind: String, chance: inout Chance) {
    switch kind {
    case "hand.report":
      text = chance.pick(Self.reports) ?? ""
    case "hand.document":
      text = chance.pick(Self.documents) ?? ""
    case "hand.session":
      text = "研修を開きました。"
      quantity = chance.within(12...180)
    case "hand.count":
      text = "件数を数えました。"
      quantity = chance.within(1...14)
    case "hand.share":
      text = "期間中の件数を集計しました。"
      let whole = chance.within(12...60)
      quantityOf = whole
      quantity = whole * chance.within(55...100) / 100
    default:
      break
    }
  }
}
