/// What the ministry's plan asks, taken once from `plans/soumu.yaml` and kept here: the ledger reads nothing else.
///
/// It shows a change of the plan or of its reading, but not a fault that stood in the plan when it was taken.
enum PlanMeaning {
  /// What makes somebody owe something.
  struct Rule: Sendable {
    let measure: String
    let name: String
    let debtor: String
    let occasion: String
    let due: String
    let kind: String
    let isBulk: Bool

    init(_ line: Substring) {
      let words = line.split(separator: " ").map(String.init)
      (measure, name, debtor) = (words[0], words[1], words[2])
      (occasion, due, kind) = (words[3], words[4], words[5])
      isBulk = words.count > 6
    }

    /// Whether a unit or an office owes it only because something happened to somebody; cycles have no dot.
    var isCausedBySomebody: Bool {
      occasion.contains(".") && !debtor.hasPrefix("each") && !debtor.hasPrefix("superior")
    }

    /// The same under the id that the second edition gives to the measure.
    func renamed(to measure: String) -> Rule {
      Rule("\(measure) \(name) \(debtor) \(occasion) \(due) \(kind)\(isBulk ? " bulk" : "")")
    }
  }

  /// The measure that the second edition goes on with under another id.
  static let mapped = (from: "III-3-3-h", to: "III-3-3-i")

  static let rules = table.split(separator: "\n").map(Rule.init)

  /// The rules in force in a fiscal year: the second edition holds from 2027 on.
  static func rules(of year: Int) -> [Rule] {
    guard year >= 2027 else { return rules }
    return rules.map { $0.measure == mapped.from ? $0.renamed(to: mapped.to) : $0 }
  }

  /// What counts as done, by measure.
  static let coverage: [String: String] = {
    var found: [String: String] = [:]
    for line in coverageTable.split(separator: "\n") {
      let parts = line.split(separator: ":")
      for measure in parts[1].split(separator: " ") { found[String(measure)] = String(parts[0]) }
    }
    return found
  }()

  // Measure, duty, debtor, cycle or event, due (of the period's end or the event), evidence.
  private static let table = """
    II-1-1-1 a each-manager fiscal-year end hand.document
    II-1-1-2 a each-executive fiscal-year end hand.session
    II-1-1-2 b each-executive people.executive-appointment 60d hand.session
    II-1-1-3 a head:headed half end hand.report
    II-1-2-1 a personnel summer 30d hand.session
    II-1-2-R4 a personnel fiscal-year end hand.session
    II-1-2-2 a personnel people.manager-promotion 180d hand.date bulk
    II-1-2-3 a personnel fiscal-year end hand.share
    II-1-2-4 a superior:manager evaluation 60d hand.date bulk
    II-1-2-5 a personnel evaluation 60d hand.share
    II-1-2-6 a personnel half end hand.share
    II-1-3i-1 a head:divisions half end hand.report
    II-1-3i-2 a head:divisions half end hand.report
    II-1-3i-3 a personnel fiscal-year end hand.document
    II-1-3i-4 a superior:subject people.transfer 30d hand.date bulk
    II-1-3i-5 a superior:subject people.transfer 30d hand.date bulk
    II-1-3i-6 a personnel fiscal-year end hand.document
    II-1-3ii-1 a superior:staff evaluation 30d hand.date bulk
    II-1-3ii-2 a superior:staff fiscal-year end hand.date bulk
    II-1-3ii-3 a personnel half end hand.share
    II-1-3ii-4a a personnel fiscal-year end hand.share
    II-1-3ii-4b a personnel people.transfer 30d hand.date bulk
    II-1-3ii-4c a personnel people.transfer 30d hand.date bulk
    II-1-3ii-5 a personnel fiscal-year end hand.report
    II-1-3ii-6 a superior:staff evaluation 30d hand.date bulk
    II-1-3ii-7 a head:divisions half end hand.share
    II-1-3ii-7 b secretariat fiscal-year end hand.document
    II-1-3ii-8 a personnel fiscal-year end hand.share
    II-1-3ii-10 a superior:subject people.transfer 60d hand.date bulk
    II-1-3ii-11 a head:divisions fiscal-year end hand.share
    II-1-3ii-13 a personnel fiscal-year end hand.report
    II-1-3ii-14 a superior:subject people.transfer 90d hand.date bulk
    II-2-1-2 a head:divisions half end hand.share
    II-2-1-4 a superior:manager evaluation 60d hand.date bulk
    II-2-2-1 a head:divisions half end hand.report
    II-2-2-2 a each-section-head fiscal-year end hand.document
    II-2-2-3 a head:divisions fiscal-year end hand.report
    II-2-2-4 a head:divisions fiscal-year end hand.count
    II-2-2-R4 a head:divisions half end hand.count
    II-2-2-5 a secretariat fiscal-year end hand.session
    II-2-2-6 a secretariat half end hand.report
    II-2-3-1 a secretariat half end hand.count
    II-2-3-2 a secretariat fiscal-year end hand.report
    II-2-3-3 a secretariat half end hand.session
    II-2-3-4 a secretariat fiscal-year end hand.session
    II-2-3-5 a head:divisions fiscal-year end hand.report
    III-1-1-1 a head:bureaus half 30d hand.share
    III-1-1-2 a head:bureaus half 30d hand.share
    III-1-1-3 a head:bureaus half 30d hand.share
    III-1-2-a a head:divisions half 30d hand.share
    III-1-3-1 a head:bureaus half 30d hand.report
    III-1-3-2 a head:bureaus half 30d hand.share
    III-2-1-a a personnel half end hand.share
    III-2-2-a a head:divisions quarter 15d hand.share
    III-2-3-a a personnel fiscal-year 60d hand.document
    III-2-3-b a head:unit working-time.limit-exceeded 6m hand.document
    III-2-4-a a personnel fiscal-year end hand.report
    III-2-4-b a personnel fiscal-year end hand.report
    III-3-1-a a personnel half 30d hand.share
    III-3-1-b a personnel fiscal-year 60d hand.share
    III-3-1-c a personnel half 30d hand.share
    III-3-2-1-a a head:divisions half 30d hand.share
    III-3-2-1-b a head:divisions half 30d hand.count
    III-3-2-2 a personnel half 30d hand.share
    III-3-2-3-a a personnel people.relocation 30d hand.date bulk
    III-3-2-3-b a personnel fiscal-year end hand.report
    III-3-2-4 a head:divisions summer 15d hand.share
    III-3-2-4 b head:divisions fiscal-year end hand.share
    III-3-2-5-a a personnel half end hand.document
    III-3-2-5-b a personnel fiscal-year end hand.count
    III-3-3-a a personnel half 30d hand.share
    III-3-3-b a personnel half 30d hand.share
    III-3-3-c a personnel fiscal-year end hand.session
    III-3-3-d a personnel half 30d hand.share
    III-3-3-e a personnel fiscal-year end hand.report
    III-3-3-f a personnel half 30d hand.share
    III-3-3-g a personnel half end hand.document
    III-3-3-h a personnel fiscal-year end hand.session
    IV-1-1-a a personnel fiscal-year end hand.session
    IV-1-2-a a personnel fiscal-year end hand.share
    IV-1-3-a a personnel half 30d hand.share
    IV-2-1-1 a personnel fiscal-year end hand.document
    IV-2-1-2-a a personnel fiscal-year end hand.report
    IV-2-1-2-b a personnel fiscal-year end hand.count
    IV-2-1-2-e a personnel half end hand.share
    IV-2-2-a a personnel fiscal-year end hand.session
    IV-2-3-a a personnel fiscal-year end hand.session
    IV-2-4-a a personnel half 30d hand.count
    V-1-a a secretariat half end committee.meeting
    V-1-b a secretariat fiscal-year 60d hand.document
    V-2-a a head:bureaus summer 45d hand.report
    V-2-a b secretariat fiscal-year end hand.document
    V-3-a a secretariat fiscal-year end hand.count
    V-3-b a secretariat fiscal-year end hand.share
    V-4-a a secretariat fiscal-year 6m plan.follow-up
    V-5-a a secretariat fiscal-year end hand.document
    """

  private static let coverageTable = """
    share: II-1-1-1 II-1-1-2 II-1-1-3 II-1-2-2 II-1-2-4 II-1-2-5 II-1-2-6 II-1-3i-1 II-1-3i-2 II-1-3i-4
    share: II-1-3i-5 II-1-3ii-1 II-1-3ii-2 II-1-3ii-3 II-1-3ii-4b II-1-3ii-4c II-1-3ii-6 II-1-3ii-7
    share: II-1-3ii-8 II-1-3ii-10 II-1-3ii-11 II-1-3ii-14 II-2-1-2 II-2-1-4 II-2-2-2 III-1-1-1 III-1-1-2
    share: III-1-1-3 III-1-2-a III-1-3-1 III-1-3-2 III-2-2-a III-2-3-b III-3-1-a III-3-1-c III-3-2-1-a
    share: III-3-2-2 III-3-2-3-a III-3-2-4 III-3-3-a III-3-3-b III-3-3-d III-3-3-f IV-1-3-a IV-2-1-2-e
    share: IV-2-4-a V-2-a
    held 1: II-1-2-1 II-1-2-3 II-1-3ii-4a II-1-3ii-5 II-1-3ii-13 II-2-2-5 II-2-3-4 III-2-3-a III-2-4-a
    held 1: III-2-4-b III-3-1-b III-3-2-3-b III-3-3-c III-3-3-e III-3-3-h IV-1-1-a IV-1-2-a IV-2-1-1
    held 1: IV-2-1-2-a IV-2-1-2-b IV-2-2-a IV-2-3-a V-3-a V-3-b V-4-a
    held 2: II-1-2-R4 II-2-2-6 II-2-3-1 II-2-3-3 III-2-1-a V-1-a
    in-place 24: II-1-3i-3 II-1-3i-6 III-3-2-5-b V-5-a
    units-with-any: II-2-2-1 II-2-2-3 II-2-2-4 II-2-2-R4 II-2-3-5 III-3-2-1-b
    in-place 12: II-2-3-2 III-3-2-5-a III-3-3-g V-1-b
    figures: III-2-1-b III-2-2-b IV-0-a IV-0-b
    """
}
