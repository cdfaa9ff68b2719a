internal import CivilTime
internal import Crypto
internal import Store
internal import WorkingTime

/// 承認箱の1件 – something that waits for a superior.
struct ApprovalItem: Sendable {
  /// What it is.
  enum Subject: Sendable {
    /// 事前申告
    case request(OvertimeRequest)
    /// 事後の確認: a claim beyond what was ordered
    case claim(OvertimeDeclaration, ordered: Minutes?, question: String?)
  }

  let subject: Subject
  let person: Subordinates.Person
  let unitName: String
  /// What must not be decided in passing.
  let warnings: [String]

  /// How many days a claim may wait; a convention of this system.
  static let daysForClaims = 7

  var date: CivilDate {
    switch subject {
    case .request(let request): request.date
    case .claim(let claim, _, _): claim.date
    }
  }

  /// A request is due on its day, before the work is done; a claim a week after it was made.
  var due: CivilDate {
    switch subject {
    case .request(let request): request.date
    case .claim(let claim, _, _): OfficeZone.date(of: claim.recordedAt).adding(days: Self.daysForClaims)
    }
  }

  /// By what a form names it.
  var key: String {
    switch subject {
    case .request(let request): "r\(request.id)"
    case .claim(let claim, _, _): "c\(claim.id)"
    }
  }

  /// By what a form names it together with the warnings that it showed: others must be looked at anew.
  var seenWarnings: String {
    let text = warnings.joined(separator: "\n")
    let digest = SHA256.hash(data: Array(text.utf8)).prefix(8).map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }
    return "\(key)-\(digest.joined())"
  }

  var kind: String {
    switch subject {
    case .request: "事前申告"
    case .claim: "事後の確認"
    }
  }

  /// The content in short.
  var gist: String {
    switch subject {
    case .request(let request):
      return "\(request.amount.japanese)　\(request.work)"
    case .claim(let claim, let ordered, let question):
      let order = ordered.map { "命令\($0)、実績" } ?? "事前の申告なし、実績"
      let answered = question == nil ? "" : "（照会に回答あり）"
      return "\(order)\(claim.amount.japanese)　\(claim.reason)\(answered)"
    }
  }
}

/// 承認箱の済み – something that was decided, confirmed or asked lately.
struct ApprovalDone: Sendable {
  let person: Subordinates.Person
  let unitName: String
  let date: CivilDate
  let kind: String
  let outcome: String
  let words: String?
  let by: String
  let at: Instant
}
