internal import People

/// A bureau, an agency or a regional office: what stands directly below an employer.
struct GroupPlan: Sendable {
  enum Season: Sendable {
    /// Busy while the Diet sits.
    case diet
    /// Busy while the budget is made.
    case budget
    /// Much the same all year.
    case steady
  }

  /// Where it works; it decides the posts, and how much work comes from outside.
  enum Place: Sendable {
    case headquarters
    case region
    /// Of the agency that answers disasters.
    case disasterResponse
  }

  let employer: EmployerPlan
  let name: String
  let kind: UnitKind
  let headTitle: String
  let place: Place
  let season: Season
  /// Its part of the staff, against those of the others.
  let weight: Int
  let divisions: [String]
  /// Of a thousand, how many were hired for technical work.
  let technicalPermille: Int
}

/// The three employers that share a plan.
enum EmployerPlan: Int, Sendable, CaseIterable {
  case ministry
  case commission
  case agency

  var code: String {
    switch self {
    case .ministry: "soumu"
    case .commission: "kouchoi"
    case .agency: "shobo"
    }
  }

  var name: String {
    switch self {
    case .ministry: "総務省"
    case .commission: "公害等調整委員会"
    case .agency: "消防庁"
    }
  }
}
